package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.ChangingLaw;
import io.github.icldynamics.softmaxregression.law.QueryColumn;

/** The exact population gradient of one query's column under a token law that changes in time. */
public final class ChangingObjective implements Columns {
  private final QueryColumn column;
  private final ChangingLaw law;
  private final LaplaceGrid grid;
  private double share = Double.NaN;
  private PopulationEvaluator evaluator;

  /**
   * @param column the column at the start; what it does not say of the law stays
   * @param law how its groups' probabilities change
   */
  public ChangingObjective(QueryColumn column, ChangingLaw law) {
    this.column = law.column(column, 0);
    this.law = law;
    this.grid = LaplaceGrid.fullAccuracy();
    this.evaluator = PopulationEvaluator.of(this.column, grid);
  }

  @Override
  public int size() {
    return column.size();
  }

  @Override
  public double multiplicity(int entry) {
    return column.count(entry);
  }

  @Override
  public double descend(double tau, double[] state, double[] direction) {
    if (law.course().share(tau) != share) {
      share = law.course().share(tau);
      evaluator = PopulationEvaluator.of(law.column(column, tau), grid);
    }
    return evaluator.descend(state, direction);
  }

  @Override
  public double nextKink(double tau) {
    return law.course().nextKink(tau);
  }

  @Override
  public QueryColumn column(int index, double tau, Vector state) {
    return law.column(column, tau);
  }
}
