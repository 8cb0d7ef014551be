package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.linearclassification.experiment.MixtureExperiment;

/** A title that says what was run. */
final class MixtureTitle {
  private MixtureTitle() {}

  static String of(String what, MixtureExperiment experiment) {
    return what
        + ": "
        + experiment.mixture().classes()
        + " classes, d = "
        + experiment.mixture().dimension()
        + ", N = "
        + NumberText.of(experiment.promptLength());
  }
}
