package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.Arrays;

/** Finite prompts, by the Laplace integral. */
final class LaplaceEvaluator implements PopulationEvaluator {
  private final QueryColumn column;
  private final LaplaceIntegral integral;
  private final LabelTerms labels;
  private final Runnable addLossAndDescent;
  private final double[] descent;
  private final double[] sumX;
  private double loss;

  LaplaceEvaluator(QueryColumn column, double tokens, LaplaceGrid grid) {
    this.column = column;
    this.integral =
        new LaplaceIntegral(
            column.probabilities().toArray(), column.counts().toArray(), tokens, grid);
    var block = integral.block();
    this.labels =
        switch (column.labels().covariance()) {
          case LabelModel.IdentityCovariance() -> new IdentityLabelTerms(column, 1, block);
          case LabelModel.ExchangeableCovariance(double variance, _) ->
              new IdentityLabelTerms(column, variance, block);
          case LabelModel.MatrixCovariance matrix ->
              new MatrixLabelTerms(column, matrix.deviations(column.query()), block);
        };
    this.descent = new double[column.size()];
    this.sumX = new double[block.capacity];
    this.addLossAndDescent = () -> loss += labels.accumulate(descent);
  }

  @Override
  public QueryColumn column() {
    return column;
  }

  @Override
  public double descend(double[] logits, double[] direction) {
    loss = 0;
    Arrays.fill(descent, 0);
    integral.forEachBlock(logits, addLossAndDescent);
    for (int m = 0; m < descent.length; m++) {
      direction[m] = column.queryWeight() * descent[m];
    }
    return loss;
  }

  @Override
  public Vector meanAttention(Vector logits) {
    double[] attention = new double[logits.size()];
    integral.forEachBlock(logits.toArray(), () -> addAttention(attention));
    return Vector.of(attention);
  }

  /** {@code E Attn_n = E[Attn_n Σ Attn_m]}: of order 2, so that the same nodes suffice. */
  private void addAttention(double[] attention) {
    var block = integral.block();
    block.sumMoments(sumX);
    for (int m = 0; m < attention.length; m++) {
      double[] x = block.x[m];
      double[] t = block.t[m];
      for (int i = 0; i < block.length; i++) {
        double moments = block.pairs * sumX[i] + block.singles * t[i];
        block.summands[i] = block.weight[i] * (x[i] * block.inversePhi[i]) * moments;
      }
      attention[m] += block.sum();
    }
  }
}
