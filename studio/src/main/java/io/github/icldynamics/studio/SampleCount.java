package io.github.icldynamics.studio;

/** About how many times a run is sampled at, all its columns together. */
enum SampleCount {
  FULL(360),
  DRAFT(140);

  /** From so many groups on fewer times do: each holds three numbers a group. */
  private static final int MANY_GROUPS = 200;

  private static final int FEW_TIMES = 100;

  private final int times;

  SampleCount(int times) {
    this.times = times;
  }

  /** Times that come from each of several columns. */
  int perColumn(int columns, int groups) {
    int all = groups > MANY_GROUPS ? FEW_TIMES : times;
    return Math.max(20, all / columns);
  }
}
