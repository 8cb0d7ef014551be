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

  /** The event that ends the run at its goal. */
  FlowEvent event() {
    return new FlowEvent(this::distance, this::reached);
  }

  /** How the goal ended the run, if it did. */
  Optional<Outcome> outcome(double tau) {
    return stopped
        ? Optional.of(
            new Outcome(goal instanceof Goal.Settle ? Ending.AT_REST : Ending.CONVERGED, tau))
        : Optional.empty();
  }

  private double distance(ODEStateAndDerivative state) {
    return switch (goal) {
      case Goal.Target target ->
          objective.descend(tau(state), weights(state), descent) - target.targetLoss();
      case Goal.Settle _ -> motionAboveRest(state);
      case Goal.Reach _ -> 1;
    };
  }

  private double[] weights(ODEStateAndDerivative state) {
    return Arrays.copyOf(state.getPrimaryState(), descent.length);
  }

  private double tau(ODEStateAndDerivative state) {
    return state.getPrimaryState()[descent.length];
  }

  private double motionAboveRest(ODEStateAndDerivative state) {
    objective.descend(tau(state), weights(state), descent);
    return Goal.Settle.motionAboveRest(Vector.of(descent).maximumNorm(), tau(state));
  }

  private boolean reached(ODEStateAndDerivative state) {
    stopped = !restsAtSaddle(state);
    return stopped;
  }

  private boolean restsAtSaddle(ODEStateAndDerivative state) {
    return goal instanceof Goal.Settle
        && Stability.fastestGrowth(objective, tau(state), weights(state)) * goal.horizon() > 1;
  }
}
