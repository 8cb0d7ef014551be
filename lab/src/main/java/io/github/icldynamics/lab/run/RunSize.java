package io.github.icldynamics.lab.run;

import io.github.icldynamics.lab.experiment.Experiment;

/**
 * How much an experiment trains.
 *
 * @param queries columns
 * @param groups weights of the longest column
 */
public record RunSize(int queries, int groups) {
  /** Weights (queries × groups) whose whole runs are held in memory at once: under 1 GiB. */
  public static final int MOST_HELD = 20_000;

  /** The size of an experiment. */
  public static RunSize of(Experiment experiment) {
    var law = experiment.law();
    var features = experiment.features();
    boolean split = features.stream().anyMatch(k -> law.groups().get(law.groupOf(k)).count() > 1);
    return new RunSize(features.size(), law.groups().size() + (split ? 1 : 0));
  }

  /** Queries × groups. */
  public long weights() {
    return (long) queries * groups;
  }

  /** Whether the columns are too many to be held whole; a single one always is held. */
  public boolean isLarge() {
    return queries > 1 && weights() > MOST_HELD;
  }
}
