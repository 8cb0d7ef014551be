package io.github.icldynamics.descent;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.util.FastMath;

/** Tells a minimum from a saddle, where the flow also rests but does not stay. */
public final class Stability {
  /** Balances the error of central differences, h², against their rounding, 10⁻¹⁶/h. */
  private static final double DIFFERENCE = 1e-5;

  /** Growth this slow is the rounding of the differences. */
  private static final double FLAT = 1e-10;

  private static final int MOST_WEIGHTS = 400;

  private Stability() {}

  /**
   * The rate at which the fastest small perturbation grows under the flow: the largest eigenvalue
   * of the Jacobian of the descent direction, by central differences. At a minimum it is at most 0.
   * Infinite for more weights than a Jacobian is affordable for: such runs go on to their horizon.
   */
  public static double fastestGrowth(Objective objective, double tau, double[] weights) {
    if (weights.length > MOST_WEIGHTS) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (double rate : rates(objective, tau, weights)) {
      largest = FastMath.max(largest, rate);
    }
    return largest;
  }

  /** The least eigenvalue of the same Jacobian: what decays fastest does so at minus this rate. */
  static double fastestDecay(Objective objective, double tau, double[] weights) {
    double least = Double.POSITIVE_INFINITY;
    for (double rate : rates(objective, tau, weights)) {
      least = FastMath.min(least, rate);
    }
    return least;
  }

  private static double[] rates(Objective objective, double tau, double[] weights) {
    int size = weights.length;
    double[][] symmetric = new double[size][size];
    for (int m = 0; m < size; m++) {
      double[] slope = slope(objective, tau, weights, m);
      for (int n = 0; n < size; n++) {
        // Members of a group move together; these factors make the Jacobian symmetric.
        double factor = FastMath.sqrt(objective.multiplicity(n) / objective.multiplicity(m));
        symmetric[n][m] += 0.5 * factor * slope[n];
        symmetric[m][n] += 0.5 * factor * slope[n];
      }
    }
    return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric, false))
        .getEigenvalues();
  }

  /** What rest is: at a minimum, the end of the run; at a saddle the run is stuck. */
  static Ending ofRest(Objective objective, double tau, double[] weights) {
    return fastestGrowth(objective, tau, weights) <= FLAT ? Ending.AT_REST : Ending.NO_DESCENT;
  }

  private static double[] slope(Objective objective, double tau, double[] weights, int m) {
    double[] shifted = weights.clone();
    double[] above = new double[weights.length];
    double[] below = new double[weights.length];
    shifted[m] = weights[m] + DIFFERENCE;
    objective.descend(tau, shifted, above);
    shifted[m] = weights[m] - DIFFERENCE;
    objective.descend(tau, shifted, below);
    for (int n = 0; n < above.length; n++) {
      above[n] = (above[n] - below[n]) / (2 * DIFFERENCE);
    }
    return above;
  }
}
