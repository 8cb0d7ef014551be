package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Finds the phases of a run by who leads, without free parameters. */
final class Phases {
  private static final String NO_FLOOR = "until the run ends (L_k* was not computed)";

  /** Prompts are long, as in the paper, where the floor is less than this share of ε. */
  private static final double NEGLIGIBLE_FLOOR = 0.01;

  /** What is over by then has never begun: two leaders differed by rounding. */
  private static final double LEAST_TIME = 1e-12;

  private static final String ENDED_BEFORE = ": not yet when the run ended";
  private static final String CONVERGED_BEFORE = ": not yet when the error had converged";

  private final ColumnTrajectory trajectory;
  private final LaplaceGrid grid;
  private final String goal;
  private final String unfinished;
  private final boolean hasThresholds;
  private final int query;
  private final int competitor;
  private final double logFeatures;
  private final List<Phase> found = new ArrayList<>();
  private double reached;
  private boolean over;

  private Phases(
      LayerPlan layer, ColumnTrajectory trajectory, Target target, OptionalDouble convergence) {
    var column = trajectory.column();
    this.trajectory = trajectory;
    this.grid = layer.plan().grid();
    this.goal = target.error().isPresent() ? "until " + layer.plan().criterion().formula() : "";
    this.unfinished = convergence.isPresent() ? CONVERGED_BEFORE : ENDED_BEFORE;
    this.query = column.query();
    this.competitor = column.competitor();
    this.logFeatures = FastMath.log(column.features());
    this.hasThresholds =
        layer.isPapersSetting() && hasNegligibleFloor(column, target) && isImbalanced(column);
  }

  private static boolean hasNegligibleFloor(QueryColumn column, Target target) {
    double floor = target.floor().map(ErrorFloor::value).orElse(Double.NaN);
    return floor <= NEGLIGIBLE_FLOOR * target.excess(column);
  }

  /** One dominant feature, and all others like the query. */
  private static boolean isImbalanced(QueryColumn column) {
    int competitor = column.competitor();
    for (int m = 0; m < column.size(); m++) {
      boolean likeQuery = column.probability(m) == column.queryProbability();
      if (likeQuery == (m == competitor)) {
        return false;
      }
    }
    return column.count(competitor) == 1;
  }

  /**
   * The phases of a run.
   *
   * @param convergence the flow time at which the error came down to its target, if it did
   */
  static List<Phase> of(
      LayerPlan layer,
      ColumnTrajectory trajectory,
      Role role,
      Target target,
      OptionalDouble convergence) {
    var phases = new Phases(layer, trajectory, target, convergence);
    switch (role) {
      case DOMINANT -> phases.converge("I", convergence);
      case BALANCED -> {
        phases.until("I", "until Attn_k = ½", Contest::attentionBeyondHalf, Optional.empty());
        phases.converge("II", convergence);
      }
      case UNDER_REPRESENTED -> phases.underRepresented(convergence);
    }
    return List.copyOf(phases.found);
  }

  private void underRepresented(OptionalDouble convergence) {
    until(
        "I",
        "until α_k overtakes |β_{k,1}|",
        Contest::leadOfTarget,
        weightFalls("−0.49 ln K", competitor, -0.49 * logFeatures));
    until(
        "II",
        "until Attn_k overtakes Attn_1",
        Contest::attentionAdvantage,
        weightRises("0.5 ln K", query, 0.5 * logFeatures));
    until(
        "III",
        "until Attn_k = ½",
        Contest::attentionBeyondHalf,
        weightRises("ln K", query, logFeatures));
    converge("IV", convergence);
  }

  private void until(
      String name,
      String why,
      ToDoubleBiFunction<Contest, Vector> lead,
      Optional<Phase.Threshold> threshold) {
    if (!over) {
      var end =
          trajectory.firstTime(
              (tau, now, logits) -> lead.applyAsDouble(new Contest(now), logits), reached, grid);
      add(name, why, end, threshold);
    }
  }

  private void converge(String name, OptionalDouble convergence) {
    if (over) {
      return;
    }
    if (goal.isEmpty()) {
      add(name, NO_FLOOR, OptionalDouble.of(trajectory.end()), Optional.empty());
    } else {
      add(name, goal, convergence, Optional.empty());
    }
  }

  private void add(
      String name, String why, OptionalDouble end, Optional<Phase.Threshold> threshold) {
    double to = FastMath.max(reached, end.orElse(trajectory.end()));
    if (to < LEAST_TIME && end.isPresent()) {
      to = reached;
    }
    over = end.isEmpty();
    found.add(new Phase(name, reached, to, over ? why + unfinished : why, threshold));
    reached = to;
  }

  private Optional<Phase.Threshold> weightFalls(String bound, int group, double value) {
    return recalled("B_{k,1}", bound, value, logits -> value - logits.get(group));
  }

  private Optional<Phase.Threshold> weightRises(String bound, int group, double value) {
    return recalled("A_k", bound, value, logits -> logits.get(group) - value);
  }

  /** The thresholds belong to the paper's setting. */
  private Optional<Phase.Threshold> recalled(
      String weight, String bound, double value, ToDoubleFunction<Vector> crossing) {
    return hasThresholds
        ? Optional.of(new Phase.Threshold(weight, bound, value, trajectory.firstTime(crossing, 0)))
        : Optional.empty();
  }
}
