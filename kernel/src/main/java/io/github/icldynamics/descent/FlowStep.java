package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.sampling.ODEStateInterpolator;

/** One step of the flow's integration with its dense output; the state is the weights, then τ. */
record FlowStep(ODEStateInterpolator interpolator) {
  private static final int MOST_ROOT_EVALUATIONS = 200;

  /** Products of times so short are 0, and with them the solver's test for a change of sign. */
  private static final double NO_TIME = 1e-150;

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
    if (tau - firstTau() <= NO_TIME) {
      return first();
    }
    return root(x -> tau(stateAt(x)) - tau, first(), 1e-15 * (last() - first()));
  }

  /** Where a function of the integration variable is zero, between a value and the step's end. */
  double root(UnivariateFunction function, double from, double accuracy) {
    return new BracketingNthOrderBrentSolver(0, accuracy, 0, 5)
        .solve(MOST_ROOT_EVALUATIONS, function, from, last());
  }
}
