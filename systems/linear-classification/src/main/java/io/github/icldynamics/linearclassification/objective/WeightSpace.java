package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SquareMatrix;
import java.util.Arrays;

/**
 * Which weights are free, in the axes of Λ. Reflections of single axes leave the law of tasks as it
 * is, so that a diagonal W has a diagonal gradient: started there, training never leaves it.
 */
public enum WeightSpace {
  /** {@code W = diag(w)}: d weights. */
  DIAGONAL {
    @Override
    public int size(int dimension) {
      return dimension;
    }

    @Override
    int row(int weight, int dimension) {
      return weight;
    }

    @Override
    int column(int weight, int dimension) {
      return weight;
    }

    @Override
    void apply(double[] weights, double[] x, int at, int dimension, double[] v) {
      for (int i = 0; i < dimension; i++) {
        v[at + i] = weights[i] * x[at + i];
      }
    }

    @Override
    void addGradient(double[] slope, double[] x, int at, double[] gradient) {
      for (int i = 0; i < slope.length; i++) {
        gradient[i] += slope[i] * x[at + i];
      }
    }

    @Override
    int dimension(int size) {
      return size;
    }
  },
  /** All of W, row by row: d² weights. */
  FULL {
    @Override
    public int size(int dimension) {
      return dimension * dimension;
    }

    @Override
    int row(int weight, int dimension) {
      return weight / dimension;
    }

    @Override
    int column(int weight, int dimension) {
      return weight % dimension;
    }

    @Override
    void apply(double[] weights, double[] x, int at, int dimension, double[] v) {
      for (int i = 0; i < dimension; i++) {
        double sum = 0;
        for (int j = 0; j < dimension; j++) {
          sum += weights[i * dimension + j] * x[at + j];
        }
        v[at + i] = sum;
      }
    }

    @Override
    void addGradient(double[] slope, double[] x, int at, double[] gradient) {
      int d = slope.length;
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          gradient[i * d + j] += slope[i] * x[at + j];
        }
      }
    }

    @Override
    int dimension(int size) {
      return (int) Math.rint(Math.sqrt(size));
    }
  };

  /** How many weights there are in dimension d. */
  public abstract int size(int dimension);

  /** The dimension in which there are so many weights. */
  abstract int dimension(int size);

  /** The row of a weight in W. */
  abstract int row(int weight, int dimension);

  /** The column of a weight in W. */
  abstract int column(int weight, int dimension);

  /** The matrix of some weights. */
  public SquareMatrix matrix(double[] weights) {
    int d = dimension(weights.length);
    double[][] rows = new double[d][d];
    for (int a = 0; a < weights.length; a++) {
      rows[row(a, d)][column(a, d)] = weights[a];
    }
    return SquareMatrix.of(rows);
  }

  /** The weights of a matrix; what is not free is left out. */
  public double[] weights(SquareMatrix matrix) {
    int d = matrix.size();
    double[] weights = new double[size(d)];
    Arrays.setAll(weights, a -> matrix.get(row(a, d), column(a, d)));
    return weights;
  }

  /** {@code v = W x}, both vectors from index {@code at} on. */
  abstract void apply(double[] weights, double[] x, int at, int dimension, double[] v);

  /** Adds the gradient in W of a function with gradient {@code slope} in v. */
  abstract void addGradient(double[] slope, double[] x, int at, double[] gradient);

  /** Adds the Hessian in W of a function with Hessian {@code curvature} in v. */
  void addHessian(double[][] curvature, double[] x, int at, double[][] hessian) {
    int d = curvature.length;
    for (int a = 0; a < hessian.length; a++) {
      double[] slopes = curvature[row(a, d)];
      double own = x[at + column(a, d)];
      for (int b = 0; b < hessian.length; b++) {
        hessian[a][b] += slopes[row(b, d)] * own * x[at + column(b, d)];
      }
    }
  }
}
