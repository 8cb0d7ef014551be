package io.github.icldynamics.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.util.FastMath;

/**
 * The flow {@code dS/dx = (1 + τ) g(S)} in {@code x = ln(1 + τ)}, from one state to the goal. In
 * this variable the dynamics are smooth over fifteen decades of time.
 */
final class FlowIntegration implements OrdinaryDifferentialEquation {
  private static final double SMALLEST_STEP = 1e-14;

  /**
   * The dense output (of order 7) within long steps is worse than the steps themselves; at a step
   * of ¼ in ln τ it is accurate to 10⁻¹¹, and its error grows as the eighth power.
   */
  private static final double LARGEST_ACCURATE_STEP = 0.25;

  private static final double ACCURATE = 1e-11;

  /** Far beyond what any smooth run needs (a few thousand); a stiff one would go on for hours. */
  private static final int MOST_EVALUATIONS = 200_000;

  private final PopulationEvaluator evaluator;
  private final double[] descent;
  private double loss;

  private FlowIntegration(QueryColumn column) {
    this.evaluator = PopulationEvaluator.of(column);
    this.descent = new double[column.size()];
  }

  /** The run from τ = 0. */
  static FlowTrajectory run(QueryColumn column, Vector initial, Goal goal, double tolerance) {
    column.requireLogits(initial);
    return new FlowIntegration(column).integrate(List.of(), 0, initial, goal, tolerance);
  }

  /** The run continued from its end to a later time. */
  static FlowTrajectory resume(FlowTrajectory run, double tau) {
    var from = run.logitsAt(run.end());
    return new FlowIntegration(run.column())
        .integrate(run.steps(), run.end(), from, new Goal.Reach(tau), run.tolerance());
  }

  private FlowTrajectory integrate(
      List<ODEStateInterpolator> before, double from, Vector initial, Goal goal, double tolerance) {
    var steps = new ArrayList<>(before);
    double start = FastMath.log1p(from);
    double[] state = initial.toArray();
    computeDerivatives(start, state);
    Outcome outcome;
    if (goal.isMet(loss)) {
      outcome = new Outcome.Converged(from);
    } else if (Vector.of(descent).maximumNorm() == 0) {
      outcome = atRest(from, goal);
    } else if (goal.horizon() <= from) {
      outcome = new Outcome.HorizonReached(from);
    } else {
      outcome = follow(steps, start, state, goal, tolerance);
    }
    return new FlowTrajectory(evaluator.column(), initial, steps, outcome, tolerance);
  }

  /** Where nothing moves, any time is reached, but no loss comes down. */
  private static Outcome atRest(double from, Goal goal) {
    return goal instanceof Goal.Reach(double horizon)
        ? new Outcome.HorizonReached(Math.max(from, horizon))
        : new Outcome.Stuck(from, Outcome.Reason.NO_DESCENT);
  }

  private Outcome follow(
      List<ODEStateInterpolator> steps, double start, double[] state, Goal goal, double tolerance) {
    var integrator =
        new DormandPrince853Integrator(SMALLEST_STEP, largestStep(tolerance), tolerance, tolerance);
    integrator.setMaxEvaluations(MOST_EVALUATIONS);
    integrator.addStepHandler(steps::add);
    var stop = new StopEvent(evaluator, goal);
    integrator.addEventDetector(stop);
    try {
      double end = FastMath.log1p(goal.horizon());
      integrator.integrate(this, new ODEState(start, state), end);
    } catch (MathIllegalStateException e) {
      return new Outcome.Stuck(lastTime(steps, start), Outcome.Reason.STIFF);
    }
    double last = lastTime(steps, start);
    return stop.outcome(last).orElseGet(() -> new Outcome.HorizonReached(goal.horizon()));
  }

  private static double largestStep(double tolerance) {
    return LARGEST_ACCURATE_STEP * FastMath.pow(tolerance / ACCURATE, 1.0 / 8);
  }

  private static double lastTime(List<ODEStateInterpolator> steps, double start) {
    return FastMath.expm1(
        steps.isEmpty() ? start : steps.get(steps.size() - 1).getCurrentState().getTime());
  }

  @Override
  public int getDimension() {
    return descent.length;
  }

  @Override
  public double[] computeDerivatives(double x, double[] logits) {
    loss = evaluator.descend(logits, descent);
    double[] derivatives = new double[descent.length];
    double scale = FastMath.exp(x);
    for (int m = 0; m < descent.length; m++) {
      derivatives[m] = scale * descent[m];
    }
    return derivatives;
  }
}
