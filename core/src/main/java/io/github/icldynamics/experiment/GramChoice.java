package io.github.icldynamics.experiment;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.prompt.LabelKernel;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.training.Coupling;

/** The Gram matrix of the features as it is written in an experiment. */
public sealed interface GramChoice {
  /** What it means for training. */
  Coupling coupling();

  /** The second moments of a class of functions on these features. */
  LabelModel.Covariance moments(LabelKernel kernel);

  /** Whether features are told apart. */
  boolean tellsFeaturesApart();

  /** Orthonormal features. */
  record Identity() implements GramChoice {
    @Override
    public Coupling coupling() {
      return new Coupling.Orthonormal();
    }

    @Override
    public LabelModel.Covariance moments(LabelKernel kernel) {
      return kernel instanceof LabelKernel.Linear
          ? new LabelModel.IdentityCovariance()
          : kernel.equicorrelated(0);
    }

    @Override
    public boolean tellsFeaturesApart() {
      return false;
    }
  }

  /** Unit vectors, all pairs of which have one correlation. */
  record Equicorrelated(double correlation) implements GramChoice {
    @Override
    public Coupling coupling() {
      return new Coupling.Equicorrelated(correlation);
    }

    @Override
    public LabelModel.Covariance moments(LabelKernel kernel) {
      return kernel.equicorrelated(correlation);
    }

    @Override
    public boolean tellsFeaturesApart() {
      return false;
    }
  }

  /** Any Gram matrix. */
  record Given(SymmetricMatrix matrix) implements GramChoice {
    @Override
    public Coupling coupling() {
      return new Coupling.Gram(matrix);
    }

    @Override
    public LabelModel.Covariance moments(LabelKernel kernel) {
      return kernel.of(matrix);
    }

    @Override
    public boolean tellsFeaturesApart() {
      return true;
    }
  }
}
