package io.github.icldynamics.descent;

import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.util.FastMath;

/** How the negative gradient changes with the weights, by central differences. */
final class Linearisation {
  /** Beyond so many weights a whole Jacobian, and systems of its size, are not affordable. */
  static final int MOST_WEIGHTS = 400;

  /** Balances the error of central differences, h², against their rounding, 10⁻¹⁶/h. */
  private static final double DIFFERENCE = 1e-5;

  private Linearisation() {}

  /**
   * Whether Jacobian and systems of its size are: for blocks, whether all of them together cost no
   * more than one of {@value #MOST_WEIGHTS} weights.
   */
  static boolean isAffordable(Objective objective) {
    double cost = 0;
    int rest = objective.size();
    for (int block : objective.blocks()) {
      cost += FastMath.pow(block, 3);
      rest -= block;
    }
    return cost + FastMath.pow(rest, 3) <= FastMath.pow(MOST_WEIGHTS, 3);
  }

  /**
   * The Jacobian of the direction, whose rows are kept in balance; differences are taken over a
   * share of a weight that is large, for this is for weights whose own scale is not 1 either.
   */
  static BorderedMatrix jacobian(Objective objective, double tau, double[] weights) {
    int[] lengths = objective.blocks();
    int border = weights.length - IntStream.of(lengths).sum();
    var jacobian = new BorderedMatrix(lengths, border);
    int longest = IntStream.of(lengths).max().orElse(0);
    for (int n = 0; n < longest; n++) {
      differentiateBlocks(objective, tau, weights, n, jacobian);
    }
    for (int c = 0; c < border; c++) {
      differentiateBorder(objective, tau, weights, c, jacobian);
    }
    return jacobian;
  }

  /** Column n of every block that has one, all by one difference: blocks do not see each other. */
  private static void differentiateBlocks(
      Objective objective, double tau, double[] weights, int n, BorderedMatrix jacobian) {
    double[] shifts = new double[weights.length];
    int offset = 0;
    for (var block : jacobian.blocks()) {
      if (n < block.length) {
        shifts[offset + n] = shift(weights[offset + n]);
      }
      offset += block.length;
    }
    double[] change = change(objective, tau, weights, shifts);
    objective.balance(change);
    offset = 0;
    for (var block : jacobian.blocks()) {
      for (int m = 0; m < block.length && n < block.length; m++) {
        block[m][n] = change[offset + m] / (2 * shifts[offset + n]);
      }
      offset += block.length;
    }
  }

  /** A column of the border, and the row that the symmetry of second derivatives makes of it. */
  private static void differentiateBorder(
      Objective objective, double tau, double[] weights, int c, BorderedMatrix jacobian) {
    int inBlocks = jacobian.right().length;
    double[] shifts = new double[weights.length];
    shifts[inBlocks + c] = shift(weights[inBlocks + c]);
    double[] change = change(objective, tau, weights, shifts);
    objective.balance(change);
    double width = 2 * shifts[inBlocks + c];
    double members = objective.multiplicity(inBlocks + c);
    for (int m = 0; m < inBlocks; m++) {
      double slope = change[m] / width;
      jacobian.right()[m][c] = slope;
      jacobian.below()[c][m] = slope * objective.multiplicity(m) / members;
    }
    for (int d = 0; d < jacobian.border(); d++) {
      jacobian.corner()[d][c] = change[inBlocks + d] / width;
    }
  }

  private static double shift(double weight) {
    return DIFFERENCE * FastMath.max(1, FastMath.abs(weight));
  }

  /** What the direction differs by between weights moved up and moved down. */
  private static double[] change(
      Objective objective, double tau, double[] weights, double[] shifts) {
    double[] shifted = new double[weights.length];
    double[] above = new double[weights.length];
    double[] below = new double[weights.length];
    for (int m = 0; m < shifted.length; m++) {
      shifted[m] = weights[m] + shifts[m];
    }
    objective.descend(tau, shifted, above);
    for (int m = 0; m < shifted.length; m++) {
      shifted[m] = weights[m] - shifts[m];
    }
    objective.descend(tau, shifted, below);
    for (int m = 0; m < above.length; m++) {
      above[m] -= below[m];
    }
    return above;
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
      double[] shifts = new double[size];
      shifts[m] = DIFFERENCE;
      double[] change = change(objective, tau, weights, shifts);
      for (int n = 0; n < size; n++) {
        double factor = FastMath.sqrt(objective.multiplicity(n) / objective.multiplicity(m));
        symmetric[n][m] += 0.5 * factor * (change[n] / (2 * DIFFERENCE));
        symmetric[m][n] += 0.5 * factor * (change[n] / (2 * DIFFERENCE));
      }
    }
    return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(symmetric, false));
  }
}
