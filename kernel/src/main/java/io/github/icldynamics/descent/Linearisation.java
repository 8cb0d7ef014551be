package io.github.icldynamics.descent;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.util.FastMath;

/** How the descent direction changes with the weights, by central differences. */
final class Linearisation {
  /** Beyond so many weights a whole Jacobian, and systems of its size, are not affordable. */
  static final int MOST_WEIGHTS = 400;

  /** Balances the error of central differences, h², against their rounding, 10⁻¹⁶/h. */
  private static final double DIFFERENCE = 1e-5;

  private Linearisation() {}

  /**
   * The Jacobian of the direction, whose rows are kept in balance.
   *
   * @return the derivative of entry m by weight n at [m][n]; differences are taken over a share of
   *     a weight that is large, for this is for weights whose own scale is not 1 either
   */
  static double[][] jacobian(Objective objective, double tau, double[] weights) {
    int size = weights.length;
    double[][] jacobian = new double[size][size];
    for (int n = 0; n < size; n++) {
      double shift = DIFFERENCE * FastMath.max(1, FastMath.abs(weights[n]));
      double[] slope = slope(objective, tau, weights, n, shift);
      objective.balance(slope);
      for (int m = 0; m < size; m++) {
        jacobian[m][n] = slope[m];
      }
    }
    return jacobian;
  }

  /**
   * The eigenvalues, descending, and eigenvectors of the Jacobian in coordinates {@code √M x},
   * where members of a group, which move together, leave it symmetric: minus the second derivatives
   * of the loss.
   */
  static EigenDecompositionSymmetric spectrum(Objective objective, double tau, double[] weights) {
    int size = weights.length;
    double[][] symmetric = new double[size][size];
    for (int m = 0; m < size; m++) {
      double[] slope = slope(objective, tau, weights, m, DIFFERENCE);
      for (int n = 0; n < size; n++) {
        double factor = FastMath.sqrt(objective.multiplicity(n) / objective.multiplicity(m));
        symmetric[n][m] += 0.5 * factor * slope[n];
        symmetric[m][n] += 0.5 * factor * slope[n];
      }
    }
    return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric, false));
  }

  /** The derivative of the direction by weight n. */
  private static double[] slope(
      Objective objective, double tau, double[] weights, int n, double shift) {
    double[] shifted = weights.clone();
    double[] above = new double[weights.length];
    double[] below = new double[weights.length];
    shifted[n] = weights[n] + shift;
    objective.descend(tau, shifted, above);
    shifted[n] = weights[n] - shift;
    objective.descend(tau, shifted, below);
    for (int m = 0; m < above.length; m++) {
      above[m] = (above[m] - below[m]) / (2 * shift);
    }
    return above;
  }
}
