package io.github.icldynamics.lab.plot;

import io.github.icldynamics.experiment.MixtureExperiment;

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
        + ExperimentTitle.promptLength(experiment.promptLength());
  }
}
