package io.github.icldynamics.softmaxregression.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.Outcome;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs of {@code reference/trajectories.json}, made with scipy's DOP853 at 1e-12. */
class ReferenceTrajectoryTest {
  /** Claimed accuracy; the reference itself carries about ten digits. */
  private static final double TOLERANCE = 1e-6;

  /** Near the end of the plateau the state at a given time is ill-conditioned by a factor K. */
  private static final double EXPLOSIVE_TIME = 2e12;

  static List<JsonNode> runs() throws IOException {
    var runs = new ArrayList<JsonNode>();
    try (var stream =
        ReferenceTrajectoryTest.class.getResourceAsStream("/reference/trajectories.json")) {
      new JsonMapper().readTree(stream).forEach(runs::add);
    }
    return runs;
  }

  @ParameterizedTest
  @MethodSource("runs")
  void everyRowIsReproduced(JsonNode run) {
    var column = column(run);
    boolean discrete = run.get("method").asString().equals("gradient-descent");
    var method =
        discrete
            ? new GradientDescent(run.get("learningRate").asDouble())
            : GradientFlow.accurate();
    var rows = run.get("rows");
    double last = rows.get(rows.size() - 1).get("t").asDouble();
    var trajectory =
        ColumnTrajectory.train(method, column, Vector.zero(column.size()), new Goal.Reach(last));
    assertEquals(new Outcome(Ending.BUDGET_EXHAUSTED, last), trajectory.outcome());
    for (var row : rows) {
      if (row.get("t").asDouble() != EXPLOSIVE_TIME) {
        requireRow(trajectory, row);
      }
    }
  }

  private static void requireRow(ColumnTrajectory trajectory, JsonNode row) {
    var logits = trajectory.logitsAt(row.get("t").asDouble());
    var value = PopulationEvaluator.of(trajectory.column()).evaluate(logits);
    double loss = row.get("loss").asDouble();
    assertEquals(loss, value.loss(), TOLERANCE * loss, row.toString());
    for (int m = 0; m < logits.size(); m++) {
      double logit = row.get("logits").get(m).asDouble();
      double attention = row.get("meanAttention").get(m).asDouble();
      assertEquals(logit, logits.get(m), TOLERANCE, row.toString());
      assertEquals(attention, value.meanAttention().get(m), TOLERANCE * attention, row.toString());
    }
  }

  @Test
  void inTheExplosiveStretchTheTimeOfAStateIsReproduced() throws IOException {
    var run =
        runs().stream()
            .filter(r -> r.get("name").asString().contains("K=1e6"))
            .findFirst()
            .orElseThrow();
    var column = column(run);
    var trajectory =
        ColumnTrajectory.train(
            GradientFlow.accurate(), column, Vector.zero(3), new Goal.Reach(2.1e12));
    double tau = trajectory.firstTime(s -> s.get(1) - 6.54342077437743, 0).orElseThrow();
    assertEquals(EXPLOSIVE_TIME, tau, 1e-6 * EXPLOSIVE_TIME);
  }

  private static QueryColumn column(JsonNode run) {
    var groups = new ArrayList<FeatureGroup>();
    for (int m = 0; m < run.get("probabilities").size(); m++) {
      groups.add(
          new FeatureGroup(
              run.get("probabilities").get(m).asDouble(),
              run.get("multiplicities").get(m).asLong()));
    }
    var length = run.get("promptLength");
    return new QueryColumn(
        groups,
        run.get("queryGroup").asInt(),
        length.isString() ? PromptLength.infinite() : PromptLength.of(length.asLong()),
        LabelModel.linear());
  }
}
