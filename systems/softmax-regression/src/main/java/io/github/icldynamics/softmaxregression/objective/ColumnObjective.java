package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;

/** The exact population gradient of one query's column, {@code −π_k ∂L_k/∂s}. */
public sealed class ColumnObjective implements Columns
    permits ChangingObjective, CurriculumObjective, SampledObjective {
  final QueryColumn column;
  private final PopulationEvaluator evaluator;

  /** The field at full double precision. */
  public ColumnObjective(QueryColumn column) {
    this(column, LaplaceGrid.fullAccuracy());
  }

  /** The field on a grid of any accuracy. */
  public ColumnObjective(QueryColumn column, LaplaceGrid grid) {
    this.column = column;
    this.evaluator = PopulationEvaluator.of(column, grid);
  }

  @Override
  public int size() {
    return column.size();
  }

  @Override
  public double multiplicity(int entry) {
    return column.count(entry);
  }

  /** {@code Σ_n M_n g_n = 0}: what is left of it is taken from the largest entry. */
  @Override
  public void balance(double[] direction) {
    Columns.balance(direction, 0, size(), this::multiplicity);
  }

  @Override
  public double descend(double tau, double[] state, double[] direction) {
    return evaluator.descend(state, direction);
  }

  @Override
  public QueryColumn column(int index, double tau, Vector state) {
    return column;
  }
}
