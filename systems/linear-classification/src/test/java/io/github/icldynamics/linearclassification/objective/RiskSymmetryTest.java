package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskSymmetryTest {
  private static final long SEED = 31;

  private static final Sampling SAMPLING = new Sampling(128, 24, SEED);

  private static final SquareMatrix ROTATION =
      SquareMatrix.of(new double[][] {{0.6, -0.8}, {0.8, 0.6}});

  private static void assertMatrix(SquareMatrix expected, SquareMatrix actual, double tolerance) {
    for (int i = 0; i < expected.size(); i++) {
      for (int j = 0; j < expected.size(); j++) {
        assertEquals(expected.get(i, j), actual.get(i, j), tolerance, "[" + i + "][" + j + "]");
      }
    }
  }

  /** {@code R diag(variances) Rᵀ}, its entries beside the diagonal made equal. */
  private static SymmetricMatrix rotated(double first, double second) {
    var matrix = ROTATION.times(SquareMatrix.diagonal(first, second)).times(ROTATION.transpose());
    double beside = matrix.get(0, 1);
    return SymmetricMatrix.of(
        new double[][] {{matrix.get(0, 0), beside}, {beside, matrix.get(1, 1)}});
  }

  /** {@code W*} in the original axes. */
  private static SquareMatrix minimiser(Risk risk) {
    double[] weights = RiskMinimum.of(risk).weights().toArray();
    return risk.law().axes().toOriginal(risk.space().matrix(weights));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 11})
  void exactGradientOfDiagonalWeightsIsDiagonal(long tokens) {
    var risk =
        Mixtures.exact(MixtureLaw.diagonal(2, 0.5, 1.5), PromptLength.of(tokens), WeightSpace.FULL);
    var gradient = risk.slope(Vector.of(1.3, 0, 0, 0.6)).gradient();
    // Some thousand roundings of terms of size 1 that cancel.
    assertEquals(0, gradient.get(1), 1e-13);
    assertEquals(0, gradient.get(2), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void sampledGradientOfDiagonalWeightsIsDiagonal(int classes) {
    var law = MixtureLaw.diagonal(classes, 0.5, 1, 2);
    var risk = Mixtures.sampled(law, PromptLength.of(7), WeightSpace.FULL, SAMPLING);
    var slopes = risk.slopes(Vector.of(1.8, 0, 0, 0, 1.1, 0, 0, 0, 0.4));
    for (int i = 0; i < 9; i++) {
      int index = i;
      if (i % 4 != 0) {
        Mixtures.assertWithinError(
            0,
            Mixtures.estimate(slopes, slope -> slope.gradient().get(index)),
            "gradient " + i + ", seed " + SEED);
      }
    }
  }

  /** Both minima are those of rounding: 1e-15 in the gradient over curvatures of 0.01. */
  @Test
  void fullMinimiserIsTheDiagonalOne() {
    var law = MixtureLaw.diagonal(2, 0.5, 1.5);
    var length = PromptLength.of(4);
    var expected = minimiser(Mixtures.exact(law, length, WeightSpace.DIAGONAL));
    var full = Mixtures.exact(law, length, WeightSpace.FULL);
    var start = Vector.of(0.4, 0.5, -0.9, 0.2);
    var least = RiskMinimum.from(start, full).weights().toArray();
    assertMatrix(expected, WeightSpace.FULL.matrix(least), 1e-11);
  }

  /**
   * The control variate makes the gradient there 0 but for rounding; the exact rule errs by 1e-12.
   */
  @Test
  void infinitePromptIsBestReadByTheInverseCovariance() {
    var covariance = rotated(0.5, 2);
    // Λ = [[1.46, −0.72], [−0.72, 1.04]] has determinant 1.
    var inverse = SquareMatrix.of(new double[][] {{1.04, 0.72}, {0.72, 1.46}});
    var length = PromptLength.infinite();
    for (int classes : new int[] {2, 3, 5}) {
      var law = MixtureLaw.of(classes, covariance);
      var expected = inverse.combined(classes, 0, inverse);
      assertMatrix(expected, law.infinitePromptMinimiser(), 1e-13);
      for (var space : WeightSpace.values()) {
        var sampling = new Sampling(64, 2, SEED);
        var sampled = Mixtures.sampled(law, length, space, sampling);
        assertMatrix(expected, minimiser(sampled), 1e-9);
      }
    }
    var exact = Mixtures.exact(MixtureLaw.of(2, covariance), length, WeightSpace.FULL);
    assertMatrix(inverse.combined(2, 0, inverse), minimiser(exact), 1e-9);
  }

  @Test
  void rotatedCovarianceHasTheRotatedMinimiser() {
    for (var length : List.of(PromptLength.of(1), PromptLength.of(6))) {
      var straight = minimiser(risk(MixtureLaw.diagonal(2, 0.5, 1.5), length));
      var turned = minimiser(risk(MixtureLaw.of(2, rotated(0.5, 1.5)), length));
      // As above, and both axes and angles of the rule are in another order.
      var expected = ROTATION.times(straight).times(ROTATION.transpose());
      assertMatrix(expected, turned, 1e-10);
    }
  }

  private static ExactRisk risk(MixtureLaw law, PromptLength length) {
    return Mixtures.exact(law, length, WeightSpace.DIAGONAL);
  }

  /** Λ → aΛ with means kept is another problem, but a permutation of the axes is not. */
  @Test
  void permutedAxesHaveThePermutedLoss() {
    var length = PromptLength.of(3);
    var one = risk(MixtureLaw.diagonal(2, 0.5, 1.5), length).slope(Vector.of(1.2, 0.7));
    var other = risk(MixtureLaw.diagonal(2, 1.5, 0.5), length).slope(Vector.of(0.7, 1.2));
    assertEquals(one.loss(), other.loss(), 1e-13);
    assertEquals(one.gradient().get(0), other.gradient().get(1), 1e-13);
  }
}
