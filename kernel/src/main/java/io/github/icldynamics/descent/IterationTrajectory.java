package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

/**
 * A run of a discrete method. It keeps every n-th iteration, n growing with the run; the states
 * between are made again from the last one kept, which gives the same bits.
 */
record IterationTrajectory(
    Objective objective,
    UpdateRule rule,
    double learningRate,
    Checkpoints checkpoints,
    long iterations,
    Outcome outcome)
    implements Trajectory {
  static IterationTrajectory run(
      Objective objective, UpdateRule rule, double learningRate, Vector initial, Goal goal) {
    var start = Iteration.start(initial, rule);
    var descent = new Iteration(objective, rule, learningRate, start, 0);
    return run(objective, rule, learningRate, descent, new Checkpoints(), goal);
  }

  private static IterationTrajectory run(
      Objective objective,
      UpdateRule rule,
      double learningRate,
      Iteration descent,
      Checkpoints checkpoints,
      Goal goal) {
    long last = Math.max(descent.iteration(), lastIteration(goal, learningRate));
    while (true) {
      checkpoints.offer(descent.iteration(), descent::state);
      descent.evaluate();
      if (goal instanceof Goal.Reach && descent.isAtRest()) {
        descent.skipTo(last);
      }
      var outcome = descent.outcome(last, goal);
      if (outcome.isPresent()) {
        return new IterationTrajectory(
            objective, rule, learningRate, checkpoints, descent.iteration(), outcome.get());
      }
      descent.step();
    }
  }

  /**
   * The iteration nearest to the horizon; to converge may take one step longer than the horizon.
   */
  private static long lastIteration(Goal goal, double learningRate) {
    long nearest = (long) FastMath.rint(goal.horizon() / learningRate);
    boolean timeLeft = goal instanceof Goal.Target && goal.horizon() > 0;
    return Math.max(nearest, timeLeft ? 1 : 0);
  }

  @Override
  public boolean reaches(double tau) {
    return nearestIteration(tau) <= iterations;
  }

  private long nearestIteration(double tau) {
    return (long) FastMath.rint(tau / learningRate);
  }

  @Override
  public Vector weightsAt(double tau) {
    if (!(tau >= 0 && reaches(tau))) {
      throw new IllegalArgumentException("time must lie in [0, " + end() + "], not " + tau);
    }
    return weightsAtIteration(nearestIteration(tau));
  }

  private Vector weightsAtIteration(long iteration) {
    Vector state =
        checkpoints.lastAtOrBefore(iteration) == iteration
            ? checkpoints.state(iteration)
            : Vector.of(stateAt(iteration).state());
    return state.size() == objective.size()
        ? state
        : Vector.of(Arrays.copyOf(state.toArray(), objective.size()));
  }

  /** The field's scratch memory is shared by all who ask for states between those kept. */
  private Iteration stateAt(long iteration) {
    synchronized (objective) {
      long kept = checkpoints.lastAtOrBefore(iteration);
      var descent = new Iteration(objective, rule, learningRate, checkpoints.state(kept), kept);
      while (descent.iteration() < iteration) {
        descent.evaluate();
        if (descent.isAtRest()) {
          descent.skipTo(iteration);
        } else {
          descent.step();
        }
      }
      return descent;
    }
  }

  @Override
  public double nearestTime(double tau) {
    long nearest = Math.clamp(nearestIteration(tau), 0, iterations);
    return nearest * learningRate;
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
  public OptionalDouble firstTime(Observable observable, double from) {
    if (!reaches(from)) {
      return OptionalDouble.empty();
    }
    long left = (long) FastMath.ceil(from / learningRate * (1 - 1e-15));
    if (at(left, observable) >= 0) {
      return OptionalDouble.of(left * learningRate);
    }
    while (left < iterations) {
      long right = Math.min(iterations, checkpoints.nextAfter(left, iterations));
      if (at(right, observable) >= 0) {
        return OptionalDouble.of(bisect(observable, left, right) * learningRate);
      }
      left = right;
    }
    return OptionalDouble.empty();
  }

  private double at(long iteration, Observable observable) {
    return observable.at(iteration * learningRate, weightsAtIteration(iteration));
  }

  private long bisect(Observable observable, long below, long atLeast) {
    long left = below;
    long right = atLeast;
    while (right - left > 1) {
      long middle = left + (right - left) / 2;
      if (at(middle, observable) >= 0) {
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
    synchronized (objective) {
      return run(
          objective,
          rule,
          learningRate,
          stateAt(iterations),
          checkpoints.copy(),
          new Goal.Reach(tau));
    }
  }
}
