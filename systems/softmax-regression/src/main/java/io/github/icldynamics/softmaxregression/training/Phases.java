package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Finds the phases of a run by who leads, without free parameters. */
final class Phases {
  private static final String CONVERGENCE = "until L_k ≤ L_k* + ε";
  private static final String NO_FLOOR = "until the run ends (no L_k* is defined here)";

  /** What is over by then has never begun: two leaders differed by rounding. */
  private static final double LEAST_TIME = 1e-12;

  private static final String ENDED_BEFORE = ": not yet when the run ended";
  private static final String CONVERGED_BEFORE = ": not yet when the error had converged";

  private final ColumnTrajectory trajectory;
  private final String unfinished;
  private final Contest contest;
  private final int query;
  private final int competitor;
  private final double logFeatures;
  private final List<Phase> found = new ArrayList<>();
  private double reached;
  private boolean over;

  private Phases(ColumnTrajectory trajectory, String unfinished, LaplaceGrid grid) {
    this.unfinished = unfinished;
    var column = trajectory.column();
    this.trajectory = trajectory;
    this.contest = new Contest(column, grid);
    this.query = column.query();
    this.competitor = column.competitor();
    this.logFeatures = FastMath.log(column.features());
  }

  /**
   * The phases of a run.
   *
   * @param grid how accurately the run's own gradients were computed
   * @param convergence the flow time at which the error came down to {@code L_k* + ε}, if it did
   */
  static List<Phase> of(
      ColumnTrajectory trajectory, Role role, OptionalDouble convergence, LaplaceGrid grid) {
    String unfinished = convergence.isPresent() ? CONVERGED_BEFORE : ENDED_BEFORE;
    var phases = new Phases(trajectory, unfinished, grid);
    switch (role) {
      case DOMINANT -> phases.converge("I", convergence);
      case BALANCED -> {
        phases.until(
            "I", "until Attn_k = ½", phases.contest::attentionBeyondHalf, Optional.empty());
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
        contest::leadOfTarget,
        weightFalls("−0.49 ln K", competitor, -0.49 * logFeatures));
    until(
        "II",
        "until Attn_k overtakes Attn_1",
        contest::attentionAdvantage,
        weightRises("0.5 ln K", query, 0.5 * logFeatures));
    until(
        "III",
        "until Attn_k = ½",
        contest::attentionBeyondHalf,
        weightRises("ln K", query, logFeatures));
    converge("IV", convergence);
  }

  private void until(
      String name,
      String why,
      ToDoubleFunction<Vector> observable,
      Optional<Phase.Threshold> threshold) {
    if (!over) {
      add(name, why, trajectory.firstTime(observable, reached), threshold);
    }
  }

  private void converge(String name, OptionalDouble convergence) {
    if (!over) {
      if (trajectory.column().labels().isLinear()) {
        add(name, CONVERGENCE, convergence, Optional.empty());
      } else {
        add(name, NO_FLOOR, OptionalDouble.of(trajectory.end()), Optional.empty());
      }
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

  /**
   * The thresholds belong to the paper's setting: one dominant feature, all others like the query,
   * linear labels without noise.
   */
  private Optional<Phase.Threshold> recalled(
      String weight, String bound, double value, ToDoubleFunction<Vector> crossing) {
    var column = trajectory.column();
    for (int m = 0; m < column.size(); m++) {
      boolean likeQuery = column.probability(m) == column.queryProbability();
      if (likeQuery == (m == competitor)) {
        return Optional.empty();
      }
    }
    return column.count(competitor) == 1 && column.labels().isLinear()
        ? Optional.of(new Phase.Threshold(weight, bound, value, trajectory.firstTime(crossing, 0)))
        : Optional.empty();
  }
}
