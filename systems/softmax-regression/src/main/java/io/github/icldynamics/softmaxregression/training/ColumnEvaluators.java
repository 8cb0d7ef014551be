package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.objective.ScaledValueEvaluator;

/**
 * Evaluators of a column whose law or value scale may change: one is kept as long as it fits, and
 * another value scale costs nothing. One from one thread at a time.
 */
public final class ColumnEvaluators {
  private final LaplaceGrid grid;
  private PopulationEvaluator current;

  ColumnEvaluators(QueryColumn column, LaplaceGrid grid) {
    this.grid = grid;
    this.current = PopulationEvaluator.of(column, grid);
  }

  /** Evaluators at full double precision. */
  public static ColumnEvaluators of(QueryColumn column) {
    return new ColumnEvaluators(column, LaplaceGrid.fullAccuracy());
  }

  /** The evaluator of the column with another value scale. */
  public PopulationEvaluator at(double valueScale) {
    return evaluator(current.column().withValueScale(valueScale));
  }

  /** The evaluator of the column as it is now. */
  PopulationEvaluator evaluator(QueryColumn now) {
    if (!now.equals(current.column())) {
      boolean onlyScaled =
          current instanceof ScaledValueEvaluator
              && now.withValueScale(current.column().valueScale()).equals(current.column());
      current =
          onlyScaled && current instanceof ScaledValueEvaluator scaled
              ? scaled.at(now.valueScale())
              : PopulationEvaluator.of(now, grid);
    }
    return current;
  }
}
