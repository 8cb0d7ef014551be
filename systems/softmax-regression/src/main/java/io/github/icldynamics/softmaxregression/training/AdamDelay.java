package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Adam;
import org.hipparchus.util.FastMath;

/**
 * By how many iterations Adam is late against gradient descent with the rate η/ε_A, where it is
 * late at all: at the start, when it suppresses the dominant feature, and at the burst, when the
 * query's own gradient exceeds ε_A. Both are iterations of one number, whatever K is; gradients are
 * in units of ε_A, {@code ξ = p_k/ε_A} ({@code docs/theory/denominator-floors.md}).
 *
 * @param adam the rule
 * @param learningRate η
 * @param ratio ξ
 * @param features K
 */
public record AdamDelay(Adam adam, double learningRate, double ratio, double features) {
  /** Where the iteration of the burst begins: no gradient before exceeds this share of ε_A. */
  private static final double FIRST_GRADIENT = 1e-4;

  private static final int MOST_ITERATIONS = 2_000_000;

  /** {@code τ₁ = β₁/(1 − β₁)}, the iterations by which a mean of gradients is late. */
  private double lagOfMean() {
    return adam.beta1() / (1 - adam.beta1());
  }

  /** {@code τ₂ = β₂/(1 − β₂)}, the same for the mean of squares. */
  private double lagOfSquares() {
    return adam.beta2() / (1 - adam.beta2());
  }

  /** {@code α_k/ε_A = ξ o/(1 + o)³} of the query, once the dominant feature is suppressed. */
  private double burstGradient(double odds) {
    double whole = 1 + odds;
    return ratio * odds / (whole * whole * whole);
  }

  /**
   * The delay of the burst.
   *
   * @param end odds at convergence, {@code 1/√(2ε) − 1}
   */
  public double ofBurst(double end) {
    double start = oddsOfFirstGradient();
    double logOdds = FastMath.log(start);
    double mean = FIRST_GRADIENT;
    double square = FIRST_GRADIENT * FIRST_GRADIENT;
    int iterations = 0;
    while (logOdds < FastMath.log(end) && iterations < MOST_ITERATIONS) {
      double gradient = burstGradient(FastMath.exp(logOdds));
      mean = adam.beta1() * mean + (1 - adam.beta1()) * gradient;
      square = adam.beta2() * square + (1 - adam.beta2()) * gradient * gradient;
      logOdds += learningRate * mean / (FastMath.sqrt(square) + 1);
      iterations++;
    }
    double potential = OddsPotential.TRUE.at(end) - OddsPotential.TRUE.at(start);
    return iterations
        - potential / (learningRate * ratio)
        + (1 / learningRate + lagOfMean() + 0.5) * FastMath.log((features - 1) * start)
        - (lagOfSquares() + 0.5) * FIRST_GRADIENT;
  }

  /** {@code ξ o/(1 + o)³ = 10⁻⁴}, the lower of the two, by fixed point. */
  private double oddsOfFirstGradient() {
    double odds = FIRST_GRADIENT / ratio;
    for (int i = 0; i < 100; i++) {
      double whole = 1 + odds;
      odds = FIRST_GRADIENT / ratio * whole * whole * whole;
    }
    return odds;
  }

  /**
   * The delay of the start.
   *
   * @param dominant p₁
   * @param iterations how many the whole run takes, or so
   */
  public double ofStart(double dominant, double iterations) {
    double logit = FastMath.log(dominant / (1 - dominant));
    double share = dominant;
    double withheld = 0;
    double mean = 0;
    double square = 0;
    double meanShare = 0;
    double first = 1;
    double second = 1;
    int count = (int) Math.min(iterations, MOST_ITERATIONS);
    for (int t = 0; t < count; t++) {
      first *= adam.beta1();
      second *= adam.beta2();
      meanShare = adam.beta1() * meanShare + (1 - adam.beta1()) * share;
      withheld += meanShare / (1 - first);
      double gradient = -ratio * share * share * (1 - share);
      mean = adam.beta1() * mean + (1 - adam.beta1()) * gradient;
      square = adam.beta2() * square + (1 - adam.beta2()) * gradient * gradient;
      double root = FastMath.sqrt(square / (1 - second)) + 1;
      logit += learningRate * (mean / (1 - first)) / root;
      share = 1 / (1 + FastMath.exp(-logit));
    }
    double late = count - (timePotential(dominant) - timePotential(share)) / rate();
    return withheld
        - (sharePotential(dominant) - sharePotential(share)) / rate()
        - late / FastMath.sqrt(2 * features);
  }

  private double rate() {
    return learningRate * ratio;
  }

  /** {@code Ψ(a) = −1/a + 2 ln(a/(1 − a)) + 1/(1 − a)}, whose difference is {@code ξ ∫ a dt}. */
  private static double sharePotential(double a) {
    return -1 / a + 2 * FastMath.log(a / (1 - a)) + 1 / (1 - a);
  }

  /** {@code −1/(2a²) − 2/a + 3 ln(a/(1 − a)) + 1/(1 − a)}, whose difference is {@code ξ t}. */
  private static double timePotential(double a) {
    return -0.5 / (a * a) - 2 / a + 3 * FastMath.log(a / (1 - a)) + 1 / (1 - a);
  }
}
