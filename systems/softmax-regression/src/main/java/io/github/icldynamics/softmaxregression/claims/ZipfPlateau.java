package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import org.hipparchus.util.FastMath;

/**
 * A rough law for the plateau of one query among features of any frequencies: {@code ∫₀^T dτ/Z =
 * p_k^{−2}} with {@code Z = Σ_{m≠k} p_m (1 + 2 p_k τ p_m²/Z²)^{−½}}.
 */
final class ZipfPlateau {
  /** In ln τ; the integrand is smooth on the scale of 1, so that the rule errs by 10⁻⁶. */
  private static final double STEP = 0.01;

  private static final double FIRST = FastMath.log(1e-3);
  private static final int MOST_ITERATIONS = 200;

  private final double own;
  private final double[] others;

  ZipfPlateau(TokenLaw law, long query) {
    this.own = law.probability(query);
    var all = Vector.copyOf(law.groups().stream().map(group -> group.probability()).toList());
    this.others = new double[all.size() - 1];
    int next = 0;
    for (int m = 0; m < all.size(); m++) {
      if (m != query) {
        others[next++] = all.get(m);
      }
    }
  }

  /** T. */
  double time() {
    double target = 1 / (own * own);
    double sum = FastMath.exp(FIRST) / remaining(0, 1 - own);
    double mass = 1 - own;
    double before = integrand(FIRST, mass);
    for (double x = FIRST; ; x += STEP) {
      mass = remaining(FastMath.exp(x + STEP), mass);
      double after = integrand(x + STEP, mass);
      double gain = 0.5 * STEP * (before + after);
      if (!(sum + gain < target)) {
        return FastMath.exp(x + STEP * (target - sum) / gain);
      }
      sum += gain;
      before = after;
    }
  }

  /** {@code τ/Z} at {@code τ = e^x}. */
  private static double integrand(double x, double mass) {
    return FastMath.exp(x) / mass;
  }

  /** Z at a time, by fixed-point iteration from a guess. */
  private double remaining(double tau, double guess) {
    double mass = guess;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      double next = 0;
      for (double p : others) {
        next += p / FastMath.sqrt(1 + 2 * own * tau * p * p / (mass * mass));
      }
      if (FastMath.abs(next - mass) <= 1e-13 * mass) {
        return next;
      }
      mass = next;
    }
    return mass;
  }
}
