package io.github.icldynamics.lab.plot;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.figure.NumberText;
import io.github.icldynamics.prompt.PromptLength;

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
        + promptLength(experiment.promptLength());
  }

  static String promptLength(PromptLength length) {
    return switch (length) {
      case PromptLength.Finite(long tokens) -> NumberText.of((double) tokens, EXACT);
      case PromptLength.Infinite() -> "∞";
    };
  }
}
