package io.github.icldynamics.numeric;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** An immutable symmetric matrix of doubles within ±1e100, equal by content. */
public final class SymmetricMatrix {
  private static final double LARGEST = 1e100;

  private final double[][] rows;

  private SymmetricMatrix(double[][] rows) {
    this.rows = rows;
  }

  /**
   * The matrix with these rows, which are copied.
   *
   * @throws IllegalArgumentException if it is not square, has entries beyond ±1e100, or is not
   *     exactly symmetric; the message continues a sentence that starts with the matrix's name
   */
  public static SymmetricMatrix of(double[][] rows) {
    double[][] copy = SquareMatrix.of(rows).toArray();
    requireSymmetric(copy);
    return new SymmetricMatrix(copy);
  }

  private static void requireSymmetric(double[][] rows) {
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        if (!(Math.abs(rows[i][j]) <= LARGEST)) {
          throw new IllegalArgumentException(
              "must be within ±1e100, but entry " + entry(rows, i, j));
        }
        if (rows[i][j] != rows[j][i]) {
          throw new IllegalArgumentException(
              "must be symmetric, but entry " + entry(rows, i, j) + " and " + entry(rows, j, i));
        }
      }
    }
  }

  private static String entry(double[][] rows, int i, int j) {
    return "[" + i + "][" + j + "] is " + rows[i][j];
  }

  public int size() {
    return rows.length;
  }

  public double get(int row, int column) {
    return rows[row][column];
  }

  /** A fresh copy of the rows. */
  public double[][] toArray() {
    double[][] copy = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      copy[i] = rows[i].clone();
    }
    return copy;
  }

  /** The least and the greatest eigenvalue. */
  public Spectrum spectrum() {
    double[] eigenvalues =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(rows, true)).getEigenvalues();
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double eigenvalue : eigenvalues) {
      least = Math.min(least, eigenvalue);
      greatest = Math.max(greatest, eigenvalue);
    }
    return new Spectrum(least, greatest);
  }

  /** The ends of a real spectrum. */
  public record Spectrum(double least, double greatest) {}

  @Override
  public boolean equals(Object other) {
    return other instanceof SymmetricMatrix matrix && Arrays.deepEquals(rows, matrix.rows);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(rows);
  }

  @Override
  public String toString() {
    return Arrays.deepToString(rows);
  }
}
