package io.github.icldynamics.linearclassification.objective;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The logistic loss of a Gaussian quadratic form {@code z = ½ Σ_k λ_k ζ_k²}, {@code ζ ~ N(0, I)},
 * with its derivatives in the form, from the characteristic function {@code φ(s) = Π r_k^{1/2}},
 * {@code r_k = 1/(1 − i s λ_k)}:
 *
 * <pre>
 *   E ln(1 + e^{±z}) = ±¼ Σ λ_k + ln 2 + ∫_0^∞ (1 − Re φ(s)) / (s sinh πs) ds,</pre>
 *
 * <p>since {@code σ′} has the Fourier transform {@code πs/sinh πs}. The integrand is even and
 * analytic off the imaginary axis; with {@code s = sinh(u)/max(1, |λ|)} all its singularities lie
 * on {@code Im u = ±π/2}, and the trapezoidal rule in u is good to rounding. If the form changes by
 * {@code D_a}, in the eigenbasis, then
 *
 * <pre>
 *   ∂_a = Σ_k (±¼ + G_k) D^a_kk,                       G_k = ½ ∫ Im(φ r_k) / sinh πs ds,
 *   ∂_a ∂_b = Σ_kl Q_kl (¼ D^a_kk D^b_ll + ½ D^a_kl D^b_kl),   Q_kl = ∫ Re(φ r_k r_l) s / sinh πs ds.
 * </pre>
 */
final class QuadraticFormLoss {
  private final double[] eigenvalues;
  private final double[] real;
  private final double[] imaginary;
  private final double[] first;
  private final double[][] second;
  private double even;

  /**
   * @param eigenvalues λ
   */
  QuadraticFormLoss(double[] eigenvalues) {
    int size = eigenvalues.length;
    this.eigenvalues = eigenvalues;
    this.real = new double[size];
    this.imaginary = new double[size];
    this.first = new double[size];
    this.second = new double[size][size];
    var frequencies = Frequencies.forEigenvalues(eigenvalues);
    addOrigin(frequencies.weights[0]);
    for (int i = 1; i < frequencies.nodes.length; i++) {
      addNode(frequencies.nodes[i], frequencies.weights[i]);
    }
  }

  /**
   * The rule in s, for eigenvalues up to a size: nodes, the first one 0, and their weights over
   * {@code sinh πs}; that of the first, which is halved, over {@code πs}.
   */
  private static final class Frequencies {
    private static final double STEP = 0.22;

    /** {@code e^{−πs}} is negligible beyond it. */
    private static final double REACH = 12;

    private static final int LEVELS = 60;
    private static final double RATIO = FastMath.sqrt(2);
    private static final List<Frequencies> BY_SIZE = build();

    private final double[] nodes;
    private final double[] weights;

    private Frequencies(double largest) {
      int count = (int) FastMath.ceil(FastMath.asinh(REACH * largest) / STEP);
      nodes = new double[count + 1];
      weights = new double[count + 1];
      weights[0] = 0.5 * STEP / largest / FastMath.PI;
      for (int i = 1; i <= count; i++) {
        nodes[i] = FastMath.sinh(i * STEP) / largest;
        weights[i] =
            STEP * FastMath.cosh(i * STEP) / largest / FastMath.sinh(FastMath.PI * nodes[i]);
      }
    }

    private static List<Frequencies> build() {
      var rules = new ArrayList<Frequencies>();
      double largest = 1;
      for (int level = 0; level < LEVELS; level++) {
        rules.add(new Frequencies(largest));
        largest *= RATIO;
      }
      return List.copyOf(rules);
    }

    /** 1/sinh πs has its poles at ±i, ±2i, … whatever the form: no rule is for less than 1. */
    static Frequencies forEigenvalues(double[] eigenvalues) {
      double largest = 1;
      int level = 0;
      for (double eigenvalue : eigenvalues) {
        while (Math.abs(eigenvalue) > largest && level < LEVELS - 1) {
          largest *= RATIO;
          level++;
        }
      }
      return BY_SIZE.get(level);
    }
  }

  private void addOrigin(double weight) {
    double sum = 0;
    double squares = 0;
    for (double eigenvalue : eigenvalues) {
      sum += eigenvalue;
      squares += eigenvalue * eigenvalue;
    }
    even += weight * (0.25 * squares + 0.125 * sum * sum);
    for (int k = 0; k < first.length; k++) {
      first[k] += weight * 0.5 * (eigenvalues[k] + 0.5 * sum);
      for (int l = 0; l < first.length; l++) {
        second[k][l] += weight;
      }
    }
  }

  private void addNode(double s, double weight) {
    double phiReal = 1;
    double phiImaginary = 0;
    for (int k = 0; k < eigenvalues.length; k++) {
      double t = s * eigenvalues[k];
      double square = 1 + t * t;
      double modulus = FastMath.sqrt(square);
      real[k] = 1 / square;
      imaginary[k] = t / square;
      double rootReal = FastMath.sqrt(0.5 * (modulus + 1));
      double rootImaginary = 0.5 * t / rootReal;
      double re = (phiReal * rootReal - phiImaginary * rootImaginary) / modulus;
      phiImaginary = (phiReal * rootImaginary + phiImaginary * rootReal) / modulus;
      phiReal = re;
    }
    even += weight / s * (1 - phiReal);
    for (int k = 0; k < first.length; k++) {
      double re = phiReal * real[k] - phiImaginary * imaginary[k];
      double im = phiReal * imaginary[k] + phiImaginary * real[k];
      first[k] += 0.5 * weight * im;
      for (int l = 0; l < first.length; l++) {
        second[k][l] += weight * s * (re * real[l] - im * imaginary[l]);
      }
    }
  }

  /** {@code E ln(1 + e^{sign z})}. */
  double loss(double sign) {
    double trace = 0;
    for (double eigenvalue : eigenvalues) {
      trace += eigenvalue;
    }
    return 0.25 * sign * trace + FastMath.log(2) + even;
  }

  /** {@code ±¼ + G_k}. */
  double first(int k, double sign) {
    return 0.25 * sign + first[k];
  }

  /** {@code Q_kl}. */
  double second(int k, int l) {
    return second[k][l];
  }
}
