package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import java.util.Optional;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketedUnivariateSolver;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.events.Action;
import org.hipparchus.ode.events.AdaptableInterval;
import org.hipparchus.ode.events.ODEEventDetector;
import org.hipparchus.ode.events.ODEEventHandler;
import org.hipparchus.util.FastMath;

/** Ends the integration of the flow where its goal is met: at the target, or at rest. */
final class StopEvent implements ODEEventDetector, ODEEventHandler {
  private static final double ROOT_ACCURACY = 1e-13;
  private static final int MOST_ITERATIONS = 100;

  private final PopulationEvaluator evaluator;
  private final Goal goal;
  private final double[] descent;
  private boolean stopped;

  StopEvent(PopulationEvaluator evaluator, Goal goal) {
    this.evaluator = evaluator;
    this.goal = goal;
    this.descent = new double[evaluator.column().size()];
  }

  /** How the event ended the run, if it did. */
  Optional<Outcome> outcome(double tau) {
    if (!stopped) {
      return Optional.empty();
    }
    return Optional.of(
        goal instanceof Goal.Settle
            ? new Outcome.Stuck(tau, Outcome.Reason.SETTLED)
            : new Outcome.Converged(tau));
  }

  @Override
  public double g(ODEStateAndDerivative state) {
    double loss = evaluator.descend(state.getPrimaryState(), descent);
    return switch (goal) {
      case Goal.Converge(double target, _) -> loss - target;
      case Goal.Settle _ -> motionAboveRest(state);
      case Goal.Reach _ -> 1;
    };
  }

  private double motionAboveRest(ODEStateAndDerivative state) {
    double scale = FastMath.exp(state.getTime());
    double motion = scale * Vector.of(descent).maximumNorm();
    return scale < 2 ? 1 : motion - Goal.Settle.LEAST_MOTION;
  }

  @Override
  public Action eventOccurred(
      ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
    if (increasing || restsAtSaddle(state)) {
      return Action.CONTINUE;
    }
    stopped = true;
    return Action.STOP;
  }

  private boolean restsAtSaddle(ODEStateAndDerivative state) {
    return goal instanceof Goal.Settle
        && Stability.fastestGrowth(evaluator, state.getPrimaryState()) * goal.horizon() > 1;
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
