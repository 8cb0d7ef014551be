package io.github.icldynamics.lab.run;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.SampleTimes;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import java.util.List;

/**
 * All that is kept of a column of a large run.
 *
 * @param own index of the query's own group among the column's groups
 * @param competitor index of the group that competes most with it
 * @param states from the start to the end, at least one
 * @param logits the final ones, one a group
 */
public record ColumnRecord(
    ColumnSummary summary, int own, int competitor, List<SampledState> states, Vector logits) {
  private static final int TIMES = 24;

  public ColumnRecord {
    states = List.copyOf(states);
  }

  /**
   * The record of a run, at about 24 times from its start to its own end.
   *
   * @param grid how accurately losses, directions and attentions of the samples are computed
   */
  public static ColumnRecord of(ColumnRun run, LaplaceGrid grid) {
    var column = run.trajectory().column();
    int own = column.query();
    int competitor = column.competitor();
    var states =
        run.states(SampleTimes.of(run, TIMES), grid).stream()
            .map(state -> SampledState.of(state, own, competitor))
            .toList();
    var logits = run.trajectory().logitsAt(run.trajectory().end());
    return new ColumnRecord(ColumnSummary.of(run), own, competitor, states, logits);
  }

  /** The prediction error at the end. */
  public double finalError() {
    return states.getLast().error();
  }
}
