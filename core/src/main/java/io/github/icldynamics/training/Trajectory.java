package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A training run of one query column, from τ = 0 to its end; safe to share between threads. */
public sealed interface Trajectory permits FlowTrajectory, DescentTrajectory {
  QueryColumn column();

  Outcome outcome();

  /** The last flow time. */
  default double end() {
    return outcome().tau();
  }

  /** Whether the run reaches a flow time; a discrete method, the iteration nearest to it. */
  boolean reaches(double tau);

  /**
   * The logits at a flow time that the run {@link #reaches}.
   *
   * @param tau at least 0; a discrete method takes the nearest iteration
   */
  Vector logitsAt(double tau);

  /** The time of the state that {@link #logitsAt} gives: a discrete method's nearest iteration. */
  double nearestTime(double tau);

  /**
   * Times at which the method itself stood, ascending from 0 to the end: close where the logits
   * move fast, far apart where they rest.
   */
  Vector knots();

  /**
   * The first time from {@code from} on at which {@code observable} is at least 0. A discrete
   * method answers with an iteration; the flow to about 12 digits.
   *
   * <p>Sign changes are looked for between {@link #knots}; two within one step cancel.
   */
  OptionalDouble firstTime(ToDoubleFunction<Vector> observable, double from);

  /** The same run continued to a later time, whatever the loss; this run if it is long enough. */
  Trajectory extendedTo(double tau);
}
