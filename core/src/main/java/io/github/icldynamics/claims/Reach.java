package io.github.icldynamics.claims;

import io.github.icldynamics.prompt.InvalidInputException;

/**
 * How far an inquiry may go before it must say that it cannot decide.
 *
 * @param patience longest training run, in units of {@code 1/p_k² + 1/(p_k ε)}; positive
 * @param mostFeatures largest K that is tried; at least 2
 * @param samples most prompts drawn, or cases tried, for one quantity; at least 2
 */
public record Reach(double patience, double mostFeatures, int samples) {
  public Reach {
    if (!(patience > 0 && patience < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException("patience", "must be positive and finite, not " + patience);
    }
    if (!(mostFeatures >= 2)) {
      throw new InvalidInputException("mostFeatures", "must be at least 2, not " + mostFeatures);
    }
    if (samples < 2) {
      throw new InvalidInputException("samples", "must be at least 2, not " + samples);
    }
  }

  /** Enough to decide every claim of the catalogues, in seconds. */
  public static Reach full() {
    return new Reach(1e3, 1e12, 4000);
  }
}
