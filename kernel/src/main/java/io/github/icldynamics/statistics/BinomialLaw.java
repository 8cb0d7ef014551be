package io.github.icldynamics.statistics;

import io.github.icldynamics.schema.InvalidInputException;
import org.hipparchus.util.FastMath;

/**
 * The law of how often a feature occurs in a prompt, {@code Binomial(n, p)}: masses and tails to
 * full relative accuracy, for any n.
 *
 * @param trials n ≥ 0
 * @param probability p, in (0, 1)
 */
public record BinomialLaw(long trials, double probability) {
  private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

  /** Terms below this share of a sum no longer change it. */
  private static final double NEGLIGIBLE = 1e-18;

  public BinomialLaw {
    if (trials < 0 || !(probability > 0 && probability < 1)) {
      throw new InvalidInputException(
          "binomial", "must have n >= 0 and p in (0, 1), not " + trials + " and " + probability);
    }
  }

  /**
   * {@code ln P(X = k)} for whole k from 0 to n, by Loader's saddle-point form (<i>Fast and
   * accurate computation of binomial probabilities</i>, 2000), which does not cancel at n = 10¹⁸
   * either.
   */
  public double logMass(double k) {
    double n = (double) trials;
    if (k == 0) {
      return n * FastMath.log1p(-probability);
    }
    if (k == n) {
      return n * FastMath.log(probability);
    }
    return 0.5 * FastMath.log(n / (k * (n - k)))
        - HALF_LOG_TWO_PI
        + stirlingError(n)
        - stirlingError(k)
        - stirlingError(n - k)
        - deviance(k, n * probability)
        - deviance(n - k, n * (1 - probability));
  }

  /** {@code np}. */
  public double mean() {
    return (double) trials * probability;
  }

  /** {@code P(X > k)}, small ones to full relative accuracy. */
  public double above(double k) {
    if (!(k >= 0)) {
      return Double.isNaN(k) ? k : 1;
    }
    double first = FastMath.floor(k) + 1;
    if (first > trials) {
      return 0;
    }
    return first > mean() ? sum(first, 1) : Math.max(0, 1 - sum(first - 1, -1));
  }

  /** {@code P(X ≤ k)}, small ones to full relative accuracy. */
  public double atMost(double k) {
    if (!(k >= 0)) {
      return Double.isNaN(k) ? k : 0;
    }
    double last = Math.min(FastMath.floor(k), (double) trials);
    return last < mean() ? sum(last, -1) : Math.max(0, 1 - above(last));
  }

  /**
   * The least k with {@code P(X ≤ k) ≥ u}, which grows with u; takes about as many steps as the law
   * has standard deviations times their size.
   *
   * @param u in (0, 1)
   */
  public double quantile(double u) {
    double odds = probability / (1 - probability);
    double n = (double) trials;
    double k = Math.min(FastMath.floor(mean()), n);
    double mass = FastMath.exp(logMass(k));
    double below = atMost(k);
    while (below < u && k < n) {
      mass *= (n - k) / (k + 1) * odds;
      k++;
      below += mass;
    }
    while (k > 0 && below - mass >= u) {
      below -= mass;
      mass *= k / ((n - k + 1) * odds);
      k--;
    }
    return k;
  }

  /**
   * The masses from k away from the mean, each from the one before; about as many terms count as
   * the standard deviation has.
   */
  private double sum(double k, int direction) {
    double odds = probability / (1 - probability);
    double mass = FastMath.exp(logMass(k));
    double sum = 0;
    for (double at = k; mass > NEGLIGIBLE * sum; at += direction) {
      sum += mass;
      mass *=
          direction > 0
              ? ((double) trials - at) / (at + 1) * odds
              : at / (((double) trials - at + 1) * odds);
    }
    return sum;
  }

  /** {@code x ln(x/m) + m − x ≥ 0}, by a series where x is near m. */
  private static double deviance(double x, double m) {
    if (FastMath.abs(x - m) >= 0.1 * (x + m)) {
      return x * FastMath.log(x / m) + m - x;
    }
    double v = (x - m) / (x + m);
    double sum = (x - m) * v;
    double term = 2 * x * v;
    for (int j = 1; j < 100; j++) {
      term *= v * v;
      double next = sum + term / (2 * j + 1);
      if (next == sum) {
        break;
      }
      sum = next;
    }
    return sum;
  }

  /** {@code ln k! − [½ ln(2πk) + k ln k − k]} for k ≥ 1. */
  private static double stirlingError(double k) {
    if (k < 16) {
      double factorial = 1;
      for (int i = 2; i <= k; i++) {
        factorial *= i;
      }
      return FastMath.log(factorial)
          - (0.5 * FastMath.log(2 * Math.PI * k) + k * FastMath.log(k) - k);
    }
    double square = 1 / (k * k);
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - square / 1680) * square) * square) / k;
  }
}
