package io.github.icldynamics.experiment;

import io.github.icldynamics.prompt.LabelKernel;
import io.github.icldynamics.prompt.LabelModel;

/**
 * The labels as they are written in an experiment.
 *
 * @param moments where their second moments come from
 * @param noise variance σ² of the noise on the context labels
 */
public record LabelChoice(Moments moments, double noise) {
  /** The paper's labels. */
  public static LabelChoice linear() {
    return new LabelChoice(new Functions(new LabelKernel.Linear()), 0);
  }

  /** The labels on features with a Gram matrix. */
  LabelModel model(GramChoice gram) {
    return new LabelModel(
        switch (moments) {
          case Functions(var kernel) -> gram.moments(kernel);
          case Given(var covariance) -> covariance;
        },
        noise);
  }

  /** Where second moments come from. */
  public sealed interface Moments {}

  /** From a class of functions; linear ones are written {@code identity}, for {@code Σ_w = I}. */
  public record Functions(LabelKernel kernel) implements Moments {}

  /** From a matrix. */
  public record Given(LabelModel.MatrixCovariance covariance) implements Moments {}
}
