package io.github.icldynamics.lab.run;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Phase;
import io.github.icldynamics.analysis.Role;
import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.population.ErrorFloor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of a column, without its weights.
 *
 * @param query the feature, counted from 0
 * @param role the feature's part in the law
 * @param probability p_k
 * @param floor L_k*, where it is defined
 * @param outcome how it ended
 * @param ended the same as a sentence
 * @param convergence flow time at which {@code L_k ≤ L_k* + ε}, if it came to that
 * @param end the last flow time of its own run
 * @param phases in order; the last one may not be over
 */
public record ColumnSummary(
    long query,
    Role role,
    double probability,
    Optional<ErrorFloor> floor,
    RunOutcome outcome,
    String ended,
    OptionalDouble convergence,
    double end,
    List<Phase> phases) {
  public ColumnSummary {
    phases = List.copyOf(phases);
  }

  /** What became of a run. */
  public static ColumnSummary of(ColumnRun run) {
    return new ColumnSummary(
        run.query(),
        run.role(),
        run.trajectory().column().queryProbability(),
        run.floor(),
        RunOutcome.of(run),
        run.outcome().sentence(),
        run.convergence(),
        run.outcome().tau(),
        run.phases());
  }

  /** The flow time of convergence; of the end, if it did not converge. */
  public double time() {
    return convergence.orElse(end);
  }
}
