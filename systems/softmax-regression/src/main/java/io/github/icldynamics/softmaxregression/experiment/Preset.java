package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.schema.PromptLength;
import java.util.Locale;

/** Experiments that come with the program. */
public enum Preset {
  /** K = 100, p₁ = ½, N = 10⁴. */
  IMBALANCED,
  /** K = 50, N = 2500. */
  BALANCED,
  /** K = 50, exponent 1, N = 10⁴. */
  ZIPF;

  /** The name on the command line. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The experiment, with ε = 0.01. */
  public Experiment experiment() {
    return switch (this) {
      case IMBALANCED -> withDefaults(new TokenLawChoice.Imbalanced(100, 0.5), 10_000);
      case BALANCED -> withDefaults(new TokenLawChoice.Balanced(50), 2_500);
      case ZIPF -> withDefaults(new TokenLawChoice.Zipf(50, 1), 10_000);
    };
  }

  private static Experiment withDefaults(TokenLawChoice tokenLaw, long promptLength) {
    return Experiment.of(tokenLaw, PromptLength.of(promptLength));
  }
}
