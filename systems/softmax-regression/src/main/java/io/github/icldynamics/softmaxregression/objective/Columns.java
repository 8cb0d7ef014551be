package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.function.IntToDoubleFunction;

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

  /**
   * Takes what is left of a column's weighted sum, which is 0 but for rounding, from its largest
   * entry: that changes the last bit of one entry, and a shift of all logits, which nothing holds
   * back, does not grow with time.
   *
   * @param from the column's first entry
   * @param to after its last
   * @param members of the group that an entry stands for
   */
  static void balance(double[] direction, int from, int to, IntToDoubleFunction members) {
    double sum = 0;
    int largest = from;
    for (int n = from; n < to; n++) {
      double part = members.applyAsDouble(n - from) * direction[n];
      sum += part;
      if (Math.abs(part) > Math.abs(members.applyAsDouble(largest - from) * direction[largest])) {
        largest = n;
      }
    }
    direction[largest] -= sum / members.applyAsDouble(largest - from);
  }

  @Override
  default double largestWeight() {
    return QueryColumn.LARGEST_LOGIT;
  }
}
