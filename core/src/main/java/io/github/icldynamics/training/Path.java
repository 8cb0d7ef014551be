package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** A training run of all the weights of a field; safe to share between threads. */
public sealed interface Path permits FlowPath, DescentPath {
  /** What moves the weights. */
  DescentField field();

  Outcome outcome();

  /** Whether the run reaches a flow time; a discrete method, the iteration nearest to it. */
  boolean reaches(double tau);

  /**
   * The weights at a flow time that the run {@link #reaches}.
   *
   * @param tau at least 0; a discrete method takes the nearest iteration
   */
  Vector weightsAt(double tau);

  /** The time of the state that {@link #weightsAt} gives: a discrete method's nearest iteration. */
  double nearestTime(double tau);

  /** Times at which the method itself stood, ascending from 0 to the end. */
  Vector knots();

  /** The first time from {@code from} on at which a function of the weights is at least 0. */
  OptionalDouble firstTime(ToDoubleFunction<Vector> observable, double from);

  /** The same run continued to a later time, whatever the loss; this run if it is long enough. */
  Path extendedTo(double tau);

  /** The last flow time. */
  default double end() {
    return outcome().tau();
  }

  /** The run of one of the field's columns. */
  default Trajectory trajectory(int column) {
    return new Trajectory(this, column);
  }
}
