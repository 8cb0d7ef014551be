package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gradients and Hessians are the derivatives of losses and gradients. Differences err by 1e-12 for
 * their step and 1e-8 for the rules of quadrature, which change from one node to the next.
 */
class RiskDerivativesTest {
  private static final double TOLERANCE = 1e-6;

  private static final List<PromptLength> LENGTHS =
      List.of(
          PromptLength.of(1),
          PromptLength.of(2),
          PromptLength.of(7),
          PromptLength.of(50),
          PromptLength.infinite());

  private static void assertDerivatives(Risk risk, Vector weights, String message) {
    var at = risk.curvature(weights);
    double slope = at.slope().gradient().maximumNorm();
    double curvature = largest(at);
    for (int i = 0; i < risk.size(); i++) {
      int index = i;
      assertEquals(
          Mixtures.derivative(h -> risk.slope(Mixtures.shifted(weights, index, h)).loss()),
          at.slope().gradient().get(i),
          TOLERANCE * slope,
          message);
      for (int j = 0; j < risk.size(); j++) {
        int other = j;
        assertEquals(
            Mixtures.derivative(
                h -> risk.slope(Mixtures.shifted(weights, index, h)).gradient().get(other)),
            at.hessian().get(i, j),
            TOLERANCE * curvature,
            message);
      }
    }
  }

  private static double largest(RiskCurvature at) {
    double largest = 0;
    for (double[] row : at.hessian().toArray()) {
      largest = Math.max(largest, Vector.of(row).maximumNorm());
    }
    return largest;
  }

  private static void assertSampledDerivatives(
      MixtureLaw law, PromptLength length, WeightSpace space, Random random, long seed) {
    var risk = Mixtures.sampled(law, length, space, new Sampling(4, 2, seed));
    var weights = Mixtures.randomWeights(random, space, law.dimension());
    assertDerivatives(risk, weights, law + ", N = " + length + ", W = " + weights + ", " + seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void sampledRiskHasItsOwnDerivatives(int classes) {
    long seed = 100L + classes;
    var random = new Random(seed);
    for (int dimension = 1; dimension <= 3; dimension++) {
      for (var length : LENGTHS) {
        for (var space : WeightSpace.values()) {
          var law = MixtureLaw.of(classes, Mixtures.randomCovariance(random, dimension));
          assertSampledDerivatives(law, length, space, random, seed);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void sampledRiskHasItsOwnDerivativesOutsideThePapersSetting(int classes) {
    long seed = 200L + classes;
    var random = new Random(seed);
    for (var length : LENGTHS) {
      for (var space : WeightSpace.values()) {
        var law = MixtureLaw.of(classes, Mixtures.randomCovariance(random, 2));
        var unequal = law.withPriors(Mixtures.unequalPriors(classes));
        var independent = law.withMeans(MeanLaw.INDEPENDENT);
        assertSampledDerivatives(unequal, length, space, random, seed);
        assertSampledDerivatives(independent, length, space, random, seed);
        assertSampledDerivatives(
            independent.withPriors(Mixtures.unequalPriors(classes)), length, space, random, seed);
      }
    }
  }

  /** The loss is even in the remaining noise, and so has a Hessian where {@code |Wx|} has none. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void sampledRiskHasItsOwnDerivativesAtZeroWeights(int classes) {
    long seed = 300L + classes;
    var law = MixtureLaw.diagonal(classes, 1, 2);
    for (var length : LENGTHS) {
      for (var space : WeightSpace.values()) {
        var risk = Mixtures.sampled(law, length, space, new Sampling(4, 2, seed));
        var zero = Vector.zero(risk.size());
        assertDerivatives(risk, zero, classes + " classes, N = " + length + ", seed " + seed);
      }
    }
  }

  @Test
  void exactRiskHasItsOwnDerivatives() {
    long seed = 400;
    var random = new Random(seed);
    for (var length : LENGTHS) {
      var scalar = MixtureLaw.diagonal(2, 0.3 + random.nextDouble());
      assertExactDerivatives(scalar, length, WeightSpace.FULL, random, seed);
      // Fifty tokens in the plane take seconds.
      if (!length.equals(PromptLength.of(50))) {
        var planar = MixtureLaw.of(2, Mixtures.randomCovariance(random, 2));
        assertExactDerivatives(planar, length, WeightSpace.DIAGONAL, random, seed);
      }
    }
  }

  @Test
  void exactRiskHasItsOwnDerivativesForAllWeightsOfThePlane() {
    long seed = 500;
    var random = new Random(seed);
    for (var length : List.of(PromptLength.of(1), PromptLength.of(2), PromptLength.infinite())) {
      var law = MixtureLaw.of(2, Mixtures.randomCovariance(random, 2));
      assertExactDerivatives(law, length, WeightSpace.FULL, random, seed);
    }
  }

  private static void assertExactDerivatives(
      MixtureLaw law, PromptLength length, WeightSpace space, Random random, long seed) {
    var risk = Mixtures.exact(law, length, space);
    var weights = Mixtures.randomWeights(random, space, law.dimension());
    assertDerivatives(risk, weights, law + ", N = " + length + ", W = " + weights + ", " + seed);
  }
}
