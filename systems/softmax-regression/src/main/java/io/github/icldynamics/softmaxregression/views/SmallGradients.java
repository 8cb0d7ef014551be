package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.record.Table;

/**
 * The longest stretch of iterations in which every gradient of a query is below a value.
 *
 * @param first its first iteration; not a number if there is none
 * @param last its last one
 */
record SmallGradients(double first, double last) {
  SmallGradients(Table trajectory, long query, double value) {
    this(longest(trajectory, query, value));
  }

  private SmallGradients(double[] stretch) {
    this(stretch[0], stretch[1]);
  }

  private static double[] longest(Table trajectory, long query, double value) {
    double[] longest = {Double.NaN, Double.NaN};
    double first = Double.NaN;
    int row = 0;
    while (row < trajectory.size()) {
      double iteration = trajectory.real("iterations", row);
      boolean isQuery = trajectory.whole("query", row) == query;
      double largest = 0;
      while (row < trajectory.size() && trajectory.real("iterations", row) == iteration) {
        largest = Math.max(largest, Math.abs(trajectory.real("descent", row++)));
      }
      if (!isQuery || largest >= value) {
        first = Double.NaN;
        continue;
      }
      first = Double.isNaN(first) ? iteration : first;
      if (!(iteration - first <= longest[1] - longest[0])) {
        longest = new double[] {first, iteration};
      }
    }
    return longest;
  }
}
