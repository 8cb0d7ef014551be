package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * A training run as one query's column sees it, from τ = 0 to its end; safe to share between
 * threads.
 */
public final class Trajectory {
  private final Path path;
  private final int index;
  private final QueryColumn column;

  Trajectory(Path path, int index) {
    this.path = path;
    this.index = index;
    this.column = path.field().column(index, 0, path.weightsAt(0));
  }

  /** The column at τ = 0. */
  public QueryColumn column() {
    return column;
  }

  /** The column at a flow time: its token law or value scale may have changed. */
  public QueryColumn columnAt(double tau) {
    return path.field().column(index, tau, path.weightsAt(tau));
  }

  /** Whether other columns ran with this one, and ended with it. */
  public boolean isShared() {
    return path.field().columns() > 1;
  }

  public Outcome outcome() {
    return path.outcome();
  }

  /** The last flow time. */
  public double end() {
    return path.end();
  }

  /** Whether the run reaches a flow time; a discrete method, the iteration nearest to it. */
  public boolean reaches(double tau) {
    return path.reaches(tau);
  }

  /**
   * The logits at a flow time that the run {@link #reaches}.
   *
   * @param tau at least 0; a discrete method takes the nearest iteration
   */
  public Vector logitsAt(double tau) {
    return logits(path.weightsAt(tau));
  }

  private Vector logits(Vector weights) {
    if (weights.size() == column.size()) {
      return weights;
    }
    int offset = path.field().offset(index);
    return Vector.of(Arrays.copyOfRange(weights.toArray(), offset, offset + column.size()));
  }

  /** The time of the state that {@link #logitsAt} gives: a discrete method's nearest iteration. */
  public double nearestTime(double tau) {
    return path.nearestTime(tau);
  }

  /**
   * Times at which the method itself stood, ascending from 0 to the end: close where the logits
   * move fast, far apart where they rest.
   */
  public Vector knots() {
    return path.knots();
  }

  /**
   * The first time from {@code from} on at which a function of the logits is at least 0. A discrete
   * method answers with an iteration; the flow to about 12 digits.
   *
   * <p>Sign changes are looked for between {@link #knots}; two within one step cancel.
   */
  public OptionalDouble firstTime(ToDoubleFunction<Vector> observable, double from) {
    return path.firstTime(weights -> observable.applyAsDouble(logits(weights)), from);
  }

  /** The same run continued to a later time, whatever the loss; this run if it is long enough. */
  public Trajectory extendedTo(double tau) {
    return path.reaches(tau) ? this : new Trajectory(path.extendedTo(tau), index);
  }
}
