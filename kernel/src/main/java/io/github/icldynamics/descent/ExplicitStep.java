package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import org.hipparchus.ode.sampling.ODEStateInterpolator;

/** One step of the explicit method with its dense output; the state is the weights, then τ. */
record ExplicitStep(ODEStateInterpolator interpolator) implements FlowStep {
  /** Products of times so short are 0, and with them the solver's test for a change of sign. */
  private static final double NO_TIME = 1e-150;

  @Override
  public double first() {
    return interpolator.getPreviousState().getTime();
  }

  @Override
  public double last() {
    return interpolator.getCurrentState().getTime();
  }

  @Override
  public double firstTau() {
    return tau(interpolator.getPreviousState().getPrimaryState());
  }

  @Override
  public double lastTau() {
    return tau(interpolator.getCurrentState().getPrimaryState());
  }

  private static double tau(double[] state) {
    return state[state.length - 1];
  }

  private double[] stateAt(double x) {
    if (x >= last()) {
      return interpolator.getCurrentState().getPrimaryState();
    }
    return x <= first()
        ? interpolator.getPreviousState().getPrimaryState()
        : interpolator.getInterpolatedState(x).getPrimaryState();
  }

  @Override
  public Vector weightsAt(double x) {
    double[] state = stateAt(x);
    return Vector.of(Arrays.copyOf(state, state.length - 1));
  }

  @Override
  public double tauAt(double x) {
    return Math.min(Math.max(tau(stateAt(x)), firstTau()), lastTau());
  }

  @Override
  public double variableAt(double tau) {
    if (tau >= lastTau()) {
      return last();
    }
    if (tau - firstTau() <= NO_TIME) {
      return first();
    }
    return root(x -> tau(stateAt(x)) - tau, first(), 1e-15 * (last() - first()));
  }
}
