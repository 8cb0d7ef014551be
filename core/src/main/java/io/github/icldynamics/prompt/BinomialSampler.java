package io.github.icldynamics.prompt;

import org.hipparchus.random.RandomGenerator;
import org.hipparchus.util.FastMath;

/**
 * Exact binomial draws at a cost independent of n: transformed rejection (algorithm BTRS of
 * Hörmann, <i>The generation of binomial random variates</i>, J. Stat. Comput. Simul. 46, 1993)
 * where the mean is at least 10, inversion by sequential search below.
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
    // The mean is below 10, so the mass has underflown long before the last k is reached.
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
    double mode = FastMath.floor((n + 1.0) * p);
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
      if (FastMath.log(scaled) <= logMassRatio((double) n, p, mode, k)) {
        return (long) k;
      }
    }
  }

  /** {@code ln(P(k)/P(mode))}, with Stirling's formula and its remainder. */
  private static double logMassRatio(double n, double p, double mode, double k) {
    double odds = p / (1 - p);
    double h =
        (mode + 0.5) * FastMath.log((mode + 1) / (odds * (n - mode + 1)))
            + stirlingRemainder(mode)
            + stirlingRemainder(n - mode);
    return h
        + (n + 1) * FastMath.log((n - mode + 1) / (n - k + 1))
        + (k + 0.5) * FastMath.log((n - k + 1) * odds / (k + 1))
        - stirlingRemainder(k)
        - stirlingRemainder(n - k);
  }

  /** {@code ln k! − [½ ln 2π + (k + ½) ln(k + 1) − (k + 1)]}. */
  private static double stirlingRemainder(double k) {
    double x = k + 1;
    if (x < 10) {
      double factorial = 1;
      for (int i = 2; i <= k; i++) {
        factorial *= i;
      }
      return FastMath.log(factorial)
          - (0.5 * FastMath.log(2 * Math.PI) + (k + 0.5) * FastMath.log(x) - x);
    }
    double square = 1 / (x * x);
    return (1.0 / 12 - (1.0 / 360 - square / 1260) * square) / x;
  }
}
