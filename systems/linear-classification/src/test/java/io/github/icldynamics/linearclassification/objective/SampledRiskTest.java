package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SampledRiskTest {
  private static final JsonNode REFERENCE = ReferenceNumbers.read("mixture.json");

  private static final long SEED = 11;

  /** Enough replicates that their spread, too, is known to a tenth or so. */
  private static final Sampling SAMPLING = new Sampling(256, 32, SEED);

  /** Loss and gradient are within 4 standard errors of a slope known otherwise. */
  private static void assertSlope(RiskSlope expected, SampledRisk risk, Vector weights) {
    var slopes = risk.slopes(weights);
    String message = risk.law() + " at " + weights + ", seed " + SEED;
    Mixtures.assertWithinError(
        expected.loss(), Mixtures.estimate(slopes, RiskSlope::loss), message + ", loss");
    for (int i = 0; i < weights.size(); i++) {
      int index = i;
      Mixtures.assertWithinError(
          expected.gradient().get(i),
          Mixtures.estimate(slopes, slope -> slope.gradient().get(index)),
          message + ", gradient " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 50, 1000})
  void isTheExactRiskInOneDimension(long tokens) {
    var law = MixtureLaw.diagonal(2, 0.7);
    var length = PromptLength.of(tokens);
    var risk = Mixtures.sampled(law, length, WeightSpace.DIAGONAL, SAMPLING);
    var exact = Mixtures.exact(law, length, WeightSpace.DIAGONAL);
    for (double weight : new double[] {-1, 0.3, 1.5, 4}) {
      var weights = Vector.of(weight);
      assertSlope(exact.slope(weights), risk, weights);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 30})
  void isTheExactRiskInTwoDimensions(long tokens) {
    var law = MixtureLaw.of(2, SymmetricMatrix.of(new double[][] {{1, 0.4}, {0.4, 0.6}}));
    var length = PromptLength.of(tokens);
    var risk = Mixtures.sampled(law, length, WeightSpace.FULL, SAMPLING);
    var exact = Mixtures.exact(law, length, WeightSpace.FULL);
    var weights = Vector.of(0.9, 0.3, -0.4, 1.6);
    assertSlope(exact.slope(weights), risk, weights);
  }

  @Test
  void isWhatQuadratureGivesForThreeClasses() {
    for (var row : REFERENCE.get("threeClasses").get("rows")) {
      var risk = threeClasses(row, SAMPLING);
      var expected =
          new RiskSlope(row.get("loss").asDouble(), Vector.of(row.get("gradient").asDouble()));
      assertSlope(expected, risk, Vector.of(row.get("weight").asDouble()));
    }
  }

  /** With many points also small faults would show: counts of 3 tokens jump, and leave 6e-4. */
  @Test
  void isWhatQuadratureGivesToThreeDigits() {
    var fine = new Sampling(4096, 16, SEED);
    for (var row : REFERENCE.get("threeClasses").get("rows")) {
      if (row.get("weight").asDouble() == 1 && row.get("covariance").asDouble() == 1) {
        var weights = Vector.of(1);
        var expected =
            new RiskSlope(row.get("loss").asDouble(), Vector.of(row.get("gradient").asDouble()));
        var risk = threeClasses(row, fine);
        assertSlope(expected, risk, weights);
        double error = Mixtures.estimate(risk.slopes(weights), RiskSlope::loss).standardError();
        assertTrue(error < 1e-3, "standard error " + error + ", seed " + SEED);
      }
    }
  }

  private static SampledRisk threeClasses(JsonNode row, Sampling sampling) {
    return Mixtures.sampled(
        MixtureLaw.diagonal(3, row.get("covariance").asDouble()),
        PromptLength.of(row.get("promptLength").asLong()),
        WeightSpace.DIAGONAL,
        sampling);
  }

  /** Within 4 standard errors, from the spread over seeds; also at W = 0, where |Wx| has a kink. */
  @Test
  void curvesAsQuadratureSaysForThreeClasses() {
    for (var row : REFERENCE.get("threeClasses").get("rows")) {
      var sum = new Estimate.Accumulator();
      for (long seed = 0; seed < 24; seed++) {
        var risk = threeClasses(row, new Sampling(256, 2, seed));
        sum.add(risk.curvature(Vector.of(row.get("weight").asDouble())).hessian().get(0, 0));
      }
      double expected = row.get("secondDerivative").asDouble();
      Mixtures.assertWithinError(expected, sum.estimate(1), row + ", seeds 0 to 23");
    }
  }

  @Test
  void isLeastWhereQuadratureHasItLeastForThreeClasses() {
    for (var row : REFERENCE.get("threeClasses").get("minimisers")) {
      var least = least(threeClasses(row, SAMPLING));
      Mixtures.assertWithinError(row.get("minimiser").asDouble(), least, row + ", seed " + SEED);
    }
  }

  /** The minimiser in one dimension; its error is that of the gradient over the curvature. */
  private static Estimate least(SampledRisk risk) {
    var minimum = RiskMinimum.of(risk);
    var gradient =
        Mixtures.estimate(risk.slopes(minimum.weights()), slope -> slope.gradient().get(0));
    double curvature = minimum.at().hessian().get(0, 0);
    return new Estimate(minimum.weights().get(0), gradient.standardError() / curvature);
  }

  @ParameterizedTest
  @CsvSource({"20,1", "100,1", "5,0.5"})
  void isLeastWhereTheExactRiskIs(int tokens, double variance) {
    var risk =
        Mixtures.sampled(
            MixtureLaw.diagonal(2, variance),
            PromptLength.of(tokens),
            WeightSpace.DIAGONAL,
            SAMPLING);
    Mixtures.assertWithinError(minimiser(tokens, variance), least(risk), "seed " + SEED);
  }

  private static double minimiser(int tokens, double variance) {
    for (var row : REFERENCE.get("scalar").get("minimisers")) {
      if (row.get("covariance").asDouble() == variance
          && row.get("promptLength").asInt() == tokens) {
        return row.get("minimiser").asDouble();
      }
    }
    throw new AssertionError("no reference for " + tokens);
  }

  /**
   * Over 24 seeds, the root mean square of the minimiser's error in standard errors; for Student's
   * t with 15 degrees of freedom it is 1.07, and within 0.6 and 1.6 but for a chance of 1e-3.
   */
  @Test
  void standardErrorsAreNeitherTooSmallNorTooLarge() {
    double squares = 0;
    for (long seed = 0; seed < 24; seed++) {
      var risk =
          Mixtures.sampled(
              MixtureLaw.diagonal(2, 1),
              PromptLength.of(20),
              WeightSpace.DIAGONAL,
              new Sampling(128, 16, seed));
      double deviation = least(risk).deviation(minimiser(20, 1));
      squares += deviation * deviation;
    }
    double rms = Math.sqrt(squares / 24);
    assertTrue(rms > 0.6 && rms < 1.6, () -> rms + " standard errors, seeds 0 to 23");
  }

  /**
   * At {@code W = 0} all logits are 0, so that the gradient is {@code −(c − 1)/c³ Σ_y E μ_y μ_yᵀ};
   * {@code E μ_0 μ_0ᵀ = I}, and a rotated mean has {@code Λ tr(Λ^{−1})/d}.
   */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 11})
  void gradientAtZeroWeightsIsThatOfTheMeans(int classes) {
    double[] variances = {0.5, 1, 2};
    var law = MixtureLaw.diagonal(classes, variances);
    var risk = Mixtures.sampled(law, PromptLength.of(6), WeightSpace.FULL, SAMPLING);
    double[] gradient = new double[9];
    for (int k = 0; k < 3; k++) {
      double means = 1 + (classes - 1) * variances[k] * 3.5 / 3;
      gradient[k * 3 + k] = -(classes - 1) * means / Math.pow(classes, 3);
    }
    var expected = new RiskSlope(Math.log(classes), Vector.of(gradient));
    assertSlope(expected, risk, Vector.zero(9));
  }

  /** Without a control variate nothing is random there but the last bits. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7})
  void lossAtZeroWeightsIsThatOfGuessing(int classes) {
    var law = MixtureLaw.diagonal(classes, 1, 2).withMeans(MeanLaw.INDEPENDENT);
    var risk = Mixtures.sampled(law, PromptLength.of(4), WeightSpace.DIAGONAL, SAMPLING);
    assertEquals(Math.log(classes), risk.slope(Vector.zero(2)).loss(), 1e-12);
  }

  /** Deviations of the prompt from its mean are of size 1e-9; means and queries are the same. */
  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void longestPromptIsTheInfiniteOne(int classes) {
    var law = MixtureLaw.diagonal(classes, 1, 2);
    var weights = Vector.of(1.5, 0.7);
    var sampling = new Sampling(64, 2, SEED);
    var longest = PromptLength.of(PromptLength.LONGEST);
    var finite = Mixtures.sampled(law, longest, WeightSpace.DIAGONAL, sampling).slope(weights);
    var infinite =
        Mixtures.sampled(law, PromptLength.infinite(), WeightSpace.DIAGONAL, sampling)
            .slope(weights);
    assertEquals(infinite.loss(), finite.loss(), 1e-8);
  }

  @Test
  void equalSeedsGiveEqualBitsAndOthersDoNot() {
    var law = MixtureLaw.diagonal(3, 1, 2);
    var weights = Vector.of(1, 1);
    var first = slope(law, weights, 1);
    assertEquals(first, slope(law, weights, 1));
    assertNotEquals(first, slope(law, weights, 2));
  }

  private static RiskSlope slope(MixtureLaw law, Vector weights, long seed) {
    var sampling = new Sampling(32, 2, seed);
    return Mixtures.sampled(law, PromptLength.of(5), WeightSpace.DIAGONAL, sampling).slope(weights);
  }

  /** The blocks in which cases are worked out leave no trace in the last one, filled or not. */
  @Test
  void slopeIsThatOfTheCurvature() {
    var random = new Random(SEED);
    for (int classes : new int[] {2, 3, 17}) {
      var law = MixtureLaw.diagonal(classes, 1, 2);
      var sampling = new Sampling(16, 2, SEED);
      var risk = Mixtures.sampled(law, PromptLength.of(3), WeightSpace.FULL, sampling);
      var weights = Mixtures.randomWeights(random, WeightSpace.FULL, 2);
      assertEquals(risk.slope(weights), risk.curvature(weights).slope());
    }
  }

  @Test
  void badSamplingsAreRefused() {
    for (int points : new int[] {Integer.MIN_VALUE, -2, 0, 1, 3, 1 << 21}) {
      assertThrows(InvalidInputException.class, () -> new Sampling(points, 2, 1));
    }
    assertThrows(InvalidInputException.class, () -> new Sampling(4, 1, 1));
  }
}
