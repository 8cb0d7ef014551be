package io.github.icldynamics.descent;

import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;

/**
 * Collocation at the seven right Radau points, a method of order 13 that damps whatever decays fast
 * (L-stable): Hairer and Wanner, <i>Solving Ordinary Differential Equations II</i>, IV.5 and IV.8.
 * With the stages' increments {@code z_i = y(c_i h) − y(0)}, {@code F_i} the slopes there,
 *
 * <pre>  z_i = h Σ_j a_ij F_j,   y(θh) = y(0) + Σ_i ℓ_i(θ) z_i,</pre>
 *
 * ℓ_i the Lagrange polynomials at 0, c_1, …, c_7 = 1. Nothing is read from a table.
 */
final class RadauMethod {
  /** The number of stages; odd, so that one eigenvalue is real. */
  static final int STAGES = 7;

  /** The order of the formula that the error is estimated with, and of the polynomial. */
  static final int LOWER_ORDER = STAGES;

  /** c, ascending; the last one is 1. */
  static final double[] NODES = radauPoints();

  /** {@code a_ij = ∫_0^{c_i} ℓ̃_j}, ℓ̃ the Lagrange polynomials at c_1, …, c_7. */
  static final double[][] MATRIX = integrals();

  private static final RealMatrix INVERSE =
      new LUDecomposition(new Array2DRowRealMatrix(MATRIX)).getSolver().getInverse();

  /**
   * Real and imaginary parts of the eigenvalues of A⁻¹: γ, the only real one, then the one of each
   * pair with a positive imaginary part.
   */
  static final double[][] EIGENVALUES = new double[1 + STAGES / 2][2];

  /**
   * T, with {@code A⁻¹ T = T Λ}: a column of γ, then two of each pair, {@code Λ = (α, β; −β, α)}.
   */
  static final double[][] BASIS = basis();

  /** T⁻¹. */
  static final double[][] INVERSE_BASIS =
      new LUDecomposition(new Array2DRowRealMatrix(BASIS)).getSolver().getInverse().getData();

  /** γ. */
  static final double REAL = EIGENVALUES[0][0];

  /** e: {@code (h/γ) F(y(0)) + Σ e_i z_i} is what a formula of order 7 differs by. */
  static final double[] ERROR_WEIGHTS = errorWeights();

  /**
   * d: {@code Σ d_i z_i} is what the middle stage differs by from the polynomial through all
   * others, of degree 6; its power 8/7 is of the order of the error of the one of degree 7.
   */
  static final double[] CURVATURE_WEIGHTS = curvatureWeights();

  private RadauMethod() {}

  /** Fills {@link #EIGENVALUES} too. */
  private static double[][] basis() {
    var spectrum = new EigenDecompositionNonSymmetric(INVERSE);
    double[][] basis = new double[STAGES][STAGES];
    int pair = 0;
    for (int i = 0; i < STAGES; i++) {
      var value = spectrum.getEigenvalue(i);
      if (value.getImaginaryPart() < 0) {
        continue;
      }
      int number = value.getImaginaryPart() == 0 ? 0 : ++pair;
      EIGENVALUES[number] = new double[] {value.getRealPart(), value.getImaginaryPart()};
      for (int row = 0; row < STAGES; row++) {
        var entry = spectrum.getEigenvector(i).getEntry(row);
        basis[row][Math.max(0, 2 * number - 1)] = entry.getRealPart();
        if (number > 0) {
          basis[row][2 * number] = entry.getImaginaryPart();
        }
      }
    }
    return basis;
  }

  /** The zeros of {@code P_s(x) − P_{s−1}(x)}, moved from [−1, 1] to [0, 1]. */
  private static double[] radauPoints() {
    double[] nodes = new double[STAGES];
    nodes[STAGES - 1] = 1;
    for (int i = 0; i < STAGES - 1; i++) {
      // Between two neighbours of these lies exactly one zero.
      double x = -FastMath.cos(FastMath.PI * (2 * i + 1.5) / (2 * STAGES - 0.5));
      for (int iteration = 0; iteration < 60; iteration++) {
        double[] value = radauPolynomial(x);
        x -= value[0] / value[1];
      }
      nodes[i] = 0.5 * (1 + x);
    }
    return nodes;
  }

  /** {@code P_s − P_{s−1}} and its derivative. */
  private static double[] radauPolynomial(double x) {
    double before = 1;
    double now = x;
    for (int n = 1; n < STAGES; n++) {
      double next = ((2 * n + 1) * x * now - n * before) / (n + 1);
      before = now;
      now = next;
    }
    // (1 − x²) P_n′ = n (P_{n−1} − x P_n), and P_{s−1}′ from the same with P_{s−2} eliminated.
    double slope = STAGES * (before - x * now) / (1 - x * x);
    double slopeBefore = STAGES * (x * before - now) / (1 - x * x);
    return new double[] {now - before, slope - slopeBefore};
  }

  /** Gauss's rule with so many points is exact for the polynomials ℓ̃, of degree s − 1. */
  private static double[][] integrals() {
    var rule = new GaussIntegratorFactory().legendre(STAGES / 2 + 1);
    double[][] matrix = new double[STAGES][STAGES];
    for (int i = 0; i < STAGES; i++) {
      for (int j = 0; j < STAGES; j++) {
        for (int point = 0; point < rule.getNumberOfPoints(); point++) {
          double t = 0.5 * NODES[i] * (1 + rule.getPoint(point));
          matrix[i][j] += 0.5 * NODES[i] * rule.getWeight(point) * lagrange(j, t);
        }
      }
    }
    return matrix;
  }

  private static double lagrange(int j, double t) {
    double product = 1;
    for (int i = 0; i < NODES.length; i++) {
      if (i != j) {
        product *= (t - NODES[i]) / (NODES[j] - NODES[i]);
      }
    }
    return product;
  }

  /**
   * Of the quadrature with the slope at 0 weighted by 1/γ, exact to degree s − 1, less the method's
   * own.
   */
  private static double[] errorWeights() {
    double[][] powers = new double[STAGES][STAGES];
    for (int degree = 0; degree < STAGES; degree++) {
      for (int i = 0; i < STAGES; i++) {
        powers[degree][i] = FastMath.pow(NODES[i], degree);
      }
    }
    double[] right = new double[STAGES];
    right[0] = -1 / REAL;
    double[] weights =
        new LUDecomposition(new Array2DRowRealMatrix(powers))
            .getSolver()
            .solve(new ArrayRealVector(right))
            .toArray();
    return INVERSE.preMultiply(weights);
  }

  /**
   * The Lagrange polynomials at 0, c_1, …, c_7, but for the one of 0.
   *
   * @param theta where, in units of the step; beyond 1 is extrapolation
   */
  static double[] interpolation(double theta) {
    double[] values = new double[STAGES];
    for (int i = 0; i < STAGES; i++) {
      values[i] = theta / NODES[i] * lagrange(i, theta);
    }
    return values;
  }

  private static double[] curvatureWeights() {
    int middle = STAGES / 2;
    double[] weights = new double[STAGES];
    for (int i = 0; i < STAGES; i++) {
      double product = NODES[middle] / NODES[i];
      for (int j = 0; j < STAGES; j++) {
        if (j != i && j != middle) {
          product *= (NODES[middle] - NODES[j]) / (NODES[i] - NODES[j]);
        }
      }
      weights[i] = i == middle ? 1 : -product;
    }
    return weights;
  }
}
