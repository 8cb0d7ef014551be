package io.github.icldynamics.statistics;

import io.github.icldynamics.schema.InvalidInputException;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.util.FastMath;

/**
 * Where a probability lies of which some hits in independent trials have been seen: the interval of
 * Clopper and Pearson at 95%, which is never too narrow, also without a hit or without a miss.
 *
 * @param low the lower end, in [0, 1]
 * @param high the upper end, in [0, 1]
 */
public record BinomialInterval(double low, double high) {
  private static final double CONFIDENCE = 0.95;

  /**
   * The interval.
   *
   * @param hits from 0 to trials
   * @param trials at least 1
   */
  public static BinomialInterval of(int hits, int trials) {
    if (trials < 1 || hits < 0 || hits > trials) {
      throw new InvalidInputException(
          "hits", "must be from 0 to the number of trials, not " + hits + " of " + trials);
    }
    return new BinomialInterval(
        hits == 0 ? 0 : quantile(hits, trials - hits + 1, 0.5 * (1 - CONFIDENCE)),
        hits == trials ? 1 : quantile(hits + 1, trials - hits, 0.5 * (1 + CONFIDENCE)));
  }

  private static double quantile(int alpha, int beta, double probability) {
    return new BetaDistribution(alpha, beta).inverseCumulativeProbability(probability);
  }

  /** How far the interval reaches from a value within it, at most. */
  public double reachFrom(double value) {
    return FastMath.max(high - value, value - low);
  }
}
