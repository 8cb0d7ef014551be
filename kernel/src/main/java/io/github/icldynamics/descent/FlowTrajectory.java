package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** A run of the gradient flow: the integrator's steps with their dense output. */
record FlowTrajectory(
    Objective objective, Vector initial, List<FlowStep> steps, Outcome outcome, double tolerance)
    implements Trajectory {
  private static final double ROOT_ACCURACY = 1e-13;

  FlowTrajectory {
    steps = List.copyOf(steps);
  }

  @Override
  public boolean reaches(double tau) {
    return tau <= end();
  }

  @Override
  public Vector weightsAt(double tau) {
    if (!(tau >= 0 && reaches(tau))) {
      throw new IllegalArgumentException("time must lie in [0, " + end() + "], not " + tau);
    }
    if (steps.isEmpty()) {
      return initial;
    }
    var step = steps.get(stepAt(tau));
    return step.weightsAt(step.variableAt(tau));
  }

  /** The first step that ends at or after a flow time; the last one if none does. */
  private int stepAt(double tau) {
    int low = 0;
    int high = steps.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps.get(middle).lastTau() >= tau) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public double nearestTime(double tau) {
    return Math.clamp(tau, 0, end());
  }

  @Override
  public Vector knots() {
    double[] times = new double[steps.size() + 2];
    int size = 1;
    for (var step : steps) {
      if (step.lastTau() > times[size - 1] && step.lastTau() < end()) {
        times[size++] = step.lastTau();
      }
    }
    times[size++] = end();
    return Vector.of(Arrays.copyOf(times, end() > 0 ? size : 1));
  }

  @Override
  public OptionalDouble firstTime(Observable observable, double from) {
    if (!reaches(from)) {
      return OptionalDouble.empty();
    }
    if (observable.at(from, weightsAt(from)) >= 0) {
      return OptionalDouble.of(from);
    }
    for (int i = steps.isEmpty() ? 0 : stepAt(from); i < steps.size(); i++) {
      var step = steps.get(i);
      double left = step.variableAt(from);
      if (at(step, step.last(), observable) >= 0) {
        double tau = step.tauAt(crossing(observable, step, left));
        return OptionalDouble.of(Math.min(tau, end()));
      }
    }
    return OptionalDouble.empty();
  }

  private static double at(FlowStep step, double x, Observable observable) {
    return observable.at(step.tauAt(x), step.weightsAt(x));
  }

  private static double crossing(Observable observable, FlowStep step, double left) {
    if (at(step, left, observable) >= 0) {
      return left;
    }
    return step.root(x -> at(step, x, observable), left, ROOT_ACCURACY);
  }

  @Override
  public Trajectory extendedTo(double tau) {
    return reaches(tau) ? this : FlowIntegration.resume(this, tau);
  }
}
