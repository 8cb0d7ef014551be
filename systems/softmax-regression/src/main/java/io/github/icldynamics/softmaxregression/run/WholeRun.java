package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.ColumnState;
import io.github.icldynamics.softmaxregression.training.LayerRun;
import io.github.icldynamics.softmaxregression.training.RepresentativeFeatures;
import io.github.icldynamics.softmaxregression.training.SampleTimes;
import io.github.icldynamics.system.Conclusion;
import io.github.icldynamics.system.Fragment;
import io.github.icldynamics.system.Part;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.CountedProgress;
import io.github.icldynamics.work.Progress;
import io.github.icldynamics.work.Workforce;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * A run that is held in memory as a whole: every query's column is trained, then all run on to the
 * time at which the last one is done.
 */
record WholeRun(Experiment experiment, Wanted wanted) implements RunPlan {
  private static final int MOST_ROWS = 100_000;
  private static final int MOST_TIMES = 400;
  private static final int FEWEST_TIMES = 24;
  private static final int DRAWN_TIMES = 120;
  private static final int MOST_DRAWN = 4;

  /**
   * Pictures go on for half a decade after convergence, so that the fall does not end at the edge.
   */
  private static final double AFTERMATH = 3;

  private static final int TIMES_AFTER = 60;

  @Override
  public List<Part> parts() {
    return List.of(new Part("layer", 1, this::make));
  }

  @Override
  public List<TableForm> tables() {
    var forms = new ArrayList<>(List.of(Forms.QUERIES, Forms.GROUPS, Forms.PHASES, Forms.STATES));
    if (wanted.isWhole()) {
      forms.addAll(List.of(Forms.TRAJECTORY, Forms.AFTERMATH, Forms.ATTENTION));
      if (experiment.test().isPresent()) {
        forms.add(Forms.TEST_LENGTHS);
      }
      if (experiment.isSampled()) {
        forms.add(Forms.SPREAD);
      }
    }
    return forms;
  }

  @Override
  public Conclusion conclude(List<Table> tables) {
    return Conclusions.of(experiment, tables);
  }

  private Fragment make(Workforce workforce, Progress progress) {
    var layer = train(workforce, progress);
    var tables = new ArrayList<>(summary(layer));
    if (wanted.isWhole()) {
      tables.add(trajectory(layer));
      tables.add(aftermath(layer));
      tables.add(AttentionRows.of(experiment.law(), layer));
      if (experiment.test().isPresent()) {
        tables.add(TestLengthRows.of(experiment, layer));
      }
      if (experiment.isSampled()) {
        tables.add(SpreadRows.of(experiment, layer.leadingColumn()));
      }
    }
    return Fragment.of(tables);
  }

  private LayerRun train(Workforce workforce, Progress progress) {
    var plan = experiment.layerPlan();
    var features = experiment.features();
    progress.doing("training");
    var whereabouts = new Whereabouts(experiment, wanted, progress);
    if (plan.isCoupled()) {
      return new LayerRun(plan.trainTogether(features, whereabouts.ofAll()));
    }
    var watch = features.size() == 1 ? whereabouts.ofAll() : whereabouts.ofOne();
    var counted = new CountedProgress(2 * features.size(), progress);
    var trained = inOrder(features, k -> plan.train(k, watch), workforce, counted);
    double end = trained.end();
    return inOrder(trained.columns(), run -> run.extendedTo(end), workforce, counted);
  }

  private static <T> LayerRun inOrder(
      List<T> of, Function<T, ColumnRun> made, Workforce workforce, CountedProgress counted) {
    return new LayerRun(
        workforce.inOrder(
            of.stream()
                .<Supplier<ColumnRun>>map(each -> counted.counted(() -> made.apply(each)))
                .toList()));
  }

  private List<Table> summary(LayerRun layer) {
    var queries = Forms.QUERIES.begin();
    var groups = Forms.GROUPS.begin();
    var phases = Forms.PHASES.begin();
    var states = Forms.STATES.begin();
    for (var run : layer.columns()) {
      var rows = new ColumnRows(experiment, run);
      rows.putQuery(run.stateAt(run.outcome().tau()), queries);
      rows.putGroups(groups);
      rows.putPhases(phases);
      rows.putStates(states(run), states);
    }
    return List.of(queries.table(), groups.table(), phases.table(), states.table());
  }

  private List<ColumnState> states(ColumnRun run) {
    return wanted.times().isEmpty()
        ? run.states(List.copyOf(SampleTimes.milestones(run)))
        : statesAt(run, wanted.times());
  }

  /** The states at given flow times; the run is continued if they lie beyond its end. */
  private static List<ColumnState> statesAt(ColumnRun column, List<Double> times) {
    double last = times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    var run = column.extendedTo(last);
    if (!run.trajectory().reaches(last)) {
      String end = run.trajectory().end() + " for query " + run.query();
      String why = run.trajectory().outcome().sentence();
      throw new InvalidInputException(
          "times", "must be at most " + end + ", where " + why + ", not " + last);
    }
    return run.states(times);
  }

  private Table trajectory(LayerRun layer) {
    long perTime =
        layer.columns().stream().mapToLong(run -> run.trajectory().column().size()).sum();
    int times = Math.clamp(MOST_ROWS / perTime, FEWEST_TIMES, MOST_TIMES);
    var drawn = drawn(layer);
    return overTime(
        layer,
        run ->
            SampleTimes.of(run, drawn.contains(run.query()) ? Math.max(times, DRAWN_TIMES) : times),
        Forms.TRAJECTORY);
  }

  /** Queries that have pictures of their own, of which there are enough points for a curve. */
  private static Set<Long> drawn(LayerRun layer) {
    var drawn = new HashSet<Long>();
    RepresentativeFeatures.spread(layer.columns().size(), MOST_DRAWN)
        .forEach(index -> drawn.add(layer.columns().get(index).query()));
    drawn.add(layer.leadingColumn().query());
    return drawn;
  }

  private Table overTime(LayerRun layer, Function<ColumnRun, List<Double>> times, TableForm form) {
    var rows = form.begin();
    for (var run : layer.columns()) {
      var groups = IntStream.range(0, run.trajectory().column().size());
      new ColumnRows(experiment, run).putTrajectory(run.states(times.apply(run)), groups, rows);
    }
    return rows.table();
  }

  /** Only of the flow, where more time costs next to nothing, and only if no end was asked for. */
  private Table aftermath(LayerRun layer) {
    boolean cheap = experiment.training().method().isContinuous();
    boolean open = experiment.training().until().isEmpty() && layer.ending() == Ending.CONVERGED;
    if (!cheap || !open) {
      return Forms.AFTERMATH.empty();
    }
    double end = layer.end();
    return overTime(
        layer.extendedTo(AFTERMATH * end),
        run -> timesAfter(end, run.trajectory().end()),
        Forms.AFTERMATH);
  }

  /** Evenly spaced by ratio, after the end. */
  private static List<Double> timesAfter(double end, double last) {
    if (!(last > end && end > 0)) {
      return List.of();
    }
    return IntStream.rangeClosed(1, TIMES_AFTER)
        .mapToObj(i -> FastMath.min(last, end * FastMath.pow(last / end, (double) i / TIMES_AFTER)))
        .toList();
  }
}
