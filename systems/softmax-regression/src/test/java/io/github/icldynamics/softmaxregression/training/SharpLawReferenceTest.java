package io.github.icldynamics.softmaxregression.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Runs of {@code reference/sharp_laws.json}: 40-digit Taylor series in another variable than ours.
 * They are right to all digits; our flow is asked for ten at ε down to 10⁻⁶.
 */
class SharpLawReferenceTest {
  private static final double TOLERANCE = 1e-10;

  private static List<JsonNode> rows(String key) {
    var rows = new ArrayList<JsonNode>();
    ReferenceNumbers.read("sharp_laws.json").get(key).forEach(rows::add);
    return rows;
  }

  static List<JsonNode> phases() {
    return rows("phases");
  }

  static List<JsonNode> balanced() {
    return rows("balanced");
  }

  static List<JsonNode> dominant() {
    return rows("dominant");
  }

  static List<JsonNode> severalDominant() {
    return rows("severalDominant");
  }

  private static ColumnRun run(TokenLaw law, long query) {
    var flow = GradientFlow.accurate();
    var plan =
        new TrainingPlan(
            law, PromptLength.infinite(), LabelModel.linear(), flow, 1e-6, Until.convergence());
    return ColumnRun.train(plan, query);
  }

  private static void assertClose(JsonNode expected, double measured) {
    assertEquals(
        expected.asDouble(), measured, TOLERANCE * Math.max(1e-3, Math.abs(expected.asDouble())));
  }

  private static void assertConvergence(JsonNode row, ColumnRun run) {
    var epsilons = ReferenceNumbers.read("sharp_laws.json").get("epsilons");
    for (int i = 0; i < epsilons.size(); i++) {
      double tau = run.convergenceTo(epsilons.get(i).asDouble()).orElseThrow();
      assertClose(row.get("convergence").get(i), tau);
    }
  }

  @ParameterizedTest
  @MethodSource("phases")
  void phasesEndWhereTheReferenceSays(JsonNode row) {
    var run = run(TokenLaw.imbalanced(row.get("K").asLong(), row.get("p1").asDouble()), 1);
    var first = run.phases().get(0);
    var second = run.phases().get(1);
    assertClose(row.get("tauI"), first.to());
    assertClose(row.get("tauII"), second.to());
    assertClose(row.get("tauIII"), run.phases().get(2).to());
    assertClose(row.get("logitDominantAtI"), run.stateAt(first.to()).logits().get(0));
    assertClose(row.get("logitQueryAtI"), run.stateAt(first.to()).logits().get(1));
    assertConvergence(row, run);
  }

  @ParameterizedTest
  @MethodSource("balanced")
  void balancedRunsConvergeWhenTheReferenceSays(JsonNode row) {
    assertConvergence(row, run(TokenLaw.balanced(row.get("K").asLong()), 0));
  }

  @ParameterizedTest
  @MethodSource("dominant")
  void dominantRunsConvergeWhenTheReferenceSays(JsonNode row) {
    var law = TokenLaw.imbalanced(row.get("K").asLong(), row.get("p1").asDouble());
    assertConvergence(row, run(law, 0));
  }

  @ParameterizedTest
  @MethodSource("severalDominant")
  void severalDominantFeaturesAreSuppressedAsTheReferenceSays(JsonNode row) {
    var groups = new ArrayList<FeatureGroup>();
    double total = 0;
    for (var mass : row.get("dominant")) {
      groups.add(new FeatureGroup(mass.asDouble(), 1));
      total += mass.asDouble();
    }
    long rest = row.get("K").asLong() - groups.size();
    int query = groups.size();
    groups.add(new FeatureGroup((1 - total) / rest, rest));
    var run = run(new TokenLaw(groups), query);
    assertClose(row.get("tauIII"), run.phases().get(2).to());
    assertClose(row.get("convergence1e-3"), run.convergenceTo(1e-3).orElseThrow());
  }
}
