package io.github.icldynamics.prompt;

/**
 * Features that share one probability.
 *
 * @param probability of one member, in (0, 1)
 * @param count number of members, from 1 to 2⁵³
 */
public record FeatureGroup(double probability, long count) {
  /** The most features a law may have, 2⁵³: up to here a double counts them exactly. */
  public static final long MOST_FEATURES = 1L << 53;

  public FeatureGroup {
    if (!(probability > 0 && probability < 1)) {
      throw new InvalidInputException(
          "probability", "must be greater than 0 and less than 1, not " + probability);
    }
    if (count < 1 || count > MOST_FEATURES) {
      throw new InvalidInputException("count", "must be from 1 to 2^53, not " + count);
    }
  }
}
