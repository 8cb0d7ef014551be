package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/**
 * A run of gradient descent. It keeps every n-th iteration, n growing with the run; the states
 * between are made again from the last one kept, which gives the same bits.
 */
final class DescentTrajectory implements Trajectory {
  private final QueryColumn column;
  private final double learningRate;
  private final Checkpoints checkpoints;
  private final long iterations;
  private final Outcome outcome;

  private DescentTrajectory(
      QueryColumn column,
      double learningRate,
      Checkpoints checkpoints,
      long iterations,
      Outcome outcome) {
    this.column = column;
    this.learningRate = learningRate;
    this.checkpoints = checkpoints;
    this.iterations = iterations;
    this.outcome = outcome;
  }

  static DescentTrajectory run(QueryColumn column, Vector initial, Goal goal, double learningRate) {
    column.requireLogits(initial);
    return run(column, new Checkpoints(), 0, initial, goal, learningRate);
  }

  private static DescentTrajectory run(
      QueryColumn column,
      Checkpoints checkpoints,
      long start,
      Vector initial,
      Goal goal,
      double learningRate) {
    var descent = new DescentIteration(column, learningRate, initial);
    long last = Math.max(start, lastIteration(goal, learningRate));
    long iteration = start;
    while (true) {
      checkpoints.offer(iteration, descent.logits());
      descent.evaluate();
      if (descent.isAtRest() && goal instanceof Goal.Reach) {
        iteration = last;
      }
      var outcome = descent.outcome(iteration, last, goal);
      if (outcome.isPresent()) {
        return new DescentTrajectory(column, learningRate, checkpoints, iteration, outcome.get());
      }
      descent.step();
      iteration++;
    }
  }

  /**
   * The iteration nearest to the horizon; to converge may take one step longer than the horizon.
   */
  private static long lastIteration(Goal goal, double learningRate) {
    long nearest = (long) FastMath.rint(goal.horizon() / learningRate);
    boolean timeLeft = goal instanceof Goal.Converge && goal.horizon() > 0;
    return Math.max(nearest, timeLeft ? 1 : 0);
  }

  @Override
  public QueryColumn column() {
    return column;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }

  @Override
  public boolean reaches(double tau) {
    return nearestIteration(tau) <= iterations;
  }

  private long nearestIteration(double tau) {
    return (long) FastMath.rint(tau / learningRate);
  }

  @Override
  public Vector logitsAt(double tau) {
    if (!(tau >= 0 && reaches(tau))) {
      throw new IllegalArgumentException("time must lie in [0, " + end() + "], not " + tau);
    }
    return logitsAtIteration(nearestIteration(tau));
  }

  private Vector logitsAtIteration(long iteration) {
    long kept = checkpoints.lastAtOrBefore(iteration);
    var descent = new DescentIteration(column, learningRate, checkpoints.logits(kept));
    for (long i = kept; i < iteration; i++) {
      descent.evaluate();
      if (descent.isAtRest()) {
        break;
      }
      descent.step();
    }
    return Vector.of(descent.logits());
  }

  @Override
  public double nearestTime(double tau) {
    return nearestIteration(tau) * learningRate;
  }

  @Override
  public Vector knots() {
    double[] times = new double[checkpoints.size() + 1];
    int size = 0;
    for (long kept : checkpoints.iterations()) {
      if (kept < iterations) {
        times[size++] = kept * learningRate;
      }
    }
    times[size++] = end();
    return Vector.of(Arrays.copyOf(times, size));
  }

  @Override
  public OptionalDouble firstTime(ToDoubleFunction<Vector> observable, double from) {
    if (!reaches(from)) {
      return OptionalDouble.empty();
    }
    long left = (long) FastMath.ceil(from / learningRate * (1 - 1e-15));
    if (observable.applyAsDouble(logitsAtIteration(left)) >= 0) {
      return OptionalDouble.of(left * learningRate);
    }
    while (left < iterations) {
      long right = Math.min(iterations, checkpoints.nextAfter(left, iterations));
      if (observable.applyAsDouble(logitsAtIteration(right)) >= 0) {
        return OptionalDouble.of(bisect(observable, left, right) * learningRate);
      }
      left = right;
    }
    return OptionalDouble.empty();
  }

  private long bisect(ToDoubleFunction<Vector> observable, long below, long atLeast) {
    long left = below;
    long right = atLeast;
    while (right - left > 1) {
      long middle = left + (right - left) / 2;
      if (observable.applyAsDouble(logitsAtIteration(middle)) >= 0) {
        right = middle;
      } else {
        left = middle;
      }
    }
    return right;
  }

  @Override
  public Trajectory extendedTo(double tau) {
    if (reaches(tau)) {
      return this;
    }
    return run(
        column,
        checkpoints.copy(),
        iterations,
        logitsAtIteration(iterations),
        new Goal.Reach(tau),
        learningRate);
  }
}
