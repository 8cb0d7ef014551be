package io.github.icldynamics.statistics;

import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;

/**
 * Draws the counts of a prompt, {@code c ~ Multinomial(N, p)}, feature by feature: given the counts
 * so far, the next one is binomial. The cost does not depend on N.
 */
public final class CountSampler {
  private final double[] conditional;
  private final long tokens;
  private final BinomialSampler binomial;

  /**
   * @param probabilities of the features, summing to 1
   * @param tokens N ≥ 1
   * @param seed of the random stream; equal seeds give equal draws
   */
  public CountSampler(double[] probabilities, long tokens, long seed) {
    this(probabilities, tokens, new Well19937c(seed));
  }

  /** A sampler that draws from a given random stream. */
  public CountSampler(double[] probabilities, long tokens, RandomGenerator random) {
    this.tokens = tokens;
    this.conditional = conditionalProbabilities(probabilities);
    this.binomial = new BinomialSampler(random);
  }

  /**
   * {@code p_k / (p_k + p_{k+1} + …)}: the tail sums are taken from the end, without cancellation.
   */
  private static double[] conditionalProbabilities(double[] probabilities) {
    double[] conditional = new double[probabilities.length];
    double tail = 0;
    for (int k = probabilities.length - 1; k >= 0; k--) {
      tail += probabilities[k];
      conditional[k] = Math.min(1, probabilities[k] / tail);
    }
    return conditional;
  }

  /** Fills {@code counts}, one entry a feature, with the next draw. */
  public void next(long[] counts) {
    long left = tokens;
    for (int k = 0; k < counts.length; k++) {
      counts[k] = binomial.next(left, conditional[k]);
      left -= counts[k];
    }
  }
}
