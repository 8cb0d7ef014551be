package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.Softmax;
import org.hipparchus.util.FastMath;

/**
 * The first-order terms of {@link LongPromptLimit}, averaged over the points of one randomisation
 * under infinite prompts.
 */
final class FirstOrder {
  private final TaskPoints points;
  private final double[] weights;
  private final double[] variances;
  private final int classes;
  private final int dimension;
  private final double[] query;
  private final double[] image;
  private final double[] projections;
  private final double[] probabilities;
  private final double[] gradient;
  private double spread;
  private double testError;

  /**
   * @param weights diagonal, in the axes of Λ
   */
  FirstOrder(TaskPoints points, double[] weights) {
    this.points = points;
    this.weights = weights;
    this.variances = points.law().axes().variances().toArray();
    this.classes = points.law().classes();
    this.dimension = points.law().dimension();
    this.query = new double[dimension];
    this.image = new double[dimension];
    this.projections = new double[classes];
    this.probabilities = new double[classes];
    this.gradient = new double[dimension];
  }

  FirstOrder over() {
    double weight = 1.0 / ((double) points.size() * classes);
    for (int i = 0; i < points.size(); i++) {
      for (int y = 0; y < classes; y++) {
        place(i, y);
        addGradient(i, weight);
        testError += weight * deviationOfAnswers();
      }
    }
    return this;
  }

  /** {@code ∇L'} in the diagonal weights. */
  double[] gradient() {
    return gradient;
  }

  double testError() {
    return testError;
  }

  /** The mean of {@code ½ Σ_j |Σ_k D_jk μ_kᵀ Γ x|}. */
  double trainingError(double[] limit) {
    double sum = 0;
    double[] moved = new double[classes];
    for (int i = 0; i < points.size(); i++) {
      for (int y = 0; y < classes; y++) {
        place(i, y);
        for (int j = 0; j < classes; j++) {
          moved[j] = 0;
          for (int k = 0; k < dimension; k++) {
            moved[j] += points.mean(i, j, k) * limit[k] * query[k];
          }
        }
        sum += halfAbsoluteChange(moved);
      }
    }
    return sum / ((double) points.size() * classes);
  }

  private double halfAbsoluteChange(double[] moved) {
    double mean = mean(moved);
    double sum = 0;
    for (int j = 0; j < classes; j++) {
      sum += 0.5 * FastMath.abs(probabilities[j] * (moved[j] - mean));
    }
    return sum;
  }

  private void place(int i, int y) {
    points.placeQuery(i, y, query, 0);
    WeightSpace.DIAGONAL.apply(weights, query, 0, dimension, image);
    spread = points.variance(image, 0);
    for (int j = 0; j < classes; j++) {
      projections[j] = points.projection(i, j, image, 0);
      probabilities[j] = projections[j] / classes;
    }
    Softmax.inPlace(probabilities);
  }

  /** {@code s² + m_j²}, over c: the part of {@code K_jj} that no other class shares. */
  private double ownVariance(int j) {
    return (spread + projections[j] * projections[j]) / classes;
  }

  /** The mean of a quantity over the classes, as probable as they are. */
  private double mean(double[] values) {
    double mean = 0;
    for (int k = 0; k < classes; k++) {
      mean += probabilities[k] * values[k];
    }
    return mean;
  }

  /**
   * {@code ½ √(2/π) Σ_j √(D K D)_jj}. A row of D is {@code P_j (δ_jk − P_k)}, so that with {@code K
   * = diag(a) − m mᵀ/c²} the variance is {@code P_j² ((1 − 2P_j) a_j + Σ_k P_k² a_k − (m_j −
   * m̄)²/c²)}.
   */
  private double deviationOfAnswers() {
    double meanProjection = mean(projections);
    double common = 0;
    for (int k = 0; k < classes; k++) {
      common += probabilities[k] * probabilities[k] * ownVariance(k);
    }
    double sum = 0;
    for (int j = 0; j < classes; j++) {
      double shared = (projections[j] - meanProjection) / classes;
      double variance = (1 - 2 * probabilities[j]) * ownVariance(j) + common - shared * shared;
      sum += probabilities[j] * FastMath.sqrt(FastMath.max(0, variance));
    }
    return 0.5 * FastMath.sqrt(2 / FastMath.PI) * sum;
  }

  /** {@code ∂_v ½ Σ_jk K_jk D_jk = Σ_j a_j μ_j + (1/c) Σ_j D_jj Λv}, times x. */
  private void addGradient(int i, double weight) {
    double ofCovariance = 0;
    for (int j = 0; j < classes; j++) {
      ofCovariance += probabilities[j] * (1 - probabilities[j]) / classes;
    }
    double[] coefficients = coefficients();
    for (int k = 0; k < dimension; k++) {
      double sum = ofCovariance * variances[k] * image[k];
      for (int j = 0; j < classes; j++) {
        sum += coefficients[j] * points.mean(i, j, k);
      }
      gradient[k] += weight * sum * query[k];
    }
  }

  /**
   * {@code a_j = D_jj m_j/c − Σ_k D_jk m_k/c² + (1/2c) Σ_k D_jk b_k}, {@code b_k = K_kk − 2 Σ_l
   * K_kl P_l}: what K changes by, and, as {@code ∂D_jk/∂z_l = δ_jk D_jl − D_jl P_k − P_j D_kl},
   * what D does.
   */
  private double[] coefficients() {
    double c = classes;
    double meanProjection = mean(projections);
    double[] ofSlopes = new double[classes];
    for (int j = 0; j < classes; j++) {
      double m = projections[j];
      ofSlopes[j] =
          (1 - 2 * probabilities[j]) * ownVariance(j) - m * (m - 2 * meanProjection) / (c * c);
    }
    double meanOfSlopes = mean(ofSlopes);
    double[] coefficients = new double[classes];
    for (int j = 0; j < classes; j++) {
      double p = probabilities[j];
      coefficients[j] =
          p * (1 - p) * projections[j] / c
              - p * (projections[j] - meanProjection) / (c * c)
              + 0.5 * p * (ofSlopes[j] - meanOfSlopes) / c;
    }
    return coefficients;
  }
}
