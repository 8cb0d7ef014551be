package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import org.hipparchus.util.FastMath;

/**
 * What the network does with one prompt, given its counts: loss, descent and attention straight
 * from their definitions, with {@code d = a − e_k}:
 *
 * <pre>
 *   L = ½ (dᵀCd + σ² Σ a_m²/c_m),   −∂L/∂s_n = −a_n [(Cd)_n − aᵀCd + σ² (a_n/c_n − Σ a_m²/c_m)]
 * </pre>
 *
 * <p>This is what the witnesses average. It shares no formula with the Laplace integral.
 */
final class CountOutcome {
  private final LabelModel.Covariance covariance;
  private final double noise;
  private final int query;
  private final double[] weights;
  final double[] attention;
  final double[] descent;
  double loss;

  /** For a column whose groups have one member each. */
  CountOutcome(QueryColumn column, double[] logits) {
    this.covariance = column.labels().covariance();
    this.noise = column.labels().noiseVariance();
    this.query = column.query();
    this.weights = weights(logits);
    this.attention = new double[logits.length];
    this.descent = new double[logits.length];
  }

  /** {@code w_m} up to a common factor. */
  static double[] weights(double[] logits) {
    double largest = Softmax.largest(logits);
    double[] weights = new double[logits.length];
    for (int m = 0; m < logits.length; m++) {
      // The smallest normal number stands in for an underflown weight, so that Z is never 0.
      weights[m] = Math.max(FastMath.exp(logits[m] - largest), Double.MIN_NORMAL);
    }
    return weights;
  }

  private double deviation(int n) {
    return n == query ? attention[n] - 1 : attention[n];
  }

  /** {@code (Cd)_n}. */
  private double covarianceTimesDeviation(int n) {
    return switch (covariance) {
      case LabelModel.IdentityCovariance() -> deviation(n);
      case LabelModel.ExchangeableCovariance(double variance, _) -> variance * deviation(n);
      case LabelModel.MatrixCovariance(SymmetricMatrix matrix) -> {
        double product = -matrix.get(n, query);
        for (int m = 0; m < attention.length; m++) {
          product += matrix.get(n, m) * attention[m];
        }
        yield product;
      }
    };
  }

  /** Computes the outcome for these counts. */
  void set(long[] counts) {
    double total = 0;
    for (int m = 0; m < counts.length; m++) {
      attention[m] = counts[m] * weights[m];
      total += attention[m];
    }
    double spread = 0;
    for (int m = 0; m < counts.length; m++) {
      attention[m] /= total;
      spread += counts[m] == 0 ? 0 : attention[m] * attention[m] / counts[m];
    }
    setLossAndDescent(counts, spread);
  }

  private void setLossAndDescent(long[] counts, double spread) {
    double alongAttention = 0;
    double alongDeviation = 0;
    for (int n = 0; n < counts.length; n++) {
      double product = covarianceTimesDeviation(n);
      descent[n] = product;
      alongAttention += attention[n] * product;
      alongDeviation += deviation(n) * product;
    }
    loss = 0.5 * (alongDeviation + noise * spread);
    for (int n = 0; n < counts.length; n++) {
      double own = counts[n] == 0 ? 0 : attention[n] / counts[n];
      descent[n] = -attention[n] * (descent[n] - alongAttention + noise * (own - spread));
    }
  }
}
