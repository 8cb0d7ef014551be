package io.github.icldynamics.descent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.util.FastMath;

/**
 * The flow by an explicit method, in a variable x in which it is smooth over any number of decades:
 * logarithmic time while the logits are slow, the way they go while they are fast,
 *
 * <pre>  dτ/dx = r,   dS/dx = r g(S),   r = (1 + τ)/(1 + (1 + τ) ‖g(S)‖).</pre>
 *
 * <p>Time is a component of the state, the last one: at K = 10¹⁵ the explosive growth is over
 * within less than one part in 10¹⁵ of the time, which no function of time could resolve.
 */
final class ExplicitFlow implements OrdinaryDifferentialEquation {
  private static final double SMALLEST_STEP = 1e-12;

  /**
   * The dense output (of order 7) within long steps is worse than the steps themselves; at a step
   * of ¼ it is accurate to 10⁻¹¹, and its error grows as the eighth power.
   */
  private static final double LARGEST_ACCURATE_STEP = 0.25;

  private static final double ACCURATE = 1e-11;

  /** Far beyond what any smooth run needs (a few thousand); a stiff one would go on for hours. */
  private static final int MOST_EVALUATIONS = 150_000;

  private final Objective objective;
  private final double[] descent;
  private final DormandPrince853Integrator integrator;
  private final StiffnessWatch stiffness;

  ExplicitFlow(Objective objective, double tolerance) {
    this.objective = objective;
    this.descent = new double[objective.size()];
    this.integrator =
        new DormandPrince853Integrator(SMALLEST_STEP, largestStep(tolerance), tolerance, tolerance);
    this.stiffness = new StiffnessWatch(objective);
    integrator.setMaxEvaluations(MOST_EVALUATIONS);
  }

  private static double largestStep(double tolerance) {
    return LARGEST_ACCURATE_STEP * FastMath.pow(tolerance / ACCURATE, 1.0 / 8);
  }

  /**
   * Follows the flow to its goal or its horizon.
   *
   * @param steps receives those that were taken
   * @return how it ended; empty if it did not come so far
   */
  Optional<Outcome> follow(List<FlowStep> steps, double from, double[] initial, Goal goal) {
    integrator.addStepHandler(interpolator -> take(interpolator, steps));
    var watch = new GoalWatch(objective, goal);
    integrator.addEventDetector(watch.event());
    integrator.addEventDetector(new FlowEvent(s -> timeLeft(s, goal.horizon()), s -> true));
    double[] state = Arrays.copyOf(initial, initial.length + 1);
    state[initial.length] = from;
    try {
      integrator.integrate(this, new ODEState(0, state), Double.MAX_VALUE);
    } catch (MathRuntimeException e) {
      return Optional.empty();
    }
    double last = steps.isEmpty() ? from : steps.getLast().lastTau();
    return watch
        .outcome(last)
        .or(() -> Optional.of(new Outcome(Ending.BUDGET_EXHAUSTED, goal.horizon())));
  }

  private void take(ODEStateInterpolator interpolator, List<FlowStep> steps) {
    var step = new ExplicitStep(interpolator);
    steps.add(step);
    if (stiffness.isLimited(step)) {
      integrator.setMaxEvaluations(0);
    }
  }

  private static double timeLeft(ODEStateAndDerivative state, double horizon) {
    double[] values = state.getPrimaryState();
    return 1 - values[values.length - 1] / horizon;
  }

  @Override
  public int getDimension() {
    return descent.length + 1;
  }

  @Override
  public double[] computeDerivatives(double x, double[] state) {
    double tau = Math.max(0, state[descent.length]);
    objective.descend(tau, Arrays.copyOf(state, descent.length), descent);
    double elapsed = 1 + tau;
    double rate = elapsed / (1 + elapsed * euclideanNorm(descent));
    double[] derivatives = new double[state.length];
    for (int m = 0; m < descent.length; m++) {
      derivatives[m] = rate * descent[m];
    }
    derivatives[descent.length] = rate;
    return derivatives;
  }

  private static double euclideanNorm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return FastMath.sqrt(sum);
  }
}
