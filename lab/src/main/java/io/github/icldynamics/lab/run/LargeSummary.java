package io.github.icldynamics.lab.run;

import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.experiment.ExperimentTree;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The summary of a large run as a JSON document: counts, extremes, and where the tables are. */
public final class LargeSummary {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_LISTED = 12;
  private static final int EXTREMES = 5;

  private LargeSummary() {}

  /** The summary. */
  public static ObjectNode of(RunResult result) {
    var summary = NODES.objectNode();
    summary.set("experiment", ExperimentTree.of(result.experiment()));
    summary.put("hash", ExperimentFile.hash(result.experiment()));
    summary.put("outcome", result.outcome().title());
    summary.set("counts", counts(result));
    summary.set("notConverged", notConverged(result));
    summary.set("slowest", extremes(result, result.slowestFirst()));
    summary.set("fastest", extremes(result, result.fastestFirst()));
    summary
        .putObject("tables")
        .put("queries", "queries.csv")
        .put("trajectory", "trajectory.csv")
        .put("logits", "logits.npy");
    return summary;
  }

  private static ObjectNode counts(RunResult result) {
    var size = RunSize.of(result.experiment());
    var counts = NODES.objectNode();
    counts.put("queries", size.queries()).put("groups", size.groups());
    counts.put("weights", size.weights());
    var outcomes = counts.putObject("outcomes");
    var columns = result.byOutcome();
    for (var outcome : RunOutcome.values()) {
      outcomes.put(outcome.title(), columns.getOrDefault(outcome, List.of()).size());
    }
    return counts;
  }

  /** The first few; queries.csv has all. */
  private static JsonNode notConverged(RunResult result) {
    var queries = NODES.arrayNode();
    result.columns().stream()
        .filter(column -> column.outcome() != RunOutcome.CONVERGED)
        .limit(MOST_LISTED)
        .forEach(
            column ->
                queries
                    .addObject()
                    .put("query", column.query())
                    .put("outcome", column.outcome().title())
                    .put("ended", column.ended()));
    return queries;
  }

  private static JsonNode extremes(RunResult result, List<ColumnSummary> columns) {
    var queries = NODES.arrayNode();
    for (var column : columns.stream().limit(EXTREMES).toList()) {
      queries
          .addObject()
          .put("query", column.query())
          .put("probability", column.probability())
          .put("tau", column.time())
          .put("iterations", result.experiment().iterations(column.time()));
    }
    return queries;
  }
}
