package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.record.ArrayForm;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.training.LayerPlan;
import io.github.icldynamics.softmaxregression.training.SampleTimes;
import io.github.icldynamics.system.Conclusion;
import io.github.icldynamics.system.Fragment;
import io.github.icldynamics.system.Part;
import io.github.icldynamics.system.RunPlan;
import io.github.icldynamics.system.Wanted;
import io.github.icldynamics.work.Progress;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * A run of which no more than one column a thread is held in memory: each is trained to its own
 * end, written down, and dropped.
 */
record ColumnwiseRun(Experiment experiment, LayerPlan plan, RunSize size, Wanted wanted)
    implements RunPlan {
  private static final String LOGITS = "logits";
  private static final int TIMES = 24;

  @Override
  public List<Part> parts() {
    return experiment.features().stream()
        .map(k -> new Part(Long.toString(k), cost(k), (workforce, progress) -> make(k, progress)))
        .toList();
  }

  /**
   * The flow takes steps evenly in the logarithm of time, other methods one an iteration; the time
   * of a query goes about as {@code 1/p²}.
   */
  private double cost(long query) {
    double probability = plan.plan().tokenLaw().probability(query);
    if (experiment.training().method().isContinuous()) {
      return 1 - FastMath.log(probability);
    }
    return experiment.training().until().isPresent() ? 1 : 1 / (probability * probability);
  }

  @Override
  public List<TableForm> tables() {
    return List.of(Forms.QUERIES, Forms.PHASES, Forms.TRAJECTORY);
  }

  @Override
  public List<ArrayForm> arrays() {
    return List.of(
        new ArrayForm(
            LOGITS,
            size.queries(),
            size.groups(),
            "the final logits of all columns, a row a query; shorter rows end in NaN"));
  }

  @Override
  public Conclusion conclude(List<Table> tables) {
    return Conclusions.of(experiment, tables);
  }

  private Fragment make(long query, Progress progress) {
    var run = plan.train(query, new Whereabouts(experiment, wanted, progress).ofOne());
    var column = run.trajectory().column();
    var states = run.states(SampleTimes.of(run, TIMES), plan.plan().grid());
    var queries = Forms.QUERIES.begin();
    var phases = Forms.PHASES.begin();
    var trajectory = Forms.TRAJECTORY.begin();
    var rows = new ColumnRows(experiment, run);
    rows.putQuery(states.getLast(), queries);
    rows.putPhases(phases);
    var kept = IntStream.of(column.query(), column.competitor()).distinct();
    rows.putTrajectory(states, kept, trajectory);
    var logits = run.trajectory().logitsAt(run.trajectory().end());
    return new Fragment(
        List.of(queries.table(), phases.table(), trajectory.table()), Map.of(LOGITS, logits));
  }
}
