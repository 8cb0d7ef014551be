package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SquareMatrix;

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
    void addHessian(double[][] curvature, double[] x, int at, double[][] hessian) {
      for (int i = 0; i < curvature.length; i++) {
        for (int k = 0; k < curvature.length; k++) {
          hessian[i][k] += curvature[i][k] * x[at + i] * x[at + k];
        }
      }
    }

    @Override
    public SquareMatrix matrix(double[] weights) {
      return SquareMatrix.diagonal(weights);
    }

    @Override
    public double[] weights(SquareMatrix matrix) {
      double[] weights = new double[matrix.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = matrix.get(i, i);
      }
      return weights;
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
    void addHessian(double[][] curvature, double[] x, int at, double[][] hessian) {
      int d = curvature.length;
      for (int row = 0; row < d * d; row++) {
        for (int column = 0; column < d * d; column++) {
          hessian[row][column] +=
              curvature[row / d][column / d] * x[at + row % d] * x[at + column % d];
        }
      }
    }

    @Override
    public SquareMatrix matrix(double[] weights) {
      int d = (int) Math.rint(Math.sqrt(weights.length));
      double[][] rows = new double[d][d];
      for (int i = 0; i < weights.length; i++) {
        rows[i / d][i % d] = weights[i];
      }
      return SquareMatrix.of(rows);
    }

    @Override
    public double[] weights(SquareMatrix matrix) {
      int d = matrix.size();
      double[] weights = new double[d * d];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = matrix.get(i / d, i % d);
      }
      return weights;
    }
  };

  /** How many weights there are in dimension d. */
  public abstract int size(int dimension);

  /** The row of a weight in W. */
  abstract int row(int weight, int dimension);

  /** The column of a weight in W. */
  abstract int column(int weight, int dimension);

  /** The matrix of some weights. */
  public abstract SquareMatrix matrix(double[] weights);

  /** The weights of a matrix; what is not free is left out. */
  public abstract double[] weights(SquareMatrix matrix);

  /** {@code v = W x}, both vectors from index {@code at} on. */
  abstract void apply(double[] weights, double[] x, int at, int dimension, double[] v);

  /** Adds the gradient in W of a function with gradient {@code slope} in v. */
  abstract void addGradient(double[] slope, double[] x, int at, double[] gradient);

  /** Adds the Hessian in W of a function with Hessian {@code curvature} in v. */
  abstract void addHessian(double[][] curvature, double[] x, int at, double[][] hessian);
}
