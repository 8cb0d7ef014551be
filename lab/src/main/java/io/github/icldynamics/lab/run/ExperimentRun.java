package io.github.icldynamics.lab.run;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.analysis.LayerRun;
import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.prompt.InvalidInputException;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;

/**
 * An experiment carried out.
 *
 * @param columns one run a query, in the order of the queries; all reach to the same time, save
 *     those that got stuck
 */
public record ExperimentRun(Experiment experiment, List<ColumnRun> columns) {
  public ExperimentRun {
    columns = List.copyOf(columns);
  }

  /**
   * Trains every query's column, then lets all run on to the time at which the last one is done.
   *
   * @param threads at least 1; the result does not depend on it
   * @param progress told the share of the work that is done, now and then, from any thread
   * @throws InvalidInputException if the whole runs cannot be held: that is for {@link LargeRun}
   */
  public static ExperimentRun execute(Experiment experiment, int threads, DoubleConsumer progress) {
    var plan = experiment.layerPlan();
    var features = experiment.features();
    requireMemory(RunSize.of(experiment));
    if (plan.isCoupled()) {
      return new ExperimentRun(experiment, plan.trainTogether(features));
    }
    try (var workers = new Workers(threads, 2 * features.size(), progress)) {
      var trained =
          workers.inOrder(
              features.stream().<Supplier<ColumnRun>>map(k -> () -> plan.train(k)).toList());
      double end = trained.stream().mapToDouble(run -> run.trajectory().end()).max().orElseThrow();
      var extended =
          workers.inOrder(
              trained.stream().<Supplier<ColumnRun>>map(run -> () -> run.extendedTo(end)).toList());
      return new ExperimentRun(experiment, extended);
    }
  }

  private static void requireMemory(RunSize size) {
    if (size.isLarge()) {
      long most = Math.max(1, RunSize.MOST_HELD / size.groups());
      throw new InvalidInputException(
          "queries",
          "must be at most "
              + most
              + " for a law of "
              + size.groups()
              + " groups, not "
              + size.queries());
    }
  }

  /** The same run with all columns continued to a later flow time. */
  public ExperimentRun extendedTo(double tau) {
    return new ExperimentRun(experiment, layer().extendedTo(tau).columns());
  }

  /**
   * The states of a column at given flow times; the run is continued if they lie beyond its end.
   *
   * @throws InvalidInputException if it cannot be continued that far
   */
  public static List<ColumnState> states(ColumnRun column, List<Double> times) {
    double last = times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    var run = column.extendedTo(last);
    if (!run.trajectory().reaches(last)) {
      throw new InvalidInputException(
          "--at",
          "must be at most "
              + run.trajectory().end()
              + " for query "
              + run.query()
              + ", where "
              + run.trajectory().outcome().sentence()
              + ", not "
              + last);
    }
    return run.states(times);
  }

  /** The last flow time of the run. */
  public double end() {
    return layer().end();
  }

  /** The column whose phases tell the story. */
  public ColumnRun leadingColumn() {
    return layer().leadingColumn();
  }

  /** How the experiment ended: as the query that did worst. */
  public RunOutcome outcome() {
    return layer().outcome();
  }

  /** The columns as one layer. */
  public LayerRun layer() {
    return new LayerRun(columns);
  }

  /** How it came out, without the weights. */
  public RunResult result() {
    return new RunResult(experiment, columns.stream().map(ColumnSummary::of).toList());
  }
}
