package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.softmaxregression.experiment.Experiment;

/** A title that says what was run. */
final class ExperimentTitle {
  /** Digits of a double: features and tokens are counted, not measured. */
  private static final int EXACT = 16;

  private ExperimentTitle() {}

  static String of(String what, Experiment experiment) {
    return what
        + ": "
        + experiment.tokenLaw().key()
        + ", K = "
        + NumberText.of((double) experiment.law().features(), EXACT)
        + ", N = "
        + NumberText.of(experiment.promptLength());
  }
}
