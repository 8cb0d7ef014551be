package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.schema.InvalidInputException;

/**
 * How many tasks and queries a comparison is made on.
 *
 * @param tasks T, at least 2: their spread tells the standard error
 * @param queries Q of each task, at least 1
 * @param seed equal seeds give equal tasks
 */
public record TaskSampling(int tasks, int queries, long seed) {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  public TaskSampling {
    if (tasks < 2) {
      throw new InvalidInputException("tasks", "must be at least 2, not " + tasks);
    }
    if (queries < 1) {
      throw new InvalidInputException("queries", "must be at least 1, not " + queries);
    }
  }

  /** The seed of a task: its number in SplitMix64's sequence, so that none depends on another. */
  long seed(int task) {
    long mixed = seed + (task + 1) * GOLDEN;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
