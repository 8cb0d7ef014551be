package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import org.hipparchus.util.FastMath;

/**
 * Infinite prompts: {@code a_m = p_m w_m / Σ p_l w_l} for certain, so {@code L_k = ½ aᵀDa}, {@code
 * g_n = p_k a_n (aᵀDa − (Da)_n)}. Label noise averages out.
 */
final class InfinitePromptEvaluator implements PopulationEvaluator {
  private final QueryColumn column;
  private final double[] attention;

  /** D, empty for {@code D_ml = v (1 + δ_ml)}. */
  private final double[][] deviations;

  private final double variance;

  InfinitePromptEvaluator(QueryColumn column) {
    this.column = column;
    this.attention = new double[column.size()];
    int other = column.query() == 0 ? 1 : 0;
    this.variance = column.size() > 1 ? column.labels().deviation(column.query(), other) : 1;
    this.deviations =
        column.labels().covariance() instanceof LabelModel.MatrixCovariance matrix
            ? matrix.deviations(column.query())
            : new double[0][];
  }

  @Override
  public QueryColumn column() {
    return column;
  }

  @Override
  public double descend(double[] logits, double[] descent) {
    attend(logits);
    return deviations.length == 0 ? descendIdentity(descent) : descendMatrix(descent);
  }

  @Override
  public Vector meanAttention(Vector logits) {
    attend(logits.toArray());
    return Vector.of(attention);
  }

  private void attend(double[] logits) {
    double largest = Softmax.largest(logits);
    double total = 0;
    for (int m = 0; m < attention.length; m++) {
      attention[m] = column.probability(m) * FastMath.exp(logits[m] - largest);
      total += column.count(m) * attention[m];
    }
    for (int m = 0; m < attention.length; m++) {
      attention[m] /= total;
    }
  }

  /** {@code β_n = v π_k a_n (Q − a_k S′ − a_n)}, with S′ and Q over m ≠ k; {@code a_k + S′ = 1}. */
  private double descendIdentity(double[] descent) {
    double others = 0;
    double squares = 0;
    for (int m = 0; m < attention.length; m++) {
      double members = m == column.query() ? 0 : column.count(m);
      others += members * attention[m];
      squares += members * attention[m] * attention[m];
    }
    double own = attention[column.query()];
    double common = squares - own * others;
    double scale = variance * column.queryWeight();
    for (int n = 0; n < descent.length; n++) {
      descent[n] = scale * attention[n] * (common - attention[n]);
    }
    double q = squares + others * others;
    descent[column.query()] = scale * own * q;
    return 0.5 * variance * q;
  }

  private double descendMatrix(double[] descent) {
    double q = 0;
    for (int n = 0; n < descent.length; n++) {
      double y = 0;
      for (int m = 0; m < descent.length; m++) {
        y += deviations[n][m] * attention[m];
      }
      descent[n] = y;
      q += attention[n] * y;
    }
    for (int n = 0; n < descent.length; n++) {
      descent[n] = column.queryWeight() * attention[n] * (q - descent[n]);
    }
    return 0.5 * q;
  }
}
