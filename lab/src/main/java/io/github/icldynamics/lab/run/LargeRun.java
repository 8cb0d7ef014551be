package io.github.icldynamics.lab.run;

import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.LayerPlan;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.training.TrainingMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.hipparchus.util.FastMath;

/**
 * An experiment of which no more than one column a thread is held in memory: each is trained to its
 * own end, handed on as a record, and dropped.
 */
public final class LargeRun {
  private final LayerPlan plan;
  private final Consumer<ColumnRecord> sink;
  private final DoubleConsumer progress;
  private double done;
  private double all;

  private LargeRun(LayerPlan plan, Consumer<ColumnRecord> sink, DoubleConsumer progress) {
    this.plan = plan;
    this.sink = sink;
    this.progress = progress;
  }

  /**
   * Trains the columns that are still missing.
   *
   * @param finished queries that need not be trained
   * @param threads at least 1; the records do not depend on it, their order does
   * @param progress told the share of the missing work that is done, from any thread
   * @param sink given a record a column, from any thread
   */
  public static void train(
      Experiment experiment,
      Set<Long> finished,
      int threads,
      DoubleConsumer progress,
      Consumer<ColumnRecord> sink) {
    var missing = experiment.features().stream().filter(k -> !finished.contains(k)).toList();
    new LargeRun(experiment.layerPlan(), sink, progress).train(missing, threads);
  }

  /** The longest begin, so that all threads end together. */
  private void train(List<Long> queries, int threads) {
    var columns = queries.stream().map(this::column).toList();
    all = columns.stream().mapToDouble(Column::cost).sum();
    try (var workers = new Workers(threads, Math.max(1, columns.size()), share -> {})) {
      workers.inOrder(
          columns.stream()
              .sorted(Comparator.comparingDouble(Column::cost).reversed())
              .<Supplier<Long>>map(column -> () -> train(column))
              .toList());
    }
  }

  private Column column(long query) {
    return new Column(query, cost(plan.plan().tokenLaw().probability(query)));
  }

  /**
   * The flow takes steps evenly in the logarithm of time, other methods one an iteration; the time
   * of a query goes about as {@code 1/p²}.
   */
  private double cost(double probability) {
    if (plan.plan().method() instanceof TrainingMethod.GradientFlow) {
      return 1 - FastMath.log(probability);
    }
    return plan.plan().ending() instanceof Ending.AtTime ? 1 : 1 / (probability * probability);
  }

  private long train(Column column) {
    sink.accept(ColumnRecord.of(plan.train(column.query()), plan.plan().method().grid()));
    report(column.cost());
    return column.query();
  }

  private synchronized void report(double cost) {
    done += cost;
    progress.accept(Math.min(1, done / all));
  }

  /**
   * A column to be trained.
   *
   * @param cost how long it is expected to take, in any unit
   */
  private record Column(long query, double cost) {}
}
