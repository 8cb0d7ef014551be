package io.github.icldynamics.claim;

import io.github.icldynamics.schema.InvalidInputException;

/**
 * How far an inquiry may go before it must say that it cannot decide.
 *
 * @param patience longest training run, in units of {@code 1/p_k² + 1/(p_k ε)} in the first system
 *     and of {@code 1/λ_min(H(W*))} in the second, both flow times; positive
 * @param largestSize largest system that is tried, which is the most features K in the first system
 *     and the longest prompt N or M in the second; at least 2
 * @param samples most prompts drawn, cases tried, or points of one randomisation, for one quantity;
 *     at least 2
 * @param notebook what has been found out within this reach
 */
public record Reach(double patience, double largestSize, int samples, Notebook notebook) {
  public Reach {
    if (!(patience > 0 && patience < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException("patience", "must be positive and finite, not " + patience);
    }
    if (!(largestSize >= 2)) {
      throw new InvalidInputException("largestSize", "must be at least 2, not " + largestSize);
    }
    if (samples < 2) {
      throw new InvalidInputException("samples", "must be at least 2, not " + samples);
    }
  }

  /** A reach within which nothing has been found out yet. */
  public Reach(double patience, double largestSize, int samples) {
    this(patience, largestSize, samples, new Notebook());
  }

  /**
   * Gives up if a size is beyond reach.
   *
   * @param symbol what the size is called
   */
  public void requireSize(String symbol, long size) {
    if (size > largestSize) {
      throw Undecided.tooShort("needs runs up to " + symbol + " = " + size);
    }
  }

  /**
   * Gives up if so many prompts, cases or points are beyond reach.
   *
   * @return the same number
   */
  public int requireSamples(int wanted) {
    if (wanted > samples) {
      throw Undecided.tooShort("needs " + wanted + " samples");
    }
    return wanted;
  }

  /** Enough to decide every claim of the catalogues, in seconds. */
  public static Reach full() {
    return new Reach(1e3, 1e12, 4000);
  }
}
