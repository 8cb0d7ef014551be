package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.contract.JsonValues;
import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExactRiskTest {
  private static final JsonNode REFERENCE = ReferenceNumbers.read("mixture.json");

  private static ExactRisk scalar(JsonNode node) {
    var law = MixtureLaw.diagonal(2, node.get("covariance").asDouble());
    return Mixtures.exact(law, length(node), WeightSpace.DIAGONAL);
  }

  private static ExactRisk planar(JsonNode node, WeightSpace space) {
    var covariance = SymmetricMatrix.of(JsonValues.matrix(node.get("covariance")));
    return Mixtures.exact(MixtureLaw.of(2, covariance), length(node), space);
  }

  private static PromptLength length(JsonNode node) {
    return PromptLength.of(node.get("promptLength").asLong());
  }

  /** The reference errs by at most 1e-12, and each side rounds sums of some thousand terms. */
  @Test
  void agreesWithQuadratureInOneDimension() {
    for (var row : REFERENCE.get("scalar").get("rows")) {
      var at = scalar(row).curvature(Vector.of(row.get("weight").asDouble()));
      String message = row.toString();
      assertEquals(row.get("loss").asDouble(), at.slope().loss(), 1e-11, message);
      assertEquals(row.get("gradient").asDouble(), at.slope().gradient().get(0), 1e-11, message);
      assertEquals(row.get("secondDerivative").asDouble(), at.hessian().get(0, 0), 1e-11, message);
    }
  }

  /**
   * Minimisers of the reference err by 1e-11 or less. Rounding of a gradient, 1e-15, moves the
   * minimiser by 1e-13 (curvatures there are above 0.01), and the deviation by N/2 as much.
   */
  @Test
  void isLeastWhereQuadratureHasItLeast() {
    for (var row : REFERENCE.get("scalar").get("minimisers")) {
      double tokens = row.get("promptLength").asDouble();
      double least = RiskMinimum.of(scalar(row)).weights().get(0);
      assertEquals(row.get("minimiser").asDouble(), least, 1e-10, row.toString());
      double deviation = tokens * (least / 2 - 1 / row.get("covariance").asDouble());
      double error = row.get("deviationError").asDouble() + 1e-13 * tokens;
      assertEquals(row.get("deviation").asDouble(), deviation, error, row.toString());
    }
  }

  /** {@code N (w/2 − 1)} has reached its limit but for 5000/N; w is rounded to 1e-16. */
  @Test
  void approachesTheLimitOfLongPrompts() {
    double limit = REFERENCE.get("limits").get("perturbation").asDouble();
    long tokens = 10_000_000_000L;
    var law = MixtureLaw.diagonal(2, 1);
    var risk = Mixtures.exact(law, PromptLength.of(tokens), WeightSpace.DIAGONAL);
    double least = RiskMinimum.of(risk).weights().get(0);
    assertEquals(limit, tokens * (least / 2 - 1), 1e-6 * Math.abs(limit));
  }

  /** The reference errs by at most 1e-9. */
  @Test
  void agreesWithQuadratureInTwoDimensions() {
    for (var row : REFERENCE.get("planar").get("rows")) {
      var at = planar(row, WeightSpace.FULL).slope(JsonValues.flat(row.get("weight")));
      assertEquals(row.get("loss").asDouble(), at.loss(), 1e-9, row.toString());
      var gradient = JsonValues.flat(row.get("gradient"));
      for (int i = 0; i < 4; i++) {
        assertEquals(gradient.get(i), at.gradient().get(i), 1e-9, row.toString());
      }
    }
  }

  /** The reference errs by at most 1e-8. */
  @Test
  void isLeastWhereQuadratureHasItLeastInTwoDimensions() {
    for (var row : REFERENCE.get("planar").get("minimisers")) {
      var least = RiskMinimum.of(planar(row, WeightSpace.DIAGONAL)).weights();
      var expected = JsonValues.vector(row.get("minimiser"));
      assertEquals(expected.get(0), least.get(0), 1e-8, row.toString());
      assertEquals(expected.get(1), least.get(1), 1e-8, row.toString());
    }
  }

  /** The reference errs by at most 1e-11. */
  @Test
  void gradientDescentGoesWhereQuadratureSendsIt() {
    var descent = REFERENCE.get("descent");
    var risk = scalar(descent);
    double weight = descent.get("start").asDouble();
    double step = 1 / risk.curvature(Vector.of(weight)).hessian().get(0, 0);
    assertEquals(descent.get("step").asDouble(), step, 1e-11);
    int iteration = 0;
    for (var row : descent.get("rows")) {
      for (; iteration < row.get("iteration").asInt(); iteration++) {
        weight -= step * risk.slope(Vector.of(weight)).gradient().get(0);
      }
      assertEquals(row.get("weight").asDouble(), weight, 1e-10, row.toString());
    }
  }

  @Test
  void coversTwoBalancedClassesInOneOrTwoDimensionsOnly() {
    assertTrue(ExactRisk.covers(MixtureLaw.diagonal(2, 1)));
    assertTrue(ExactRisk.covers(MixtureLaw.diagonal(2, 1, 3)));
    assertRefused(MixtureLaw.diagonal(3, 1));
    assertRefused(MixtureLaw.diagonal(2, 1, 1, 1));
    assertRefused(MixtureLaw.diagonal(2, 1).withMeans(MeanLaw.INDEPENDENT));
    assertRefused(MixtureLaw.diagonal(2, 1).withPriors(Vector.of(0.4, 0.6)));
  }

  private static void assertRefused(MixtureLaw law) {
    var length = PromptLength.of(3);
    assertThrows(InvalidInputException.class, () -> Mixtures.exact(law, length, WeightSpace.FULL));
  }
}
