package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * From where to where the error of a query goes.
 *
 * @param initialError L_k(0)
 * @param floor L_k*, if it is computed
 * @param error at which the query has converged, if that is known
 */
public record Target(double initialError, Optional<ErrorFloor> floor, OptionalDouble error) {
  /** From this share of what can be learned on, little is learned by the time of convergence. */
  public static final double LARGE_SHARE = 0.1;

  /**
   * The target of a query.
   *
   * @param evaluator of its column at τ = 0
   * @param initial logits there
   */
  static Target of(
      Criterion criterion,
      PopulationEvaluator evaluator,
      Vector initial,
      Optional<ErrorFloor> floor) {
    double error = evaluator.loss(initial);
    return new Target(error, floor, criterion.target(error, floor));
  }

  /** Whether the error cannot come down so far. */
  boolean isBelowFloor() {
    return error.isPresent()
        && floor.isPresent()
        && error.getAsDouble() <= floor.get().value()
        && initialError > error.getAsDouble();
  }

  /**
   * What is allowed above the floor as a share of what is above it at the start: as a point in a
   * scaling plot a time to a large share says nothing about learning.
   */
  public OptionalDouble shareOfReducible() {
    if (floor.isEmpty() || error.isEmpty()) {
      return OptionalDouble.empty();
    }
    double least = floor.get().value();
    double reducible = initialError - least;
    return reducible > 0
        ? OptionalDouble.of((error.getAsDouble() - least) / reducible)
        : OptionalDouble.empty();
  }

  /** How far above its floor the error may be; the error itself where the floor is not known. */
  double excess(QueryColumn column) {
    double least = floor.map(ErrorFloor::value).orElse(0.0);
    double above = error.orElse(initialError) - least;
    return above > 0 ? above : LARGE_SHARE * column.labels().variance(column.query());
  }
}
