package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The way that the weights of an objective took, from τ = 0 to its end; safe to share between
 * threads.
 */
public interface Trajectory {
  /** How it ended, and when. */
  Outcome outcome();

  /** Whether it reaches a flow time; a discrete method, the iteration nearest to it. */
  boolean reaches(double tau);

  /**
   * The weights at a flow time that it {@link #reaches}.
   *
   * @param tau at least 0; a discrete method takes the nearest iteration
   */
  Vector weightsAt(double tau);

  /**
   * The time of the state nearest to a flow time: of a discrete method, its nearest iteration.
   *
   * @return in [0, {@link #end}], whatever the time
   */
  double nearestTime(double tau);

  /** Times at which the method itself stood, ascending from 0 to the end. */
  Vector knots();

  /** The first time from {@code from} on at which a function of time and weights is at least 0. */
  OptionalDouble firstTime(Observable observable, double from);

  /** The first time from {@code from} on at which a function of the weights is at least 0. */
  default OptionalDouble firstTime(ToDoubleFunction<Vector> observable, double from) {
    return firstTime((tau, weights) -> observable.applyAsDouble(weights), from);
  }

  /** The same continued to a later time, whatever the loss; this one if it is long enough. */
  Trajectory extendedTo(double tau);

  /** The last flow time. */
  default double end() {
    return outcome().tau();
  }
}
