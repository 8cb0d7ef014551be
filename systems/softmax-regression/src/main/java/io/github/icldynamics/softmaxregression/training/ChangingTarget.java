package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The error at which a query has converged, where the token law changes and the floor with it. One
 * from one thread at a time.
 */
final class ChangingTarget {
  private final Criterion criterion;
  private final double initialError;
  private final Map<QueryColumn, OptionalDouble> targets = new HashMap<>();

  ChangingTarget(Criterion criterion, double initialError) {
    this.criterion = criterion;
    this.initialError = initialError;
  }

  /** The first time within a run at which the error is at most the target of that time. */
  OptionalDouble timeOf(ColumnTrajectory trajectory) {
    return trajectory.firstTime(
        (tau, now, logits) -> at(now.column()) - now.loss(logits), 0, LaplaceGrid.fullAccuracy());
  }

  /** Never met where there is none. */
  private double at(QueryColumn now) {
    return targets
        .computeIfAbsent(now, column -> criterion.target(initialError, ErrorFloor.find(column)))
        .orElse(Double.NEGATIVE_INFINITY);
  }
}
