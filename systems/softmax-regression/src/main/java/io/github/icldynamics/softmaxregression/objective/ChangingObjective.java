package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.ChangingLaw;
import io.github.icldynamics.softmaxregression.law.QueryColumn;

/** The exact population gradient of one query's column under a token law that changes in time. */
public final class ChangingObjective extends ColumnObjective {
  private final ChangingLaw law;
  private double share;
  private ColumnObjective current;

  /**
   * @param column the column at the start; what it does not say of the law stays
   * @param law how its groups' probabilities change
   */
  public ChangingObjective(QueryColumn column, ChangingLaw law) {
    super(law.column(column, 0));
    this.law = law;
    this.share = law.course().share(0);
    this.current = new ColumnObjective(this.column);
  }

  @Override
  public double descend(double tau, double[] state, double[] direction) {
    if (law.course().share(tau) != share) {
      share = law.course().share(tau);
      current = new ColumnObjective(law.column(column, tau));
    }
    return current.descend(tau, state, direction);
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
