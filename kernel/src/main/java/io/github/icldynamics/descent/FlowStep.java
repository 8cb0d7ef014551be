package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** One step of the flow's integration, with the weights anywhere within it. */
sealed interface FlowStep permits ExplicitStep, ImplicitStep {
  /** How many evaluations finding a root may take. */
  int MOST_ROOT_EVALUATIONS = 200;

  /** Where the step begins, in the variable of its integration. */
  double first();

  /** Where it ends. */
  double last();

  /** The flow time at which it begins. */
  double firstTau();

  /** The flow time at which it ends. */
  double lastTau();

  /** The weights at a value of the integration variable within the step. */
  Vector weightsAt(double x);

  /** The flow time at a value of the integration variable within the step. */
  double tauAt(double x);

  /** The integration variable at a flow time within the step. */
  double variableAt(double tau);

  /**
   * Where a function of the integration variable is zero, between a value and the step's end.
   *
   * @param accuracy of the variable
   */
  default double root(UnivariateFunction function, double from, double accuracy) {
    return new BracketingNthOrderBrentSolver(0, accuracy, 0, 5)
        .solve(MOST_ROOT_EVALUATIONS, function, from, last());
  }
}
