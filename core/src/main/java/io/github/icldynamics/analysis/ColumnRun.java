package io.github.icldynamics.analysis;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.ErrorFloor;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.QueryColumn;
import io.github.icldynamics.training.Goal;
import io.github.icldynamics.training.Outcome;
import io.github.icldynamics.training.Trajectory;
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
    Trajectory trajectory,
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
    var floor =
        column.labels().isLinear()
            ? Optional.of(ErrorFloor.of(column))
            : Optional.<ErrorFloor>empty();
    var trajectory = plan.method().train(column, initial, goal(plan, column, floor));
    return of(plan, query, floor, trajectory, true);
  }

  /** What a trajectory shows. */
  static ColumnRun of(
      TrainingPlan plan,
      long query,
      Optional<ErrorFloor> floor,
      Trajectory trajectory,
      boolean hasPhases) {
    boolean alone = trajectory.outcome() instanceof Outcome.Converged && !trajectory.isShared();
    var convergence =
        alone
            ? OptionalDouble.of(trajectory.end())
            : firstTimeWithin(trajectory, floor, plan.epsilon());
    var role = Role.of(plan.tokenLaw(), query);
    List<Phase> phases =
        hasPhases ? Phases.of(trajectory, role, convergence, plan.method().grid()) : List.of();
    return new ColumnRun(query, role, floor, trajectory, trajectory.outcome(), convergence, phases);
  }

  static Goal goal(TrainingPlan plan, QueryColumn column, Optional<ErrorFloor> floor) {
    double horizon = plan.horizon(column);
    if (plan.ending() instanceof Ending.AtTime) {
      return new Goal.Reach(horizon);
    }
    return floor
        .<Goal>map(least -> new Goal.Converge(least.value() + plan.epsilon(), horizon))
        .orElseGet(() -> new Goal.Settle(horizon));
  }

  private static OptionalDouble firstTimeWithin(
      Trajectory trajectory, Optional<ErrorFloor> floor, double epsilon) {
    if (floor.isEmpty()) {
      return OptionalDouble.empty();
    }
    double target = floor.get().value() + epsilon;
    var evaluator = PopulationEvaluator.of(trajectory.column());
    double[] descent = new double[trajectory.column().size()];
    return trajectory.firstTime(logits -> target - evaluator.descend(logits.toArray(), descent), 0);
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
