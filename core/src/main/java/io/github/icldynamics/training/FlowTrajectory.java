package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.util.FastMath;

/** A run of the gradient flow: the integrator's steps with their dense output. */
final class FlowTrajectory implements Trajectory {
  private static final double ROOT_ACCURACY = 1e-13;
  private static final int MOST_ROOT_EVALUATIONS = 200;

  private final QueryColumn column;
  private final Vector initial;
  private final List<ODEStateInterpolator> steps;
  private final Outcome outcome;
  private final double tolerance;

  FlowTrajectory(
      QueryColumn column,
      Vector initial,
      List<ODEStateInterpolator> steps,
      Outcome outcome,
      double tolerance) {
    this.column = column;
    this.initial = initial;
    this.steps = List.copyOf(steps);
    this.outcome = outcome;
    this.tolerance = tolerance;
  }

  List<ODEStateInterpolator> steps() {
    return steps;
  }

  double tolerance() {
    return tolerance;
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
  public Vector logitsAt(double tau) {
    if (!(tau >= 0 && tau <= end())) {
      throw new IllegalArgumentException("time must lie in [0, " + end() + "], not " + tau);
    }
    return logitsAtLog(FastMath.log1p(tau));
  }

  private Vector logitsAtLog(double x) {
    if (steps.isEmpty()) {
      return initial;
    }
    var step = steps.get(stepAt(x));
    double first = step.getPreviousState().getTime();
    double last = step.getCurrentState().getTime();
    if (x >= last) {
      return Vector.of(step.getCurrentState().getPrimaryState());
    }
    return Vector.of(step.getInterpolatedState(Math.max(x, first)).getPrimaryState());
  }

  /** The first step that ends at or after x; the last one if none does. */
  private int stepAt(double x) {
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps.get(middle).getCurrentState().getTime() >= x) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public Vector knots() {
    double[] times = new double[steps.size() + 1];
    for (int i = 0; i < steps.size(); i++) {
      times[i + 1] = FastMath.expm1(steps.get(i).getCurrentState().getTime());
    }
    times[steps.size()] = end();
    times[0] = 0;
    return Vector.of(times);
  }

  @Override
  public OptionalDouble firstTime(ToDoubleFunction<Vector> observable, double from) {
    double left = FastMath.log1p(from);
    if (observable.applyAsDouble(logitsAtLog(left)) >= 0) {
      return OptionalDouble.of(from);
    }
    for (int i = steps.isEmpty() ? 0 : stepAt(left); i < steps.size(); i++) {
      double right = steps.get(i).getCurrentState().getTime();
      if (right > left && observable.applyAsDouble(logitsAtLog(right)) >= 0) {
        double tau = FastMath.expm1(crossing(observable, left, right));
        return OptionalDouble.of(Math.min(tau, end()));
      }
      left = Math.max(left, right);
    }
    return OptionalDouble.empty();
  }

  private double crossing(ToDoubleFunction<Vector> observable, double left, double right) {
    return new BracketingNthOrderBrentSolver(0, ROOT_ACCURACY, 0, 5)
        .solve(MOST_ROOT_EVALUATIONS, x -> observable.applyAsDouble(logitsAtLog(x)), left, right);
  }

  @Override
  public Trajectory extendedTo(double tau) {
    return tau <= end() ? this : FlowIntegration.resume(this, tau);
  }
}
