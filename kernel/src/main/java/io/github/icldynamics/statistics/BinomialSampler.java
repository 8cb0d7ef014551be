package io.github.icldynamics.statistics;

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
    var law = new BinomialLaw(n, p);
    double logMassAtMode = law.logMass(FastMath.floor((n + 1.0) * p));
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
      if (FastMath.log(scaled) <= law.logMass(k) - logMassAtMode) {
        return (long) k;
      }
    }
  }
}
