package io.github.icldynamics.training;

import io.github.icldynamics.population.PopulationEvaluator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.util.FastMath;

/** Tells a minimum from a saddle, where the flow also rests but does not stay. */
final class Stability {
  /** Balances the error of central differences, h², against their rounding, 10⁻¹⁶/h. */
  private static final double DIFFERENCE = 1e-5;

  private Stability() {}

  /**
   * The rate at which the fastest small perturbation grows under the flow: the largest eigenvalue
   * of the Jacobian of the descent direction, by central differences. At a minimum it is at most 0.
   */
  static double fastestGrowth(PopulationEvaluator evaluator, double[] logits) {
    var column = evaluator.column();
    int size = logits.length;
    double[][] symmetric = new double[size][size];
    for (int m = 0; m < size; m++) {
      double[] slope = slope(evaluator, logits, m);
      for (int n = 0; n < size; n++) {
        // Members of a group move together; these factors make the Jacobian symmetric.
        double factor = FastMath.sqrt(column.count(n) / column.count(m));
        symmetric[n][m] += 0.5 * factor * slope[n];
        symmetric[m][n] += 0.5 * factor * slope[n];
      }
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (double value :
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric, false))
            .getEigenvalues()) {
      largest = FastMath.max(largest, value);
    }
    return largest;
  }

  private static double[] slope(PopulationEvaluator evaluator, double[] logits, int m) {
    double[] shifted = logits.clone();
    double[] above = new double[logits.length];
    double[] below = new double[logits.length];
    shifted[m] = logits[m] + DIFFERENCE;
    evaluator.descend(shifted, above);
    shifted[m] = logits[m] - DIFFERENCE;
    evaluator.descend(shifted, below);
    for (int n = 0; n < above.length; n++) {
      above[n] = (above[n] - below[n]) / (2 * DIFFERENCE);
    }
    return above;
  }
}
