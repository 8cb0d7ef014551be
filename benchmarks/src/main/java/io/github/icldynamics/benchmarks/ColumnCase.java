package io.github.icldynamics.benchmarks;

import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;

/** One column of Zipf's law, each feature a group of its own, ready to be evaluated. */
final class ColumnCase {
  private final PopulationEvaluator evaluator;
  private final double[] logits;
  private final double[] descent;

  private ColumnCase(PopulationEvaluator evaluator, double[] logits) {
    this.evaluator = evaluator;
    this.logits = logits;
    this.descent = new double[logits.length];
  }

  /** All logits differ, within the two units that a run leaves them apart for most of its time. */
  static ColumnCase zipf(int features, long promptLength, int query) {
    var column =
        TokenLaw.zipf(features, 1)
            .column(query, PromptLength.of(promptLength), LabelModel.linear());
    double[] logits = new double[features];
    for (int k = 0; k < features; k++) {
      logits[k] = k == query ? 1 : -k / (double) features;
    }
    return new ColumnCase(PopulationEvaluator.of(column), logits);
  }

  /** Computes the negative gradient. */
  double descend() {
    return evaluator.descend(logits, descent);
  }
}
