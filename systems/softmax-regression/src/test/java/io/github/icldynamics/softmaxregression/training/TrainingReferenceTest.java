package io.github.icldynamics.softmaxregression.training;

import static io.github.icldynamics.contract.JsonValues.flat;
import static io.github.icldynamics.contract.JsonValues.matrix;
import static io.github.icldynamics.contract.JsonValues.vector;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.descent.Adam;
import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.Momentum;
import io.github.icldynamics.descent.Nesterov;
import io.github.icldynamics.descent.NormalisedDescent;
import io.github.icldynamics.descent.Optimiser;
import io.github.icldynamics.descent.PlainDescent;
import io.github.icldynamics.descent.SignDescent;
import io.github.icldynamics.descent.UpdateRule;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.ChangingLaw;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.ChangingObjective;
import io.github.icldynamics.softmaxregression.objective.Coupling;
import io.github.icldynamics.softmaxregression.objective.LayerObjective;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Whole runs against tight integrations and iterations of the enumerated gradient, which were made
 * with two other integrators and with PyTorch's optimisers ({@code reference/training.py}).
 */
class TrainingReferenceTest {
  /**
   * The flow takes steps to 1e-11 and is read between them to 1e-9; references agree to 1e-11 among
   * themselves.
   */
  private static final double FLOW_TOLERANCE = 1e-8;

  private static final JsonNode REFERENCE = ReferenceNumbers.read("training.json");

  static Stream<JsonNode> flows() {
    return REFERENCE.get("flows").valueStream();
  }

  static Stream<JsonNode> changingFlows() {
    return REFERENCE.get("changingFlows").valueStream();
  }

  static Stream<JsonNode> optimisers() {
    return REFERENCE.get("optimisers").valueStream();
  }

  private static TokenLaw law(JsonNode node) {
    return TokenLaw.of(vector(node.get("probabilities")).toArray());
  }

  private static PromptLength length(JsonNode node) {
    return PromptLength.of(node.get("promptLength").asLong());
  }

  private static LayerObjective layer(JsonNode node) {
    int size = node.get("gram").size();
    var labels =
        new LabelModel(
            LabelModel.MatrixCovariance.of(matrix(node.get("covariance"))),
            node.get("noise").asDouble());
    var asked =
        node.has("queryProbabilities") ? node.get("queryProbabilities") : node.get("probabilities");
    var scale = node.get("valueScale");
    boolean trained = scale.isObject() && scale.get("trained").asBoolean();
    double initial = scale.isObject() ? scale.get("initial").asDouble() : scale.asDouble();
    var columns = new ArrayList<QueryColumn>();
    for (int k = 0; k < size; k++) {
      columns.add(
          law(node)
              .column(k, length(node), labels)
              .withQueryWeight(asked.get(k).asDouble())
              .withValueScale(initial));
    }
    var gram = new Coupling.Gram(SymmetricMatrix.of(matrix(node.get("gram"))));
    var grid = LaplaceGrid.fullAccuracy();
    return new LayerObjective(law(node), columns, gram, trained, Vector.zero(size), grid);
  }

  private static Vector initial(JsonNode node, LayerObjective field) {
    double[] state = Arrays.copyOf(flat(node.get("initial")).toArray(), field.size());
    if (field.size() > flat(node.get("initial")).size()) {
      state[state.length - 1] = node.get("valueScale").get("initial").asDouble();
    }
    return Vector.of(state);
  }

  @ParameterizedTest
  @MethodSource("flows")
  void coupledFlows(JsonNode node) {
    var field = layer(node);
    var path = GradientFlow.accurate().follow(field, initial(node, field), new Goal.Reach(1000));
    for (var state : node.get("expected")) {
      double tau = state.get("time").asDouble();
      for (int k = 0; k < field.columns(); k++) {
        var trajectory = new ColumnTrajectory(field, path, k);
        assertClose(vector(state.get("logits").get(k)), trajectory.logitsAt(tau), FLOW_TOLERANCE);
        double loss =
            PopulationEvaluator.of(trajectory.columnAt(tau))
                .evaluate(trajectory.logitsAt(tau))
                .loss();
        assertEquals(state.get("losses").get(k).asDouble(), loss, FLOW_TOLERANCE);
      }
      double scale = new ColumnTrajectory(field, path, 0).columnAt(tau).valueScale();
      assertEquals(state.get("valueScale").asDouble(), scale, FLOW_TOLERANCE);
    }
  }

  private static void assertClose(Vector expected, Vector actual, double tolerance) {
    assertEquals(expected.size(), actual.size());
    for (int n = 0; n < expected.size(); n++) {
      assertEquals(expected.get(n), actual.get(n), tolerance, "entry " + n);
    }
  }

  @ParameterizedTest
  @MethodSource("changingFlows")
  void flowsUnderAChangingLaw(JsonNode node) {
    ChangingLaw.Course course =
        switch (node.get("name").asString()) {
          case "switch" -> new ChangingLaw.Switch(node.get("at").asDouble());
          case "drift" -> new ChangingLaw.Drift(node.get("over").asDouble());
          default -> new ChangingLaw.Cycle(node.get("period").asDouble());
        };
    var later = TokenLaw.of(vector(node.get("laterProbabilities")).toArray());
    var column = law(node).column(node.get("query").asLong(), length(node), LabelModel.linear());
    var field = new ChangingObjective(column, new ChangingLaw(law(node), later, course));
    var path =
        GradientFlow.accurate().follow(field, Vector.zero(column.size()), new Goal.Reach(200));
    for (var state : node.get("expected")) {
      double tau = state.get("time").asDouble();
      assertClose(vector(state.get("logits")), path.weightsAt(tau), FLOW_TOLERANCE);
    }
  }

  private static UpdateRule rule(JsonNode node) {
    return switch (node.get("name").asString()) {
      case "gradientDescent" -> new PlainDescent();
      case "momentum" -> new Momentum(node.get("mu").asDouble());
      case "nesterov" -> new Nesterov(node.get("mu").asDouble());
      case "adam" ->
          new Adam(
              node.get("beta1").asDouble(),
              node.get("beta2").asDouble(),
              node.get("epsilon").asDouble());
      case "sign" -> new SignDescent();
      default -> new NormalisedDescent();
    };
  }

  /**
   * Normalised steps overshoot at the minimum, which amplifies rounding: 1e-11 in the reference.
   */
  @ParameterizedTest
  @MethodSource("optimisers")
  void optimisersIterateAsPyTorchDoes(JsonNode node) {
    var column = law(node).column(node.get("query").asLong(), length(node), LabelModel.linear());
    double rate = node.get("eta").asDouble();
    double tolerance = node.get("name").asString().equals("normalized") ? 1e-9 : 1e-12;
    var run =
        ColumnTrajectory.train(
            new Optimiser(rule(node), rate),
            column,
            Vector.zero(column.size()),
            new Goal.Reach(50 * rate));
    for (var state : node.get("expected")) {
      double tau = state.get("iteration").asLong() * rate;
      assertClose(vector(state.get("logits")), run.logitsAt(tau), tolerance);
    }
  }

  @Test
  void normalisedStepsUseTheNormOfTheWholeLayer() {
    var node = REFERENCE.get("layerNormalized");
    var field = layer(node);
    double rate = node.get("eta").asDouble();
    var path =
        new Optimiser(new NormalisedDescent(), rate)
            .follow(field, initial(node, field), new Goal.Reach(50 * rate));
    for (var state : node.get("expected")) {
      var weights = path.weightsAt(state.get("iteration").asLong() * rate);
      assertClose(flat(state.get("logits")), weights, 1e-11);
    }
  }
}
