package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;

/**
 * An objective whose weights are the logits of one column, or of several, one column after the
 * other.
 */
public interface Columns extends Objective {
  /** The number of columns. */
  default int columns() {
    return 1;
  }

  /** Where a column's logits begin among the weights. */
  default int offset(int column) {
    return 0;
  }

  /** A column as it is at a time and state: its law and value scale may change. */
  QueryColumn column(int column, double tau, Vector state);

  @Override
  default double largestWeight() {
    return QueryColumn.LARGEST_LOGIT;
  }
}
