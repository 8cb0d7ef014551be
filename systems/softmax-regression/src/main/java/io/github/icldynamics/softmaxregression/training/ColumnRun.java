package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.descent.Outcome;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The training run of one query, with what it shows.
 *
 * @param query the feature, counted from 0
 * @param role the feature's part in the law
 * @param target from where to where its error goes
 * @param trajectory the run
 * @param outcome how the run ended, before any {@link #extendedTo}
 * @param convergence the first flow time at which the error is at most the target, if it came to
 *     that
 * @param phases in order; the last one may not be over
 */
public record ColumnRun(
    long query,
    Role role,
    Target target,
    ColumnTrajectory trajectory,
    Outcome outcome,
    OptionalDouble convergence,
    List<Phase> phases) {
  public ColumnRun {
    phases = List.copyOf(phases);
  }

  /** Trains the column of one query from Q = 0. */
  public static ColumnRun train(TrainingPlan plan, long query) {
    return LayerPlan.of(plan).train(query);
  }

  /**
   * Trains the column of one query from given logits.
   *
   * @param initial one logit for each group of {@link TrainingPlan#column}
   */
  public static ColumnRun train(TrainingPlan plan, long query, Vector initial) {
    return LayerPlan.of(plan).train(query, initial);
  }

  /** L_k*, if it is computed. */
  public Optional<ErrorFloor> floor() {
    return target.floor();
  }

  /**
   * How the query ended. One that converged on the way to a later horizon has converged; one that
   * got stuck on the way has not reached what was asked for, unless its error is already the least.
   */
  public Ending ending() {
    var ending = outcome.ending();
    boolean over = ending == Ending.BUDGET_EXHAUSTED || ending == Ending.NO_DESCENT;
    return over && convergence.isPresent() ? Ending.CONVERGED : ending;
  }

  /** The flow time within the run at which {@code L_k ≤ L_k* + ε}, for any ε. */
  public OptionalDouble convergenceTo(double epsilon) {
    return floor().isPresent()
        ? timeTo(trajectory, floor().get().value() + epsilon)
        : OptionalDouble.empty();
  }

  /** The first flow time within a run at which its error is at most a value. */
  static OptionalDouble timeTo(ColumnTrajectory trajectory, double error) {
    return trajectory.firstTime(
        (tau, now, logits) -> error - now.loss(logits), 0, LaplaceGrid.fullAccuracy());
  }

  /** The same run continued to a later time; outcome, convergence and phases stay as they were. */
  public ColumnRun extendedTo(double tau) {
    return new ColumnRun(
        query, role, target, trajectory.extendedTo(tau), outcome, convergence, phases);
  }

  /** The state at a flow time within the run. */
  public ColumnState stateAt(double tau) {
    return states(List.of(tau)).get(0);
  }

  /** The states at flow times within the run, at full double precision. */
  public List<ColumnState> states(List<Double> times) {
    return states(times, LaplaceGrid.fullAccuracy());
  }

  /** The same with losses, directions and attentions of any accuracy. */
  public List<ColumnState> states(List<Double> times, LaplaceGrid grid) {
    var evaluators = new ColumnEvaluators(trajectory.column(), grid);
    return times.stream()
        .map(
            tau ->
                ColumnState.at(
                    evaluators.evaluator(trajectory.columnAt(tau)), tau, trajectory.logitsAt(tau)))
        .toList();
  }
}
