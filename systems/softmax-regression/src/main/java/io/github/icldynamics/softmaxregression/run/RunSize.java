package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.softmaxregression.experiment.Experiment;

/**
 * How much an experiment trains.
 *
 * @param queries columns
 * @param groups weights of the longest column
 * @param together whether the columns are coupled, so that they can only be trained at once
 */
record RunSize(int queries, int groups, boolean together) {
  /** The size of an experiment. */
  static RunSize of(Experiment experiment) {
    var law = experiment.law();
    var features = experiment.features();
    boolean split = features.stream().anyMatch(k -> law.groups().get(law.groupOf(k)).count() > 1);
    boolean together = experiment.layerPlan().isCoupled();
    return new RunSize(features.size(), law.groups().size() + (split ? 1 : 0), together);
  }

  /** Queries × groups. */
  long weights() {
    return (long) queries * groups;
  }

  /** Whether the columns are too many to be held whole; a single one always is held. */
  boolean isLarge() {
    return queries > 1 && !together && weights() > Experiment.MANY_WEIGHTS;
  }
}
