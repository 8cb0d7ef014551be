package io.github.icldynamics.population;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.Arrays;

/** Finite prompts, by the Laplace integral. */
final class LaplaceEvaluator implements PopulationEvaluator {
  private final QueryColumn column;
  private final double tokens;
  private final LaplaceIntegral integral;
  private final LabelTerms labels;
  private final double[][] sums;
  private final double[] lossSums = new double[NodeBlock.LENGTH];

  LaplaceEvaluator(QueryColumn column, double tokens, LaplaceGrid grid) {
    this.column = column;
    this.tokens = tokens;
    this.integral =
        new LaplaceIntegral(
            column.probabilities().toArray(), column.counts().toArray(), tokens, grid);
    this.labels =
        switch (column.labels().covariance()) {
          case LabelModel.IdentityCovariance() -> new IdentityLabelTerms(column, tokens);
          case LabelModel.MatrixCovariance(var matrix) ->
              new MatrixLabelTerms(column, tokens, matrix);
        };
    this.sums = LaplaceIntegral.rows(column.size());
  }

  @Override
  public QueryColumn column() {
    return column;
  }

  @Override
  public double descend(double[] logits, double[] descent) {
    clearSums();
    integral.forEachBlock(logits, this::addLossAndDescent);
    for (int m = 0; m < descent.length; m++) {
      descent[m] = column.queryProbability() * LaplaceIntegral.sum(sums[m]);
    }
    return LaplaceIntegral.sum(lossSums);
  }

  private void addLossAndDescent() {
    labels.accumulate(integral.block(), lossSums, sums);
  }

  @Override
  public Vector meanAttention(Vector logits) {
    clearSums();
    integral.forEachBlock(logits.toArray(), this::addAttention);
    double[] attention = new double[logits.size()];
    for (int m = 0; m < attention.length; m++) {
      attention[m] = LaplaceIntegral.sum(sums[m]);
    }
    return Vector.of(attention);
  }

  /** {@code E Attn_n = E[Attn_n Σ Attn_m]}: of order 2, so that the same nodes suffice. */
  private void addAttention() {
    var block = integral.block();
    double pairs = tokens * (tokens - 1);
    for (int m = 0; m < sums.length; m++) {
      for (int i = 0; i < NodeBlock.LENGTH; i++) {
        double moments = pairs * block.sumX[i] + tokens * block.t[m][i];
        sums[m][i] += block.weight[i] * block.x[m][i] * moments;
      }
    }
  }

  private void clearSums() {
    Arrays.fill(lossSums, 0);
    LaplaceIntegral.clear(sums);
  }
}
