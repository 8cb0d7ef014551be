package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.QueryColumn;

/**
 * The exact population loss of one query column as a function of its logits. An evaluator owns
 * scratch memory: use one from one thread at a time.
 */
public sealed interface PopulationEvaluator
    permits LaplaceEvaluator, InfinitePromptEvaluator, ScaledValueEvaluator {
  /** The evaluator of a column at full double precision. */
  static PopulationEvaluator of(QueryColumn column) {
    return of(column, LaplaceGrid.fullAccuracy());
  }

  /** The evaluator of a column on a grid of any accuracy; infinite prompts need none. */
  static PopulationEvaluator of(QueryColumn column, LaplaceGrid grid) {
    if (column.valueScale() != 1) {
      return new ScaledValueEvaluator(column, grid);
    }
    return switch (column.promptLength()) {
      case PromptLength.Finite(long tokens) -> new LaplaceEvaluator(column, tokens, grid);
      case PromptLength.Infinite() -> new InfinitePromptEvaluator(column);
    };
  }

  QueryColumn column();

  /**
   * Computes loss and negative gradient.
   *
   * @param logits one a group, in [−10⁶, 10⁶]; not checked
   * @param descent receives {@link PopulationValue#descent}
   * @return the loss
   */
  double descend(double[] logits, double[] descent);

  /**
   * The loss alone.
   *
   * @param logits as of {@link #descend}
   */
  default double loss(Vector logits) {
    return descend(logits.toArray(), new double[logits.size()]);
  }

  /** Computes all, at logits that are checked. */
  default PopulationValue evaluate(Vector logits) {
    column().requireLogits(logits);
    double[] descent = new double[logits.size()];
    double loss = descend(logits.toArray(), descent);
    return new PopulationValue(loss, Vector.of(descent), meanAttention(logits));
  }

  /** {@code E Attn_m} of one member of each group. */
  Vector meanAttention(Vector logits);
}
