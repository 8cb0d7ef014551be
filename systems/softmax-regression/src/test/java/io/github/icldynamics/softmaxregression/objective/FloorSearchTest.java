package io.github.icldynamics.softmaxregression.objective;

import static io.github.icldynamics.contract.JsonValues.matrix;
import static io.github.icldynamics.contract.JsonValues.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.descent.LeastLoss;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Floors with noise, labels and Gram matrices of any kind, fixed and trained value scales, against
 * brute force over enumerated prompts in 60 digits ({@code reference/floors_general.py}).
 */
class FloorSearchTest {
  /** Asked for are 1e-10; the search ends at the rounding of a loss of order 1. */
  private static final double TOLERANCE = 2e-15;

  static Stream<JsonNode> floors() {
    return ReferenceNumbers.read("floors_general.json").valueStream();
  }

  private static QueryColumn column(JsonNode node) {
    var covariance =
        node.get("covariance").isNull()
            ? new LabelModel.IdentityCovariance()
            : LabelModel.MatrixCovariance.of(matrix(node.get("covariance")));
    var labels = new LabelModel(covariance, node.get("noise").asDouble());
    return TokenLaw.of(vector(node.get("probabilities")).toArray())
        .column(
            node.get("query").asInt(), PromptLength.of(node.get("promptLength").asLong()), labels);
  }

  private static Coupling coupling(JsonNode node) {
    return node.get("gram").isNull()
        ? new Coupling.Orthonormal()
        : new Coupling.Gram(SymmetricMatrix.of(matrix(node.get("gram"))));
  }

  private static ErrorFloor floor(JsonNode node) {
    var column = column(node);
    return node.get("valueScale").isString()
        ? ErrorFloor.ofTrainedScale(List.of(column), new double[] {1}, coupling(node))
            .orElseThrow()
            .getFirst()
        : ErrorFloor.find(column.withValueScale(node.get("valueScale").asDouble()), coupling(node))
            .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("floors")
  void theSearchFindsTheLeastOfAllHierarchies(JsonNode node) {
    var floor = floor(node);
    double expected = Double.parseDouble(node.get("floor").asString());
    assertEquals(expected, floor.value(), TOLERANCE, node.toString());
    if (floor.by() != ErrorFloor.Origin.FORMULA) {
      boolean isFinite = node.get("kind").asString().equals("finite");
      assertEquals(isFinite, floor.by() == ErrorFloor.Origin.MINIMISATION, node.toString());
    }
  }

  /** The formula of the paper's setting, which the search does not use, for laws of any size. */
  @ParameterizedTest
  @CsvSource({"2, 5", "10, 8", "100, 30", "1000, 400", "1000000000000, 3", "100000, 10"})
  void theSearchAgreesWithTheFormula(long features, long tokens) {
    for (long query : new long[] {0, 1}) {
      var column =
          TokenLaw.imbalanced(features, 0.4)
              .column(query, PromptLength.of(tokens), LabelModel.linear());
      double formula = ErrorFloor.of(column).value();
      var found = FloorSearch.of(column, new Coupling.Orthonormal()).orElseThrow();
      assertEquals(formula, found.value(), 1e-13, "query " + query);
    }
  }

  /**
   * With noise and very long prompts that hold feature k for certain, only the noise of their mean
   * is left: {@code ½ σ²/(N p_k)}, up to the share of other tokens that thin the noise out.
   */
  @Test
  void longPromptsLeaveTheNoiseOfTheirMean() {
    var labels = new LabelModel(new LabelModel.IdentityCovariance(), 0.1);
    var column = TokenLaw.imbalanced(100, 0.5).column(0, PromptLength.of(100_000_000), labels);
    var floor = ErrorFloor.of(column);
    assertEquals(0.5 * 0.1 / (0.5 * 1e8), floor.value(), 1e-7 * floor.value());
    assertEquals(ErrorFloor.Origin.MINIMISATION, floor.by());
  }

  @Test
  void tooManyWeightsAreNotComputed() {
    var labels = new LabelModel(new LabelModel.IdentityCovariance(), 1);
    var column = TokenLaw.zipf(61, 1).column(0, PromptLength.of(100), labels);
    assertTrue(ErrorFloor.find(column).isEmpty());
    var most = TokenLaw.zipf(60, 1).column(0, PromptLength.of(100), labels);
    assertTrue(ErrorFloor.find(most).isPresent());
  }

  /** A layer's floors are those of its columns where both can have them at one value scale. */
  @Test
  void infinitePromptsHaveNoFloorWhateverTheLabels() {
    var labels =
        new LabelModel(LabelModel.MatrixCovariance.of(new double[][] {{1, 0.5}, {0.5, 2}}), 3);
    var column = TokenLaw.of(0.5, 0.5).column(0, PromptLength.infinite(), labels);
    assertEquals(0, ErrorFloor.of(column).value());
    var trained =
        ErrorFloor.ofTrainedScale(
            List.of(column, column), new double[] {0.5, 0.5}, new Coupling.Orthonormal());
    assertTrue(trained.orElseThrow().stream().allMatch(floor -> floor.value() == 0));
  }

  /** {@code e^{−x}} is approached, {@code cosh x} is had: both are told apart. */
  @Test
  void infimaAreToldFromMinima() {
    var loss =
        new ColumnObjective(
            TokenLaw.of(0.5, 0.5)
                .column(0, PromptLength.of(3), LabelModel.linear())
                .withQueryWeight(1));
    var least = LeastLoss.of(loss, List.of(Vector.zero(2)));
    assertEquals(0.125, least.value(), 1e-15, "½ (1 + R)/2³, R = 1");
    assertTrue(
        !least.attained() && FastMath.abs(least.weights().get(0) - least.weights().get(1)) > 20);
  }
}
