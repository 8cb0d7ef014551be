package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** The losses that gradient descent goes through, from zero. */
final class DescentLosses {
  /** Steps to look at. */
  static final int STEPS = 300;

  /** Rounding of a loss, relative. */
  static final double ROUNDING = 1e-12;

  private DescentLosses() {}

  /** Losses before and after each step, as long as the logits stay in the admitted range. */
  static List<Double> of(QueryColumn column, double learningRate) {
    var evaluator = PopulationEvaluator.of(column);
    double[] logits = new double[column.size()];
    double[] descent = new double[column.size()];
    var losses = new ArrayList<Double>();
    double largest = 0;
    for (int step = 0; step <= STEPS && largest <= QueryColumn.LARGEST_LOGIT; step++) {
      losses.add(evaluator.descend(logits, descent));
      for (int m = 0; m < logits.length; m++) {
        logits[m] += learningRate * descent[m];
        largest = FastMath.max(largest, FastMath.abs(logits[m]));
      }
    }
    return losses;
  }

  /** The largest {@code L(t + 1)/L(t) − 1}. */
  static double largestIncrease(List<Double> losses) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < losses.size(); i++) {
      double before = losses.get(i - 1);
      if (before > 0) {
        largest = FastMath.max(largest, losses.get(i) / before - 1);
      }
    }
    return largest;
  }
}
