package io.github.icldynamics.numeric;

import java.util.Arrays;

/** An immutable square matrix of doubles, equal by content. */
public final class SquareMatrix {
  private final double[][] rows;

  private SquareMatrix(double[][] rows) {
    this.rows = rows;
  }

  /**
   * The matrix with these rows, which are copied.
   *
   * @throws IllegalArgumentException if it is not square; the message continues a sentence that
   *     starts with the matrix's name
   */
  public static SquareMatrix of(double[][] rows) {
    if (rows.length == 0) {
      throw new IllegalArgumentException("must have at least one row, not 0");
    }
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows.length) {
        throw new IllegalArgumentException(
            "must be square, but row "
                + i
                + " has "
                + rows[i].length
                + " entries and there are "
                + rows.length
                + " rows");
      }
    }
    return new SquareMatrix(copy(rows));
  }

  private static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  /** What stands in a row and column, counted from 0. */
  @FunctionalInterface
  public interface Entry {
    double at(int row, int column);
  }

  /** The matrix with these entries. */
  public static SquareMatrix of(int size, Entry entry) {
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[i][j] = entry.at(i, j);
      }
    }
    return new SquareMatrix(rows);
  }

  /** {@code diag(entries)}. */
  public static SquareMatrix diagonal(double... entries) {
    return of(entries.length, (i, j) -> i == j ? entries[i] : 0);
  }

  /** The identity. */
  public static SquareMatrix identity(int size) {
    return of(size, (i, j) -> i == j ? 1 : 0);
  }

  public int size() {
    return rows.length;
  }

  public double get(int row, int column) {
    return rows[row][column];
  }

  /** {@code M v}. */
  public Vector times(Vector v) {
    double[] product = new double[size()];
    for (int i = 0; i < product.length; i++) {
      for (int j = 0; j < product.length; j++) {
        product[i] += rows[i][j] * v.get(j);
      }
    }
    return Vector.of(product);
  }

  /** {@code M A}. */
  public SquareMatrix times(SquareMatrix a) {
    double[][] product = new double[size()][size()];
    for (int i = 0; i < size(); i++) {
      for (int k = 0; k < size(); k++) {
        for (int j = 0; j < size(); j++) {
          product[i][j] += rows[i][k] * a.rows[k][j];
        }
      }
    }
    return new SquareMatrix(product);
  }

  /** {@code Mᵀ}. */
  public SquareMatrix transpose() {
    return of(size(), (i, j) -> rows[j][i]);
  }

  /** {@code a M + b A}. */
  public SquareMatrix combined(double a, double b, SquareMatrix other) {
    return of(size(), (i, j) -> a * rows[i][j] + b * other.rows[i][j]);
  }

  /** The largest absolute entry, {@code ‖M‖_max}. */
  public double maximumNorm() {
    double largest = 0;
    for (double[] row : rows) {
      largest = Math.max(largest, Vector.of(row).maximumNorm());
    }
    return largest;
  }

  /** {@code ‖M‖², the sum of the squared entries}. */
  public double squaredNorm() {
    double sum = 0;
    for (double[] row : rows) {
      for (double entry : row) {
        sum += entry * entry;
      }
    }
    return sum;
  }

  /** A fresh copy of the rows. */
  public double[][] toArray() {
    return copy(rows);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SquareMatrix matrix && Arrays.deepEquals(rows, matrix.rows);
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
