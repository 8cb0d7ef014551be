package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.descent.Outcome;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The training run of one query, with what it shows.
 *
 * @param query the feature, counted from 0
 * @param role the feature's part in the law
 * @param floor L_k*, where it is defined
 * @param trajectory the run
 * @param outcome how the run ended, before any {@link #extendedTo}
 * @param convergence flow time at which {@code L_k ≤ L_k* + ε}, if it came to that
 * @param phases in order; the last one may not be over
 */
public record ColumnRun(
    long query,
    Role role,
    Optional<ErrorFloor> floor,
    ColumnTrajectory trajectory,
    Outcome outcome,
    OptionalDouble convergence,
    List<Phase> phases) {
  public ColumnRun {
    phases = List.copyOf(phases);
  }

  /** Trains the column of one query from Q = 0. */
  public static ColumnRun train(TrainingPlan plan, long query) {
    return train(plan, query, Vector.zero(plan.column(query).size()));
  }

  /**
   * Trains the column of one query from given logits.
   *
   * @param initial one logit for each group of {@link TrainingPlan#column}
   */
  public static ColumnRun train(TrainingPlan plan, long query, Vector initial) {
    var column = plan.column(query);
    var floor = Optional.of(column).filter(all -> all.labels().isLinear()).map(ErrorFloor::of);
    var goal = plan.goal(column, floor);
    var trajectory = ColumnTrajectory.train(plan.method(), column, initial, goal);
    return of(plan, query, floor, trajectory, true);
  }

  /** What a trajectory shows. */
  static ColumnRun of(
      TrainingPlan plan,
      long query,
      Optional<ErrorFloor> floor,
      ColumnTrajectory trajectory,
      boolean hasPhases) {
    boolean alone = trajectory.outcome().ending() == Ending.CONVERGED && !trajectory.isShared();
    var convergence =
        alone
            ? OptionalDouble.of(trajectory.end())
            : firstTimeWithin(trajectory, floor, plan.epsilon());
    var role = Role.of(plan.tokenLaw(), query);
    List<Phase> phases =
        hasPhases ? Phases.of(trajectory, role, convergence, plan.grid()) : List.of();
    return new ColumnRun(query, role, floor, trajectory, trajectory.outcome(), convergence, phases);
  }

  private static OptionalDouble firstTimeWithin(
      ColumnTrajectory trajectory, Optional<ErrorFloor> floor, double epsilon) {
    if (floor.isEmpty()) {
      return OptionalDouble.empty();
    }
    double target = floor.get().value() + epsilon;
    var evaluator = PopulationEvaluator.of(trajectory.column());
    double[] descent = new double[trajectory.column().size()];
    return trajectory.firstTime(logits -> target - evaluator.descend(logits.toArray(), descent), 0);
  }

  /**
   * How the query ended. One that converged on the way to a later horizon has converged; one that
   * got stuck on the way has not reached what was asked for, unless its error is already the least.
   */
  public Ending ending() {
    var ending = outcome.ending();
    boolean over = ending == Ending.HORIZON_REACHED || ending == Ending.NO_DESCENT;
    return over && convergence.isPresent() ? Ending.CONVERGED : ending;
  }

  /** The flow time within the run at which {@code L_k ≤ L_k* + ε}, for any ε. */
  public OptionalDouble convergenceTo(double epsilon) {
    return firstTimeWithin(trajectory, floor, epsilon);
  }

  /** The same run continued to a later time; outcome, convergence and phases stay as they were. */
  public ColumnRun extendedTo(double tau) {
    return new ColumnRun(
        query, role, floor, trajectory.extendedTo(tau), outcome, convergence, phases);
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
    var column = trajectory.column();
    var evaluator = PopulationEvaluator.of(column, grid);
    return times.stream()
        .map(
            tau -> {
              var now = trajectory.columnAt(tau);
              return ColumnState.at(
                  now.equals(column) ? evaluator : PopulationEvaluator.of(now, grid),
                  tau,
                  trajectory.logitsAt(tau));
            })
        .toList();
  }
}
