package io.github.icldynamics.linearclassification.experiment;

import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import java.util.Locale;
import java.util.Optional;

/** Experiments of the mixture system that come with the program; d = 2, Λ = diag(1, 2), N = 50. */
public enum MixturePreset {
  /** Two classes. */
  BINARY(2),
  /** Three classes. */
  MULTICLASS(3);

  private static final long TRAINING_LENGTH = 50;

  private final int classes;

  MixturePreset(int classes) {
    this.classes = classes;
  }

  /** The name on the command line. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The experiment. */
  public MixtureExperiment experiment() {
    var covariance = new CovarianceChoice.Diagonal(Vector.of(1, 2));
    return MixtureExperiment.of(
        new MixtureChoice(classes, 2, covariance, Optional.empty(), MeanLaw.ROTATED),
        PromptLength.of(TRAINING_LENGTH));
  }
}
