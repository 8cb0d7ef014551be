package io.github.icldynamics.lab.store;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.io.IOException;
import java.util.List;

/**
 * The trajectory in long format: one row a query, a time and a group of features.
 *
 * <table>
 *   <caption>Columns</caption>
 *   <tr><td>query</td><td>integer</td><td>the query's feature, counted from 0</td></tr>
 *   <tr><td>tau</td><td>number</td><td>flow time τ</td></tr>
 *   <tr><td>iterations</td><td>number</td><td>τ/η</td></tr>
 *   <tr><td>error</td><td>number</td><td>prediction error L_k of the query at this time</td></tr>
 *   <tr><td>group</td><td>integer</td><td>index into the query's {@code groups} in summary.json</td></tr>
 *   <tr><td>logit</td><td>number</td><td>A_k at the query's own group, B_{k,n} at the others</td></tr>
 *   <tr><td>mean_attention</td><td>number</td><td>E Attn of one member</td></tr>
 *   <tr><td>descent</td><td>number</td><td>α_k at the query's own group, β_{k,n} at the others</td></tr>
 * </table>
 */
final class TrajectoryTable {
  static final String HEADER = "query,tau,iterations,error,group,logit,mean_attention,descent\n";

  private static final int MOST_ROWS = 100_000;
  private static final int MOST_TIMES = 400;
  private static final int FEWEST_TIMES = 24;

  private TrajectoryTable() {}

  /** How many times of each query are written, so that the table stays of readable size. */
  static int times(ExperimentRun run) {
    long perTime = run.columns().stream().mapToLong(c -> c.trajectory().column().size()).sum();
    return Math.clamp(MOST_ROWS / perTime, FEWEST_TIMES, MOST_TIMES);
  }

  /** Writes the table. */
  static void write(ExperimentRun run, List<List<ColumnState>> states, Appendable out)
      throws IOException {
    out.append(HEADER);
    for (int i = 0; i < states.size(); i++) {
      for (var state : states.get(i)) {
        writeState(run, run.columns().get(i), state, out);
      }
    }
  }

  private static void writeState(
      ExperimentRun run, ColumnRun column, ColumnState state, Appendable out) throws IOException {
    String shared =
        column.query()
            + ","
            + state.tau()
            + ","
            + run.experiment().iterations(state.tau())
            + ","
            + state.value().loss()
            + ",";
    for (int m = 0; m < state.logits().size(); m++) {
      out.append(shared).append(Integer.toString(m)).append(',');
      out.append(Double.toString(state.logits().get(m))).append(',');
      out.append(Double.toString(state.value().meanAttention().get(m))).append(',');
      out.append(Double.toString(state.value().descent().get(m))).append('\n');
    }
  }
}
