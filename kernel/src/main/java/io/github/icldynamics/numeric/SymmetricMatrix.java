package io.github.icldynamics.numeric;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;

/**
 * An immutable symmetric matrix of doubles within ±1e100.
 *
 * @param square the same as a matrix of any kind
 */
public record SymmetricMatrix(SquareMatrix square) {
  private static final double LARGEST = 1e100;

  /**
   * @throws IllegalArgumentException if it has entries beyond ±1e100, or is not exactly symmetric;
   *     the message continues a sentence that starts with the matrix's name
   */
  public SymmetricMatrix {
    for (int i = 0; i < square.size(); i++) {
      for (int j = 0; j <= i; j++) {
        if (!(Math.abs(square.get(i, j)) <= LARGEST)) {
          throw new IllegalArgumentException(
              "must be within ±1e100, but entry " + entry(square, i, j));
        }
        if (square.get(i, j) != square.get(j, i)) {
          throw new IllegalArgumentException(
              "must be symmetric, but entry "
                  + entry(square, i, j)
                  + " and "
                  + entry(square, j, i));
        }
      }
    }
  }

  private static String entry(SquareMatrix matrix, int i, int j) {
    return "[" + i + "][" + j + "] is " + matrix.get(i, j);
  }

  /**
   * The matrix with these rows, which are copied.
   *
   * @throws IllegalArgumentException also if it is not square
   */
  public static SymmetricMatrix of(double[][] rows) {
    return new SymmetricMatrix(SquareMatrix.of(rows));
  }

  /** {@code diag(entries)}. */
  public static SymmetricMatrix diagonal(double... entries) {
    return new SymmetricMatrix(SquareMatrix.diagonal(entries));
  }

  public int size() {
    return square.size();
  }

  public double get(int row, int column) {
    return square.get(row, column);
  }

  /** A fresh copy of the rows. */
  public double[][] toArray() {
    return square.toArray();
  }

  /** Eigenvalues, in descending order, and eigenvectors. */
  public EigenDecompositionSymmetric decomposition() {
    return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(toArray(), false));
  }

  /** R with {@code R Rᵀ} this matrix, which may be singular; what rounding made negative is 0. */
  public RealMatrix squareRoot() {
    var decomposition = decomposition();
    var root = decomposition.getV().copy();
    for (int k = 0; k < size(); k++) {
      double scale = FastMath.sqrt(FastMath.max(0, decomposition.getEigenvalue(k)));
      for (int i = 0; i < size(); i++) {
        root.multiplyEntry(i, k, scale);
      }
    }
    return root;
  }

  /** The least and the greatest eigenvalue, and the least that is not rounding. */
  public Spectrum spectrum() {
    double[] eigenvalues = decomposition().getEigenvalues();
    double least = Arrays.stream(eigenvalues).min().orElseThrow();
    double greatest = Arrays.stream(eigenvalues).max().orElseThrow();
    double negligible = Spectrum.ROUNDING * Math.max(greatest, 0);
    double positive =
        Arrays.stream(eigenvalues).filter(value -> value > negligible).min().orElse(greatest);
    return new Spectrum(least, greatest, positive);
  }

  /**
   * The ends of a real spectrum.
   *
   * @param leastPositive the least eigenvalue that is positive and above rounding to eight digits
   */
  public record Spectrum(double least, double greatest, double leastPositive) {
    /** What rounding to eight digits does to the least eigenvalue, relative to the greatest. */
    private static final double ROUNDING = 1e-8;

    /** Whether no eigenvalue is negative, but for rounding to eight digits. */
    public boolean isSemidefinite() {
      return least >= -ROUNDING * Math.max(greatest, 0);
    }

    /** Whether every eigenvalue is positive, and above rounding to eight digits. */
    public boolean isDefinite() {
      return least == leastPositive;
    }

    /** How far a matrix with a negative eigenvalue is from being semidefinite, and what helps. */
    public String indefiniteness() {
      String rule =
          "must be positive semidefinite to 1e-8 of its greatest eigenvalue "
              + greatest
              + ", but its least eigenvalue is "
              + least;
      boolean isNearly = least >= -1e-3 * greatest;
      return isNearly
          ? rule + "; more digits may help, or " + -least + " added to its diagonal"
          : rule;
    }
  }

  @Override
  public String toString() {
    return square.toString();
  }
}
