package io.github.icldynamics.softmaxregression.law;

import io.github.icldynamics.schema.Bounds;
import java.util.Collections;
import java.util.List;

/**
 * Features that share one probability.
 *
 * @param probability of one member, in (0, 1)
 * @param count number of members, from 1 to 2⁵³
 */
public record FeatureGroup(double probability, long count) {
  /** The most features a law may have, 2⁵³: up to here a double counts them exactly. */
  public static final long MOST_FEATURES = 1L << 53;

  /** How many members a group may have. */
  public static final Bounds COUNT =
      Bounds.count(1, MOST_FEATURES).saying("must be from 1 to 2^53");

  public FeatureGroup {
    TokenLaw.PROBABILITY.require("probability", probability);
    COUNT.require("count", count);
  }

  /** The same features, each in a group of its own. */
  List<FeatureGroup> singles() {
    return Collections.nCopies((int) count, new FeatureGroup(probability, 1));
  }
}
