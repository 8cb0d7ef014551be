package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.Outcome;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.descent.Trajectory;
import io.github.icldynamics.descent.Watch;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ColumnObjective;
import io.github.icldynamics.softmaxregression.objective.Columns;
import io.github.icldynamics.softmaxregression.objective.SampledObjective;
import io.github.icldynamics.softmaxregression.objective.StochasticDescent;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A training run as one query's column sees it, from τ = 0 to its end; safe to share between
 * threads.
 */
public final class ColumnTrajectory {
  private final Columns objective;
  private final Trajectory trajectory;
  private final int index;
  private final QueryColumn column;

  /**
   * One column of a trajectory.
   *
   * @param objective what the trajectory descended
   * @param index of the column
   */
  public ColumnTrajectory(Columns objective, Trajectory trajectory, int index) {
    this.objective = objective;
    this.trajectory = trajectory;
    this.index = index;
    this.column = objective.column(index, 0, trajectory.weightsAt(0));
  }

  /**
   * Trains one column from given initial logits.
   *
   * @param initial one logit a group
   */
  public static ColumnTrajectory train(
      TrainingMethod method, QueryColumn column, Vector initial, Goal goal) {
    return train(method, column, initial, goal, Watch.none());
  }

  static ColumnTrajectory train(
      TrainingMethod method, QueryColumn column, Vector initial, Goal goal, Watch watch) {
    column.requireLogits(initial);
    var objective = objective(method, column);
    var trajectory = method.follow(watch.over(objective), initial, goal);
    return new ColumnTrajectory(objective, trajectory, 0);
  }

  private static Columns objective(TrainingMethod method, QueryColumn column) {
    return method instanceof StochasticDescent(double learningRate, int batch, long seed)
        ? new SampledObjective(column, learningRate, batch, seed)
        : new ColumnObjective(column, LaplaceGrid.ofAccuracy(method.gradientAccuracy()));
  }

  /** The column at τ = 0. */
  public QueryColumn column() {
    return column;
  }

  /** The column at a flow time: its token law or value scale may have changed. */
  public QueryColumn columnAt(double tau) {
    return objective.column(index, tau, trajectory.weightsAt(tau));
  }

  /** Whether other columns ran with this one, and ended with it. */
  public boolean isShared() {
    return objective.columns() > 1;
  }

  public Outcome outcome() {
    return trajectory.outcome();
  }

  /** The last flow time. */
  public double end() {
    return trajectory.end();
  }

  /** Whether the run reaches a flow time; a discrete method, the iteration nearest to it. */
  public boolean reaches(double tau) {
    return trajectory.reaches(tau);
  }

  /**
   * The logits at a flow time that the run {@link #reaches}.
   *
   * @param tau at least 0; a discrete method takes the nearest iteration
   */
  public Vector logitsAt(double tau) {
    return logits(trajectory.weightsAt(tau));
  }

  private Vector logits(Vector weights) {
    if (weights.size() == column.size()) {
      return weights;
    }
    int offset = objective.offset(index);
    return Vector.of(Arrays.copyOfRange(weights.toArray(), offset, offset + column.size()));
  }

  /** The time of the state that {@link #logitsAt} gives: a discrete method's nearest iteration. */
  public double nearestTime(double tau) {
    return trajectory.nearestTime(tau);
  }

  /**
   * Times at which the method itself stood, ascending from 0 to the end: close where the logits
   * move fast, far apart where they rest.
   */
  public Vector knots() {
    return trajectory.knots();
  }

  /**
   * The first time from {@code from} on at which a function of the logits is at least 0. A discrete
   * method answers with an iteration; the flow to about 12 digits.
   *
   * <p>Sign changes are looked for between {@link #knots}; two within one step cancel.
   */
  public OptionalDouble firstTime(ToDoubleFunction<Vector> observable, double from) {
    return trajectory.firstTime(weights -> observable.applyAsDouble(logits(weights)), from);
  }

  /**
   * The first time from {@code from} on at which a function of the column, as it is then, is at
   * least 0.
   *
   * @param grid how accurately the column is evaluated
   */
  OptionalDouble firstTime(ColumnObservable observable, double from, LaplaceGrid grid) {
    var evaluators = new ColumnEvaluators(column, grid);
    return trajectory.firstTime(
        (tau, weights) -> {
          var now = evaluators.evaluator(objective.column(index, tau, weights));
          return observable.at(tau, now, logits(weights));
        },
        from);
  }

  /** The same run continued to a later time, whatever the loss; this run if it is long enough. */
  public ColumnTrajectory extendedTo(double tau) {
    return trajectory.reaches(tau)
        ? this
        : new ColumnTrajectory(objective, trajectory.extendedTo(tau), index);
  }
}
