package io.github.icldynamics.descent;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;

/**
 * Ends the integration of the flow where a function of the state falls through zero, located to 13
 * digits, if a condition agrees.
 *
 * @param function of the state, with its time
 * @param ends the condition
 */
public record FlowEvent(
    ToDoubleFunction<ODEStateAndDerivative> function, Predicate<ODEStateAndDerivative> ends)
    implements ODEEventDetector, ODEEventHandler {
  private static final double ROOT_ACCURACY = 1e-13;
  private static final int MOST_ITERATIONS = 100;

  @Override
  public double g(ODEStateAndDerivative state) {
    return function.applyAsDouble(state);
  }

  @Override
  public Action eventOccurred(
      ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
    return !increasing && ends.test(state) ? Action.STOP : Action.CONTINUE;
  }

  @Override
  public AdaptableInterval getMaxCheckInterval() {
    return (state, isForward) -> Double.POSITIVE_INFINITY;
  }

  @Override
  public int getMaxIterationCount() {
    return MOST_ITERATIONS;
  }

  @Override
  public BracketedUnivariateSolver<UnivariateFunction> getSolver() {
    return new BracketingNthOrderBrentSolver(0, ROOT_ACCURACY, 0, 5);
  }

  @Override
  public ODEEventHandler getHandler() {
    return this;
  }
}
