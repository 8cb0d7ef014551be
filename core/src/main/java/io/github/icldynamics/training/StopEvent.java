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
        waitsForRest()
            ? new Outcome.Stuck(tau, Outcome.Reason.SETTLED)
            : new Outcome.Converged(tau));
  }

  private boolean waitsForRest() {
    return goal.leastMotion() > 0;
  }

  @Override
  public double g(ODEStateAndDerivative state) {
    double loss = evaluator.descend(state.getPrimaryState(), descent);
    if (!waitsForRest()) {
      return loss - goal.targetLoss();
    }
    double scale = FastMath.exp(state.getTime());
    double motion = scale * Vector.of(descent).maximumNorm();
    // Before τ = 1 nothing has had time to move.
    return scale < 2 ? 1 : motion - goal.leastMotion();
  }

  @Override
  public Action eventOccurred(
      ODEStateAndDerivative state, ODEEventDetector detector, boolean increasing) {
    if (increasing) {
      return Action.CONTINUE;
    }
    if (waitsForRest()) {
      double growth = Stability.fastestGrowth(evaluator, state.getPrimaryState());
      if (growth * goal.horizon() > 1) {
        return Action.CONTINUE;
      }
    }
    stopped = true;
    return Action.STOP;
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
