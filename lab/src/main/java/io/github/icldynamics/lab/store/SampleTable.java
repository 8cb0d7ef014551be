package io.github.icldynamics.lab.store;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.run.ColumnRecord;
import io.github.icldynamics.lab.run.SampledState;
import java.io.IOException;

/**
 * The trajectory of a large run: the columns of {@link TrajectoryTable}, but of each query only the
 * rows of its own group and of the group that competes most with it.
 */
final class SampleTable {
  private final Experiment experiment;
  private final Appendable out;

  private SampleTable(Experiment experiment, Appendable out) {
    this.experiment = experiment;
    this.out = out;
  }

  /** Begins the table. */
  static SampleTable begin(Experiment experiment, Appendable out) throws IOException {
    out.append(TrajectoryTable.HEADER);
    return new SampleTable(experiment, out);
  }

  /** Writes the rows of a column. */
  void add(ColumnRecord column) throws IOException {
    for (var state : column.states()) {
      String shared =
          column.summary().query()
              + ","
              + state.tau()
              + ","
              + experiment.iterations(state.tau())
              + ","
              + state.error()
              + ",";
      addRow(shared, column.own(), state.own());
      if (column.competitor() != column.own()) {
        addRow(shared, column.competitor(), state.competitor());
      }
    }
  }

  private void addRow(String shared, int index, SampledState.Group group) throws IOException {
    out.append(shared).append(Integer.toString(index)).append(',');
    out.append(Double.toString(group.logit())).append(',');
    out.append(Double.toString(group.meanAttention())).append(',');
    out.append(Double.toString(group.descent())).append('\n');
  }
}
