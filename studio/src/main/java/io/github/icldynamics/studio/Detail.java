package io.github.icldynamics.studio;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;

/** How finely a run is sampled. */
enum Detail {
  /** To the last bit, as {@code icl run} does. */
  FULL(360),

  /** For the eye, as accurately as it was trained. */
  DRAFT(140);

  /** From so many groups on fewer times do: each holds three numbers a group. */
  private static final int MANY_GROUPS = 200;

  private static final int FEW_TIMES = 100;

  /** About how many times, all columns together. */
  private final int times;

  Detail(int times) {
    this.times = times;
  }

  /** Times that come from each of several columns. */
  int perColumn(int columns, int groups) {
    int all = groups > MANY_GROUPS ? FEW_TIMES : times;
    return Math.max(20, all / columns);
  }

  /** The accuracy of what is sampled. */
  LaplaceGrid grid(TrainingPlan plan) {
    return switch (this) {
      case FULL -> LaplaceGrid.fullAccuracy();
      case DRAFT -> plan.grid();
    };
  }
}
