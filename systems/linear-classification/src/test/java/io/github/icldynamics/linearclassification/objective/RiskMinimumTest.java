package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RiskMinimumTest {
  private static final long SEED = 41;

  /** The gradient's rounding, 1e-15, over curvatures of 0.01 and more: a hundred times less. */
  private static final double TOLERANCE = 1e-9;

  private static void assertOneMinimum(Risk risk, double... farthest) {
    var expected = RiskMinimum.of(risk).weights();
    assertEquals(0, risk.slope(expected).gradient().maximumNorm(), 1e-13);
    var random = new Random(SEED);
    for (double reach : farthest) {
      for (int i = 0; i < 3; i++) {
        double[] start = new double[risk.size()];
        for (int k = 0; k < start.length; k++) {
          start[k] = reach * (2 * random.nextDouble() - 1);
        }
        assertReaches(expected, Vector.of(start), risk);
      }
    }
  }

  private static void assertReaches(Vector expected, Vector start, Risk risk) {
    var least = RiskMinimum.from(start, risk).weights();
    for (int k = 0; k < expected.size(); k++) {
      assertEquals(expected.get(k), least.get(k), TOLERANCE, start + ", seed " + SEED);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 10, 100, 1_000_000})
  void exactRiskHasOneMinimum(long tokens) {
    var law = MixtureLaw.diagonal(2, 1);
    var risk = Mixtures.exact(law, PromptLength.of(tokens), WeightSpace.DIAGONAL);
    assertOneMinimum(risk, 1, 10, 50);
    var expected = RiskMinimum.of(risk).weights();
    assertReaches(expected, Vector.of(50), risk);
    assertReaches(expected, Vector.of(-50), risk);
  }

  @Test
  void exactRiskOfInfinitePromptsHasOneMinimum() {
    var law = MixtureLaw.diagonal(2, 0.5, 2);
    assertOneMinimum(Mixtures.exact(law, PromptLength.infinite(), WeightSpace.FULL), 1, 10);
  }

  @Test
  void exactRiskOfThePlaneHasOneMinimum() {
    var law = MixtureLaw.diagonal(2, 0.5, 1.5);
    assertOneMinimum(Mixtures.exact(law, PromptLength.of(1), WeightSpace.FULL), 1, 10);
    var risk = Mixtures.exact(law, PromptLength.of(10), WeightSpace.DIAGONAL);
    assertReaches(RiskMinimum.of(risk).weights(), Vector.of(50, 50), risk);
  }

  @Test
  void sampledRiskHasOneMinimum() {
    var sampling = new Sampling(16, 2, SEED);
    var length = PromptLength.of(10);
    var two = MixtureLaw.diagonal(2, 1);
    assertOneMinimum(Mixtures.sampled(two, length, WeightSpace.FULL, sampling), 1, 10, 50);
    var three = MixtureLaw.diagonal(3, 0.5, 1.5);
    assertOneMinimum(Mixtures.sampled(three, length, WeightSpace.FULL, sampling), 1, 10, 50);
    var single = PromptLength.of(1);
    assertOneMinimum(Mixtures.sampled(three, single, WeightSpace.DIAGONAL, sampling), 1, 50);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1000})
  void sampledRiskOutsideThePapersSettingHasOneMinimum(long tokens) {
    var law =
        MixtureLaw.diagonal(3, 0.5, 1.5)
            .withMeans(MeanLaw.INDEPENDENT)
            .withPriors(Mixtures.unequalPriors(3));
    var sampling = new Sampling(16, 2, SEED);
    var risk = Mixtures.sampled(law, PromptLength.of(tokens), WeightSpace.DIAGONAL, sampling);
    assertOneMinimum(risk, 1, 50);
  }

  /** From the minimiser for infinite prompts a full step goes too far, and the next one farther. */
  @Test
  void undampedStepsWouldDiverge() {
    var law = MixtureLaw.diagonal(2, 0.5);
    var risk = Mixtures.exact(law, PromptLength.of(10), WeightSpace.DIAGONAL);
    double weight = 4;
    for (int i = 0; i < 4; i++) {
      var at = risk.curvature(Vector.of(weight));
      weight -= at.slope().gradient().get(0) / at.hessian().get(0, 0);
    }
    assertTrue(Math.abs(weight) > 1e6, "after four steps: " + weight);
    assertReaches(RiskMinimum.of(risk).weights(), Vector.of(4), risk);
  }

  /** The risk is convex, so that its least value is below those around. */
  @Test
  void lossIsLeastThere() {
    var law = MixtureLaw.diagonal(3, 0.5, 1.5);
    var sampling = new Sampling(16, 2, SEED);
    var risk = Mixtures.sampled(law, PromptLength.of(5), WeightSpace.FULL, sampling);
    var minimum = RiskMinimum.of(risk);
    var random = new Random(SEED);
    for (int i = 0; i < 20; i++) {
      var near = Mixtures.shifted(minimum.weights(), i % 4, 0.1 * random.nextGaussian());
      assertTrue(risk.slope(near).loss() > minimum.at().slope().loss(), "seed " + SEED);
    }
  }
}
