package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.ode.ODEStateAndDerivative;

/** Watches for the goal of a flow: the target, or rest. */
final class GoalWatch {
  private final Objective objective;
  private final Goal goal;
  private final double[] descent;
  private boolean stopped;

  GoalWatch(Objective objective, Goal goal) {
    this.objective = objective;
    this.goal = goal;
    this.descent = new double[objective.size()];
  }

  /** The event that ends an explicit integration at the goal. */
  FlowEvent event() {
    return new FlowEvent(
        state -> distance(tau(state), weights(state)),
        state -> isReached(tau(state), weights(state)));
  }

  private double[] weights(ODEStateAndDerivative state) {
    return Arrays.copyOf(state.getPrimaryState(), descent.length);
  }

  private double tau(ODEStateAndDerivative state) {
    return state.getPrimaryState()[descent.length];
  }

  /** How the goal ended the run, if it did. */
  Optional<Outcome> outcome(double tau) {
    return stopped
        ? Optional.of(
            new Outcome(goal instanceof Goal.Settle ? Ending.STATIONARY : Ending.CONVERGED, tau))
        : Optional.empty();
  }

  /** A function that falls through 0 where the goal may be reached. */
  double distance(double tau, double[] weights) {
    return switch (goal) {
      case Goal.Target target -> objective.descend(tau, weights, descent) - target.targetLoss();
      case Goal.Settle _ -> motionAboveRest(tau, weights);
      case Goal.Reach _ -> 1;
    };
  }

  private double motionAboveRest(double tau, double[] weights) {
    objective.descend(tau, weights, descent);
    return Goal.Settle.motionAboveRest(Vector.of(descent).maximumNorm(), tau);
  }

  /** Whether it is reached where {@link #distance} has fallen through 0. */
  boolean isReached(double tau, double[] weights) {
    stopped = !restsAtSaddle(tau, weights);
    return stopped;
  }

  private boolean restsAtSaddle(double tau, double[] weights) {
    return goal instanceof Goal.Settle
        && Stability.fastestGrowth(objective, tau, weights) * goal.horizon() > 1;
  }
}
