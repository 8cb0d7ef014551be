package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;

/**
 * What adds up while {@link ExactRisk} is averaged. In the eigenbasis of {@code Cᵀ K C}, with frame
 * {@code F = C V} and its parts for p and x, the weight {@code W_ij} changes the form by {@code
 * D_kl = F^p_ik F^x_jl + F^x_jk F^p_il}.
 */
final class FormSum {
  private final WeightSpace space;
  private final int dimension;
  private final double[] gradient;
  private final double[][] hessian;
  private double loss;

  FormSum(WeightSpace space, int dimension) {
    this.space = space;
    this.dimension = dimension;
    int size = space.size(dimension);
    this.gradient = new double[size];
    this.hessian = new double[size][size];
  }

  /**
   * Adds loss and gradient.
   *
   * @param frame F, 2d × 2d, the rows of p first
   * @param sign +1 if the loss is {@code ln(1 + e^z)}, −1 if {@code ln(1 + e^{−z})}
   */
  void addSlope(QuadraticFormLoss value, double[][] frame, double sign, double weight) {
    loss += weight * value.loss(sign);
    for (int a = 0; a < gradient.length; a++) {
      double[] p = frame[space.row(a, dimension)];
      double[] x = frame[dimension + space.column(a, dimension)];
      double sum = 0;
      for (int k = 0; k < p.length; k++) {
        sum += value.first(k, sign) * 2 * p[k] * x[k];
      }
      gradient[a] += weight * sum;
    }
  }

  /** Adds the Hessian. */
  void addCurvature(QuadraticFormLoss value, double[][] frame, double weight) {
    double[][][] changes = new double[gradient.length][][];
    for (int a = 0; a < changes.length; a++) {
      changes[a] =
          change(frame[space.row(a, dimension)], frame[dimension + space.column(a, dimension)]);
    }
    for (int a = 0; a < changes.length; a++) {
      for (int b = 0; b <= a; b++) {
        hessian[a][b] += weight * curvature(value, changes[a], changes[b]);
        hessian[b][a] = hessian[a][b];
      }
    }
  }

  private static double[][] change(double[] p, double[] x) {
    double[][] change = new double[p.length][p.length];
    for (int k = 0; k < p.length; k++) {
      for (int l = 0; l < p.length; l++) {
        change[k][l] = p[k] * x[l] + x[k] * p[l];
      }
    }
    return change;
  }

  private static double curvature(QuadraticFormLoss value, double[][] a, double[][] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      for (int l = 0; l < a.length; l++) {
        sum += value.second(k, l) * (0.25 * a[k][k] * b[l][l] + 0.5 * a[k][l] * b[k][l]);
      }
    }
    return sum;
  }

  /** Adds another sum. */
  void add(FormSum other) {
    loss += other.loss;
    for (int a = 0; a < gradient.length; a++) {
      gradient[a] += other.gradient[a];
      for (int b = 0; b < gradient.length; b++) {
        hessian[a][b] += other.hessian[a][b];
      }
    }
  }

  RiskSlope slope() {
    return new RiskSlope(loss, Vector.of(gradient));
  }

  RiskCurvature curvature() {
    return new RiskCurvature(slope(), SymmetricMatrix.of(hessian));
  }
}
