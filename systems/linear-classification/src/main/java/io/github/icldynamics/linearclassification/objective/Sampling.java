package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;

/**
 * How many points a risk is averaged over.
 *
 * @param points of one randomisation, a power of 2 from 2 to 2²⁰
 * @param replicates independent randomisations, at least 2: their spread tells the standard error
 * @param seed equal seeds give equal points
 */
public record Sampling(int points, int replicates, long seed) {
  private static final int MOST_POINTS = 1 << 20;

  public Sampling {
    if (points < 2 || points > MOST_POINTS || Integer.bitCount(points) != 1) {
      throw new InvalidInputException(
          "points", "must be a power of 2 from 2 to 1048576, not " + points);
    }
    if (replicates < 2) {
      throw new InvalidInputException("replicates", "must be at least 2, not " + replicates);
    }
  }

  /** Numbers that all randomisations together may hold in memory: a quarter of a gigabyte. */
  private static final long MOST_NUMBERS = 1L << 25;

  /** Whether so many points of a law fit into memory. */
  static boolean fits(MixtureLaw law, long points) {
    return points * TaskPoints.coordinates(law, PromptLength.of(1)) <= MOST_NUMBERS;
  }

  /** The same sampling, or one with as many points as fit into memory for a law. */
  public Sampling fitting(MixtureLaw law) {
    var fitting = this;
    while (!fits(law, (long) fitting.points * replicates) && fitting.points > 2) {
      fitting = new Sampling(fitting.points / 2, replicates, seed);
    }
    return fitting;
  }

  /** The seed of one randomisation; those of neighbouring seeds are far apart. */
  long seed(int replicate) {
    return (seed * 0x9E3779B97F4A7C15L) ^ (replicate * 0xD1B54A32D192ED03L);
  }
}
