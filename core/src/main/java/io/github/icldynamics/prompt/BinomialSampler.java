package io.github.icldynamics.prompt;

import org.hipparchus.random.RandomGenerator;
import org.hipparchus.util.FastMath;

/**
 * Binomial draws, exact up to rounding to double, at a cost independent of n: transformed rejection
 * (algorithm BTRS of Hörmann, <i>The generation of binomial random variates</i>, J. Stat. Comput.
 * Simul. 46, 1993) where the mean is at least 10, inversion by sequential search below.
 */
final class BinomialSampler {
  private static final double SMALLEST_MEAN_FOR_REJECTION = 10;

  private final RandomGenerator random;

  BinomialSampler(RandomGenerator random) {
    this.random = random;
  }

  /** The number of successes in {@code n ≥ 0} trials of probability {@code p} in [0, 1]. */
  long next(long n, double p) {
    if (n == 0 || p <= 0) {
      return 0;
    }
    if (p >= 1) {
      return n;
    }
    if (p > 0.5) {
      return n - next(n, 1 - p);
    }
    return n * p < SMALLEST_MEAN_FOR_REJECTION ? bySearch(n, p) : byRejection(n, p);
  }

  private long bySearch(long n, double p) {
    double odds = p / (1 - p);
    double mass = FastMath.exp((double) n * FastMath.log1p(-p));
    double left = random.nextDouble();
    long k = 0;
    // With a mean below 10 the mass underflows long before the last k of a long prompt.
    while (left > mass && k < n && mass > 0) {
      left -= mass;
      k++;
      mass *= odds * ((n - k + 1.0) / k);
    }
    return k;
  }

  private long byRejection(long n, double p) {
    double deviation = FastMath.sqrt(n * p * (1 - p));
    double b = 1.15 + 2.53 * deviation;
    double a = -0.0873 + 0.0248 * b + 0.01 * p;
    double center = n * p + 0.5;
    double squeeze = 0.92 - 4.2 / b;
    double alpha = (2.83 + 5.1 / b) * deviation;
    double logMassAtMode = logMass((double) n, p, FastMath.floor((n + 1.0) * p));
    while (true) {
      double u = random.nextDouble() - 0.5;
      double v = random.nextDouble();
      double distance = 0.5 - FastMath.abs(u);
      double k = FastMath.floor((2 * a / distance + b) * u + center);
      if (distance >= 0.07 && v <= squeeze) {
        return (long) k;
      }
      if (k < 0 || k > n) {
        continue;
      }
      double scaled = v * alpha / (a / (distance * distance) + b);
      if (FastMath.log(scaled) <= logMass((double) n, p, k) - logMassAtMode) {
        return (long) k;
      }
    }
  }

  /**
   * {@code ln P(k)} up to a constant, by Loader's saddle-point form (<i>Fast and accurate
   * computation of binomial probabilities</i>, 2000), which does not cancel at n = 10¹⁸ either.
   */
  private static double logMass(double n, double p, double k) {
    if (k == 0) {
      return n * FastMath.log1p(-p) + 0.5 * FastMath.log(2 * Math.PI) - stirlingError(n);
    }
    if (k == n) {
      return n * FastMath.log(p) + 0.5 * FastMath.log(2 * Math.PI) - stirlingError(n);
    }
    return 0.5 * FastMath.log(n / (k * (n - k)))
        - stirlingError(k)
        - stirlingError(n - k)
        - deviance(k, n * p)
        - deviance(n - k, n * (1 - p));
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
