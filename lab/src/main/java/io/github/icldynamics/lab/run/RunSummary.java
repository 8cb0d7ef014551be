package io.github.icldynamics.lab.run;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.analysis.Phase;
import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.experiment.ExperimentTree;
import io.github.icldynamics.lab.experiment.JsonDocument;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeSet;
import org.hipparchus.util.FastMath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The summary of a run as a JSON document. What does not exist is {@code null}. */
public final class RunSummary {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RunSummary() {}

  /** The summary with the states at the start, the ends of the phases and the end. */
  public static ObjectNode of(ExperimentRun run) {
    var summary = head(run);
    var queries = summary.putArray("queries");
    for (var column : run.columns()) {
      queries.add(query(run.experiment(), column, column.states(milestones(column))));
    }
    return summary;
  }

  /** The summary with the states at exactly these flow times. */
  public static ObjectNode at(ExperimentRun run, List<Double> times) {
    var summary = head(run);
    var queries = summary.putArray("queries");
    for (var column : run.columns()) {
      queries.add(query(run.experiment(), column, ExperimentRun.states(column, times)));
    }
    return summary;
  }

  private static ObjectNode head(ExperimentRun run) {
    var summary = NODES.objectNode();
    summary.set("experiment", ExperimentTree.of(run.experiment()));
    summary.put("hash", ExperimentFile.hash(run.experiment()));
    summary.put("outcome", run.outcome().title());
    return summary;
  }

  /** The start, the ends of the phases, and the end. */
  public static List<Double> milestones(ColumnRun column) {
    var times = new TreeSet<Double>();
    times.add(0.0);
    column.phases().forEach(phase -> times.add(phase.to()));
    times.add(column.trajectory().end());
    return List.copyOf(times);
  }

  private static ObjectNode query(Experiment experiment, ColumnRun run, List<ColumnState> states) {
    var column = run.trajectory().column();
    var law = experiment.law();
    var node = NODES.objectNode();
    node.put("query", run.query());
    node.put("role", run.role().title());
    node.put("probability", column.queryProbability());
    node.put("exchangeable", law.groups().get(law.groupOf(run.query())).count());
    node.put("outcome", RunOutcome.of(run).title());
    node.put("ended", run.outcome().sentence());
    putFloor(node, run);
    node.set("groups", groups(column));
    node.set("convergence", convergence(experiment, run.convergence()));
    var phases = node.putArray("phases");
    run.phases().forEach(phase -> phases.add(phase(phase)));
    var list = node.putArray("states");
    var test = experiment.testColumn(run.query()).map(PopulationEvaluator::of);
    for (var state : states) {
      var written = state(state);
      test.ifPresent(
          evaluator -> written.put("testError", evaluator.evaluate(state.logits()).loss()));
      list.add(written);
    }
    return node;
  }

  /** Long prompts make the floor too small for a double; its logarithm tells it all the same. */
  private static void putFloor(ObjectNode node, ColumnRun run) {
    node.putNull("minimalError").putNull("log10MinimalError");
    run.floor().ifPresent(floor -> node.put("minimalError", floor.value()));
    run.floor()
        .map(floor -> floor.logarithm() / FastMath.log(10))
        .filter(Double::isFinite)
        .ifPresent(logarithm -> node.put("log10MinimalError", logarithm));
  }

  private static JsonNode groups(QueryColumn column) {
    var groups = NODES.arrayNode();
    for (var group : column.groups()) {
      groups.addObject().put("probability", group.probability()).put("count", group.count());
    }
    return groups;
  }

  private static JsonNode convergence(Experiment experiment, OptionalDouble tau) {
    if (tau.isEmpty()) {
      return NODES.nullNode();
    }
    return NODES
        .objectNode()
        .put("epsilon", experiment.epsilon())
        .put("tau", tau.getAsDouble())
        .put("iterations", experiment.iterations(tau.getAsDouble()));
  }

  private static ObjectNode phase(Phase phase) {
    var node =
        NODES
            .objectNode()
            .put("name", phase.name())
            .put("from", phase.from())
            .put("to", phase.to())
            .put("why", phase.why());
    phase
        .threshold()
        .ifPresentOrElse(
            threshold -> node.set("threshold", threshold(threshold)),
            () -> node.putNull("threshold"));
    return node;
  }

  private static ObjectNode threshold(Phase.Threshold threshold) {
    var node =
        NODES
            .objectNode()
            .put("formula", threshold.formula())
            .put("standing", "recalled")
            .put("value", threshold.value());
    threshold.tau().ifPresentOrElse(tau -> node.put("tau", tau), () -> node.putNull("tau"));
    return node;
  }

  private static ObjectNode state(ColumnState state) {
    var node = NODES.objectNode().put("tau", state.tau()).put("error", state.value().loss());
    node.set("logits", JsonDocument.numbers(state.logits()));
    node.set("meanAttention", JsonDocument.numbers(state.value().meanAttention()));
    node.set("descent", JsonDocument.numbers(state.value().descent()));
    return node;
  }
}
