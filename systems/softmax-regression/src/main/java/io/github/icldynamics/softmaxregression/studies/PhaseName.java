package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.softmaxregression.training.ColumnRun;

/** The phases of an under-represented query; its attention is a half at the end of III. */
enum PhaseName {
  I(0),
  II(1),
  III(2),
  IV(3);

  private final int color;

  PhaseName(int color) {
    this.color = color;
  }

  /** The number of the colour in which it is drawn. */
  int color() {
    return color;
  }

  /** When it ends in a run. */
  double end(ColumnRun run) {
    return run.phases().stream()
        .filter(phase -> phase.name().equals(name()))
        .findFirst()
        .orElseThrow()
        .to();
  }
}
