package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import io.github.icldynamics.work.Workforce;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** Laws, weights, differences and error bars that several tests share. */
public final class Mixtures {
  /** Half the step of {@link #derivative}. */
  private static final double STEP = 1e-3;

  private Mixtures() {}

  public static ExactRisk exact(MixtureLaw law, PromptLength promptLength, WeightSpace space) {
    return ExactRisk.of(law, promptLength, space, Workforce.alone());
  }

  public static SampledRisk sampled(
      MixtureLaw law, PromptLength promptLength, WeightSpace space, Sampling sampling) {
    return SampledRisk.of(law, promptLength, space, sampling, Workforce.alone());
  }

  /** A diagonal near 1 and, in the full space, entries beside it. */
  public static Vector randomWeights(Random random, WeightSpace space, int dimension) {
    double[][] rows = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      for (int k = 0; k < dimension; k++) {
        rows[i][k] = (i == k ? 1 : 0) + 0.4 * random.nextGaussian();
      }
    }
    return Vector.of(space.weights(SquareMatrix.of(rows)));
  }

  /** {@code A Aᵀ + ½ I}. */
  public static SymmetricMatrix randomCovariance(Random random, int dimension) {
    double[][] root = new double[dimension][dimension];
    for (double[] row : root) {
      for (int k = 0; k < dimension; k++) {
        row[k] = 0.6 * random.nextGaussian();
      }
    }
    double[][] covariance = new double[dimension][dimension];
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        covariance[i][j] = i == j ? 0.5 : 0;
        for (int k = 0; k < dimension; k++) {
          covariance[i][j] += root[i][k] * root[j][k];
        }
      }
    }
    return SymmetricMatrix.of(covariance);
  }

  /** Positive and summing to 1. */
  public static Vector unequalPriors(int classes) {
    double[] priors = new double[classes];
    for (int j = 0; j < classes; j++) {
      priors[j] = 2.0 * (j + 1) / (classes * (classes + 1.0));
    }
    return Vector.of(priors);
  }

  /** {@code f′(0)} by the central rule of five points, which errs by {@code STEP⁴ f⁗′/30}. */
  public static double derivative(DoubleUnaryOperator f) {
    double near = f.applyAsDouble(STEP) - f.applyAsDouble(-STEP);
    double far = f.applyAsDouble(2 * STEP) - f.applyAsDouble(-2 * STEP);
    return (8 * near - far) / (12 * STEP);
  }

  public static Vector shifted(Vector weights, int index, double by) {
    double[] shifted = weights.toArray();
    shifted[index] += by;
    return Vector.of(shifted);
  }

  /** Mean and standard error over replicates. */
  public static Estimate estimate(Iterable<RiskSlope> slopes, ToDoubleFunction<RiskSlope> number) {
    var sum = new Estimate.Accumulator();
    for (var slope : slopes) {
      sum.add(number.applyAsDouble(slope));
    }
    return sum.estimate(1);
  }

  /** Within 4 standard errors. */
  public static void assertWithinError(double expected, Estimate estimate, String message) {
    assertTrue(
        estimate.deviation(expected) < 4,
        () -> message + ": " + estimate + " instead of " + expected);
  }
}
