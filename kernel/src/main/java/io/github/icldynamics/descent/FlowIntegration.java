package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * The flow, from one state to the goal: by an explicit method, and by an implicit one from where
 * that would take too many steps because the flow is stiff.
 */
final class FlowIntegration {
  private static final int MOST_IMPLICIT_STEPS = 50_000;

  /** The first implicit step, where nothing is known. */
  private static final double FIRST_SHARE = 1e-3;

  private final Objective objective;
  private final double tolerance;
  private final List<FlowStep> steps;

  /**
   * @param steps taken before; receives those to come
   */
  private FlowIntegration(Objective objective, double tolerance, List<FlowStep> steps) {
    this.objective = objective;
    this.tolerance = tolerance;
    this.steps = steps;
  }

  /** The run from τ = 0. */
  static FlowTrajectory run(Objective objective, Vector initial, Goal goal, double tolerance) {
    var integration = new FlowIntegration(objective, tolerance, new ArrayList<>());
    return integration.trajectory(initial, integration.integrate(0, initial, goal));
  }

  /** The run continued from its end to a later time. */
  static FlowTrajectory resume(FlowTrajectory run, double tau) {
    var from = run.weightsAt(run.end());
    var steps = new ArrayList<>(run.steps());
    var integration = new FlowIntegration(run.objective(), run.tolerance(), steps);
    var outcome = integration.integrate(run.end(), from, new Goal.Reach(tau));
    return integration.trajectory(run.weightsAt(0), outcome);
  }

  /** How a run from τ = 0 ends, without its way. */
  static Outcome outcome(Objective objective, Vector initial, Goal goal, double tolerance) {
    return new FlowIntegration(objective, tolerance, new LastStep()).integrate(0, initial, goal);
  }

  private FlowTrajectory trajectory(Vector initial, Outcome outcome) {
    return new FlowTrajectory(objective, initial, steps, outcome, tolerance);
  }

  private Outcome integrate(double from, Vector initial, Goal goal) {
    double[] descent = new double[objective.size()];
    double loss = objective.descend(from, initial.toArray(), descent);
    if (goal.isMet(loss)) {
      return new Outcome(Ending.CONVERGED, from);
    }
    if (goal.horizon() <= from) {
      return new Outcome(Ending.BUDGET_EXHAUSTED, from);
    }
    return Vector.of(descent).maximumNorm() == 0 && isSmoothFrom(from)
        ? atRest(from, initial, goal)
        : followToKinks(from, initial, goal);
  }

  /**
   * Where nothing moves, any time is reached, but no loss comes down. At a minimum rest is the goal
   * of a run that has no other.
   */
  private Outcome atRest(double from, Vector weights, Goal goal) {
    return switch (goal) {
      case Goal.Reach(double horizon) ->
          new Outcome(Ending.BUDGET_EXHAUSTED, Math.max(from, horizon));
      case Goal.Settle _ -> new Outcome(Stability.ofRest(objective, from, weights.toArray()), from);
      case Goal.Target _ -> new Outcome(Ending.NO_DESCENT, from);
    };
  }

  private boolean isSmoothFrom(double tau) {
    return objective.nextKink(tau) == Double.POSITIVE_INFINITY;
  }

  /** Stops and starts again where the field is not smooth, because no step may reach across. */
  private Outcome followToKinks(double from, Vector initial, Goal goal) {
    double start = from;
    Vector weights = initial;
    while (objective.nextKink(start) < goal.horizon()) {
      double kink = objective.nextKink(start);
      var outcome = follow(start, weights, goal.until(kink));
      if (outcome.ending() != Ending.BUDGET_EXHAUSTED) {
        return outcome;
      }
      var last = steps.getLast();
      start = kink;
      weights = last.weightsAt(last.last());
    }
    return follow(start, weights, goal);
  }

  /** What has been stiff stays so. */
  private Outcome follow(double from, Vector initial, Goal goal) {
    if (!steps.isEmpty() && steps.getLast() instanceof ImplicitStep) {
      return followImplicitly(from, initial, goal);
    }
    var outcome =
        new ExplicitFlow(objective, tolerance).follow(steps, from, initial.toArray(), goal);
    return outcome.orElseGet(
        () -> {
          double reached = steps.isEmpty() ? from : steps.getLast().lastTau();
          var weights = reached > from ? steps.getLast().weightsAt(lastVariable()) : initial;
          return followImplicitly(reached, weights, goal);
        });
  }

  private double lastVariable() {
    return steps.getLast().last();
  }

  private Outcome followImplicitly(double from, Vector initial, Goal goal) {
    if (!Linearisation.isAffordable(objective)) {
      return new Outcome(Ending.STIFF, from);
    }
    var watch = new GoalWatch(objective, goal);
    var flow =
        new ImplicitFlow(objective, tolerance, from, initial.toArray(), FIRST_SHARE * (1 + from));
    double tau = from;
    for (int number = 0; number < MOST_IMPLICIT_STEPS && tau < goal.horizon(); number++) {
      var next = flow.step(goal.horizon());
      if (next.isEmpty()) {
        return new Outcome(Ending.STIFF, tau);
      }
      var step = next.get();
      if (watch.distance(step.lastTau(), step.at(1)) < 0) {
        double crossing = crossing(step, watch);
        var ended = step.until(crossing);
        if (watch.isReached(crossing, ended.at(ended.last()))) {
          steps.add(ended);
          return watch.outcome(crossing).orElseThrow();
        }
      }
      steps.add(step);
      tau = step.lastTau();
    }
    return new Outcome(tau < goal.horizon() ? Ending.STIFF : Ending.BUDGET_EXHAUSTED, tau);
  }

  private static double crossing(ImplicitStep step, GoalWatch watch) {
    return step.tauAt(
        step.root(share -> watch.distance(step.tauAt(share), step.at(share)), 0, 1e-14));
  }
}
