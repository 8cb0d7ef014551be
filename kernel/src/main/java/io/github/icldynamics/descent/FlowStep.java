package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.sampling.ODEStateInterpolator;

/** One step of the flow's integration with its dense output; the state is the weights, then τ. */
final class FlowStep {
  private static final int MOST_ROOT_EVALUATIONS = 200;

  private final ODEStateInterpolator interpolator;

  FlowStep(ODEStateInterpolator interpolator) {
    this.interpolator = interpolator;
  }

  double first() {
    return interpolator.getPreviousState().getTime();
  }

  double last() {
    return interpolator.getCurrentState().getTime();
  }

  double firstTau() {
    return tau(interpolator.getPreviousState().getPrimaryState());
  }

  double lastTau() {
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

  /** The weights at a value of the integration variable within the step. */
  Vector weightsAt(double x) {
    double[] state = stateAt(x);
    return Vector.of(Arrays.copyOf(state, state.length - 1));
  }

  /** The flow time at a value of the integration variable within the step. */
  double tauAt(double x) {
    return Math.min(Math.max(tau(stateAt(x)), firstTau()), lastTau());
  }

  /** The integration variable at a flow time within the step. */
  double variableAt(double tau) {
    if (tau >= lastTau()) {
      return last();
    }
    if (tau <= firstTau()) {
      return first();
    }
    double width = last() - first();
    return new BracketingNthOrderBrentSolver(0, 1e-15 * width, 0, 5)
        .solve(MOST_ROOT_EVALUATIONS, x -> tau(stateAt(x)) - tau, first(), last());
  }
}
