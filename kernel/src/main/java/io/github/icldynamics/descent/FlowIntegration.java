package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.util.FastMath;

/**
 * The flow, from one state to the goal, in a variable x in which it is smooth over any number of
 * decades: logarithmic time while the logits are slow, the way they go while they are fast,
 *
 * <pre>  dτ/dx = r,   dS/dx = r g(S),   r = (1 + τ)/(1 + (1 + τ) ‖g(S)‖).</pre>
 *
 * <p>Time is a component of the state, the last one: at K = 10¹⁵ the explosive growth is over
 * within less than one part in 10¹⁵ of the time, which no function of time could resolve.
 */
final class FlowIntegration implements OrdinaryDifferentialEquation {
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

  private FlowIntegration(Objective objective) {
    this.objective = objective;
    this.descent = new double[objective.size()];
  }

  /** The run from τ = 0. */
  static FlowTrajectory run(Objective objective, Vector initial, Goal goal, double tolerance) {
    return new FlowIntegration(objective).integrate(List.of(), 0, initial, goal, tolerance);
  }

  /** The run continued from its end to a later time. */
  static FlowTrajectory resume(FlowTrajectory run, double tau) {
    var from = run.weightsAt(run.end());
    return new FlowIntegration(run.objective())
        .integrate(run.steps(), run.end(), from, new Goal.Reach(tau), run.tolerance());
  }

  private FlowTrajectory integrate(
      List<FlowStep> before, double from, Vector initial, Goal goal, double tolerance) {
    var steps = new ArrayList<>(before);
    double loss = objective.descend(from, initial.toArray(), descent);
    Outcome outcome;
    if (goal.isMet(loss)) {
      outcome = new Outcome(Ending.CONVERGED, from);
    } else if (goal.horizon() <= from) {
      outcome = new Outcome(Ending.HORIZON_REACHED, from);
    } else if (Vector.of(descent).maximumNorm() == 0 && isSmoothFrom(from)) {
      outcome = atRest(from, initial, goal);
    } else {
      outcome = followToKinks(steps, from, initial, goal, tolerance);
    }
    Vector start =
        before.isEmpty() ? initial : before.getFirst().weightsAt(before.getFirst().first());
    return new FlowTrajectory(objective, start, steps, outcome, tolerance);
  }

  /**
   * Where nothing moves, any time is reached, but no loss comes down. At a minimum rest is the goal
   * of a run that has no other.
   */
  private Outcome atRest(double from, Vector weights, Goal goal) {
    return switch (goal) {
      case Goal.Reach(double horizon) ->
          new Outcome(Ending.HORIZON_REACHED, Math.max(from, horizon));
      case Goal.Settle _ -> new Outcome(Stability.ofRest(objective, from, weights.toArray()), from);
      case Goal.Target _ -> new Outcome(Ending.NO_DESCENT, from);
    };
  }

  private boolean isSmoothFrom(double tau) {
    return objective.nextKink(tau) == Double.POSITIVE_INFINITY;
  }

  /** Stops and starts again where the field is not smooth, because no step may reach across. */
  private Outcome followToKinks(
      List<FlowStep> steps, double from, Vector initial, Goal goal, double tolerance) {
    double start = from;
    Vector weights = initial;
    while (objective.nextKink(start) < goal.horizon()) {
      double kink = objective.nextKink(start);
      var outcome = follow(steps, start, weights, goal.until(kink), tolerance);
      if (outcome.ending() != Ending.HORIZON_REACHED) {
        return outcome;
      }
      var last = steps.getLast();
      start = kink;
      weights = last.weightsAt(last.last());
    }
    return follow(steps, start, weights, goal, tolerance);
  }

  private Outcome follow(
      List<FlowStep> steps, double from, Vector initial, Goal goal, double tolerance) {
    var integrator =
        new DormandPrince853Integrator(SMALLEST_STEP, largestStep(tolerance), tolerance, tolerance);
    integrator.setMaxEvaluations(MOST_EVALUATIONS);
    int before = steps.size();
    integrator.addStepHandler(interpolator -> steps.add(new FlowStep(interpolator)));
    var watch = new GoalWatch(objective, goal);
    integrator.addEventDetector(watch.event());
    integrator.addEventDetector(new FlowEvent(s -> timeLeft(s, goal.horizon()), s -> true));
    double[] state = Arrays.copyOf(initial.toArray(), initial.size() + 1);
    state[initial.size()] = from;
    try {
      integrator.integrate(this, new ODEState(0, state), Double.MAX_VALUE);
    } catch (MathRuntimeException e) {
      return new Outcome(Ending.STIFF, lastTime(steps, before, from));
    }
    return watch
        .outcome(lastTime(steps, before, from))
        .orElseGet(() -> new Outcome(Ending.HORIZON_REACHED, goal.horizon()));
  }

  private static double timeLeft(ODEStateAndDerivative state, double horizon) {
    double[] values = state.getPrimaryState();
    return 1 - values[values.length - 1] / horizon;
  }

  private static double largestStep(double tolerance) {
    return LARGEST_ACCURATE_STEP * FastMath.pow(tolerance / ACCURATE, 1.0 / 8);
  }

  private static double lastTime(List<FlowStep> steps, int before, double from) {
    return steps.size() == before ? from : steps.getLast().lastTau();
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
