package io.github.icldynamics.softmaxregression.training;

import static io.github.icldynamics.contract.JsonValues.matrix;
import static io.github.icldynamics.contract.JsonValues.number;
import static io.github.icldynamics.contract.JsonValues.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.contract.JsonValues;
import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.ChangingLaw;
import io.github.icldynamics.softmaxregression.law.LabelKernel;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.ChangingObjective;
import io.github.icldynamics.softmaxregression.objective.Coupling;
import io.github.icldynamics.softmaxregression.objective.LayerObjective;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.objective.ScaledValueEvaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every general form against enumeration in 80 digits ({@code reference/general.py}). */
class GeneralReferenceTest {
  /** Of the size of the numbers themselves, as asked: rounding stays a hundred times below. */
  private static final double TOLERANCE = 1e-11;

  private static final JsonNode REFERENCE = ReferenceNumbers.read("general.json");

  static Stream<JsonNode> columns() {
    return REFERENCE.get("columns").valueStream();
  }

  static Stream<JsonNode> kernels() {
    return REFERENCE.get("kernels").valueStream();
  }

  static Stream<JsonNode> layers() {
    return REFERENCE.get("layers").valueStream();
  }

  static Stream<JsonNode> changing() {
    return REFERENCE.get("changing").valueStream();
  }

  static Stream<JsonNode> tests() {
    return REFERENCE.get("tests").valueStream();
  }

  private static QueryColumn column(JsonNode node, int query, LabelModel labels) {
    return TokenLaw.of(vector(node.get("probabilities")).toArray())
        .column(query, PromptLength.of(node.get("promptLength").asLong()), labels);
  }

  private static LabelModel labels(JsonNode node) {
    var rows = node.get("covariance");
    var covariance =
        rows.isNull()
            ? new LabelModel.IdentityCovariance()
            : LabelModel.MatrixCovariance.of(matrix(rows));
    return new LabelModel(covariance, node.get("noise").asDouble());
  }

  @ParameterizedTest
  @MethodSource("columns")
  void columnsOfAnyQueryLawLabelsNoiseAndValueScale(JsonNode node) {
    var column =
        column(node, node.get("query").asInt(), labels(node))
            .withQueryWeight(node.get("queryProbability").asDouble())
            .withValueScale(node.get("valueScale").asDouble());
    var logits = vector(node.get("logits"));
    var value = PopulationEvaluator.of(column).evaluate(logits);
    double loss = number(node.get("loss"));
    assertEquals(loss, value.loss(), TOLERANCE * loss);
    assertClose(vector(node.get("descent")), value.descent().toArray());
    var scaled = new ScaledValueEvaluator(column, LaplaceGrid.fullAccuracy());
    scaled.descend(logits.toArray(), new double[column.size()]);
    double slope = number(node.get("valueDescent"));
    assertEquals(slope, scaled.valueDescent(), TOLERANCE * (Math.abs(slope) + loss));
  }

  /** Relative to the largest entry: an entry may cancel to nothing. */
  private static void assertClose(Vector expected, double[] actual) {
    double scale = Math.max(expected.maximumNorm(), 1e-17);
    for (int n = 0; n < actual.length; n++) {
      assertEquals(expected.get(n), actual[n], TOLERANCE * scale + 1e-16, "entry " + n);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void kernelsGiveTheSecondMomentsOfTheirFunctions(JsonNode node) {
    var parameters = node.get("parameters");
    LabelKernel kernel =
        switch (node.get("kernel").asString()) {
          case "linear" -> new LabelKernel.Linear();
          case "relu" -> new LabelKernel.Relu();
          case "gaussian" -> new LabelKernel.Gaussian(parameters.get("length").asDouble());
          default ->
              new LabelKernel.Polynomial(
                  parameters.get("degree").asInt(), parameters.get("offset").asDouble());
        };
    var gram = SymmetricMatrix.of(matrix(node.get("gram")));
    double[][] expected = matrix(node.get("covariance"));
    var covariance = (LabelModel.MatrixCovariance) kernel.of(gram);
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected.length; j++) {
        double entry = covariance.matrix().get(i, j);
        assertEquals(expected[i][j], entry, 1e-14 * (1 + Math.abs(expected[i][j])));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void layersOfAnyGramMatrix(JsonNode node) {
    int size = node.get("gram").size();
    var law = TokenLaw.of(vector(node.get("probabilities")).toArray());
    var columns = new ArrayList<QueryColumn>();
    for (int k = 0; k < size; k++) {
      columns.add(column(node, k, labels(node)).withValueScale(node.get("valueScale").asDouble()));
    }
    var gram = new Coupling.Gram(SymmetricMatrix.of(matrix(node.get("gram"))));
    var grid = LaplaceGrid.fullAccuracy();
    var field = new LayerObjective(law, columns, gram, true, Vector.zero(size), grid);
    double[] logits = JsonValues.flat(node.get("logits")).toArray();
    double[] state = Arrays.copyOf(logits, logits.length + 1);
    state[logits.length] = node.get("valueScale").asDouble();
    double[] direction = new double[state.length];
    double largest = field.descend(0, state, direction);
    assertEquals(vector(node.get("losses")).maximumNorm(), largest, TOLERANCE * largest);
    assertClose(JsonValues.flat(node.get("velocity")), Arrays.copyOf(direction, logits.length));
    double slope = number(node.get("valueVelocity"));
    assertEquals(slope, direction[logits.length], TOLERANCE * (1 + Math.abs(slope)));
  }

  private static ChangingLaw.Course course(JsonNode node) {
    return switch (node.get("kind").asString()) {
      case "switch" -> new ChangingLaw.Switch(node.get("at").asDouble());
      case "drift" -> new ChangingLaw.Drift(node.get("over").asDouble());
      default -> new ChangingLaw.Cycle(node.get("period").asDouble());
    };
  }

  @ParameterizedTest
  @MethodSource("changing")
  void lawsThatChangeInTime(JsonNode node) {
    var from = TokenLaw.of(vector(node.get("from")).toArray());
    var to = TokenLaw.of(vector(node.get("to")).toArray());
    var law = new ChangingLaw(from, to, course(node));
    var length = PromptLength.of(node.get("promptLength").asLong());
    var column = from.column(node.get("query").asLong(), length, LabelModel.linear());
    var field = new ChangingObjective(column, law);
    double[] logits = vector(node.get("logits")).toArray();
    double[] direction = new double[logits.length];
    for (var row : node.get("rows")) {
      double loss = field.descend(row.get("tau").asDouble(), logits, direction);
      assertEquals(number(row.get("loss")), loss, TOLERANCE * loss);
      assertClose(vector(row.get("descent")), direction);
    }
  }

  @ParameterizedTest
  @MethodSource("tests")
  void testsOnAnotherLawAndLength(JsonNode node) {
    var law = TokenLaw.of(vector(node.get("testProbabilities")).toArray());
    var length = PromptLength.of(node.get("testLength").asLong());
    var column = law.column(node.get("query").asLong(), length, LabelModel.linear());
    double loss = PopulationEvaluator.of(column).evaluate(vector(node.get("logits"))).loss();
    double expected = number(node.get("testLoss"));
    assertEquals(expected, loss, TOLERANCE * expected);
  }
}
