package io.github.icldynamics.descent;

import static io.github.icldynamics.descent.RadauMethod.BASIS;
import static io.github.icldynamics.descent.RadauMethod.EIGENVALUES;
import static io.github.icldynamics.descent.RadauMethod.INVERSE_BASIS;
import static io.github.icldynamics.descent.RadauMethod.REAL;
import static io.github.icldynamics.descent.RadauMethod.STAGES;

/**
 * The linear system of Newton's method for all stages of a step, {@code (I − h A ⊗ J) ΔZ = R}. In
 * the basis in which A⁻¹ is block-diagonal it falls into one system of the size of the state, and
 * three of twice that.
 */
final class StageEquations {
  private final int size;
  private final double length;
  private final BorderedSystem real;
  private final BorderedSystem[] pairs = new BorderedSystem[STAGES / 2];

  /**
   * @param jacobian J of the flow, at the step's begin
   * @param length h of the step
   * @throws org.hipparchus.exception.MathRuntimeException if there is no solution
   */
  StageEquations(BorderedMatrix jacobian, double length) {
    this.size = jacobian.size();
    this.length = length;
    this.real = new BorderedSystem(jacobian, REAL / length, 0);
    for (int pair = 0; pair < pairs.length; pair++) {
      double alpha = EIGENVALUES[1 + pair][0] / length;
      pairs[pair] = new BorderedSystem(jacobian, alpha, EIGENVALUES[1 + pair][1] / length);
    }
  }

  /**
   * The change of all stages.
   *
   * @param residuals R, a row a stage
   */
  double[][] solve(double[][] residuals) {
    double[][] changed = changeBasis(INVERSE_BASIS, residuals);
    double[] only = changed[0].clone();
    for (int m = 0; m < size; m++) {
      only[m] *= REAL / length;
    }
    changed[0] = real.solve(only);
    for (int pair = 0; pair < pairs.length; pair++) {
      solvePair(pair, changed);
    }
    return changeBasis(BASIS, changed);
  }

  private void solvePair(int pair, double[][] changed) {
    double alpha = EIGENVALUES[1 + pair][0] / length;
    double beta = EIGENVALUES[1 + pair][1] / length;
    double[] first = changed[1 + 2 * pair];
    double[] second = changed[2 + 2 * pair];
    double[] right = new double[2 * size];
    for (int m = 0; m < size; m++) {
      right[m] = alpha * first[m] + beta * second[m];
      right[size + m] = alpha * second[m] - beta * first[m];
    }
    double[] both = pairs[pair].solve(right);
    System.arraycopy(both, 0, first, 0, size);
    System.arraycopy(both, size, second, 0, size);
  }

  private double[][] changeBasis(double[][] basis, double[][] stages) {
    double[][] changed = new double[STAGES][size];
    for (int i = 0; i < STAGES; i++) {
      for (int j = 0; j < STAGES; j++) {
        double factor = basis[i][j];
        for (int m = 0; m < size; m++) {
          changed[i][m] += factor * stages[j][m];
        }
      }
    }
    return changed;
  }

  /** {@code (I − (h/γ) J)⁻¹} of a vector: what decays fast is taken out of an estimate of error. */
  double[] damp(double[] vector) {
    double[] right = new double[size];
    for (int m = 0; m < size; m++) {
      right[m] = vector[m] * REAL / length;
    }
    return real.solve(right);
  }
}
