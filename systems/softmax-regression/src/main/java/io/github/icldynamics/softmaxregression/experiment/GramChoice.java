package io.github.icldynamics.softmaxregression.experiment;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.ChoiceFormat;
import io.github.icldynamics.schema.ChoiceFormat.Bare;
import io.github.icldynamics.schema.ChoiceFormat.Form;
import io.github.icldynamics.schema.ChoiceFormat.Keyed;
import io.github.icldynamics.schema.ChoiceFormat.Word;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.softmaxregression.objective.Coupling;
import java.util.List;

/** The Gram matrix of the features as it is written in an experiment. */
public sealed interface GramChoice {
  /** How a Gram matrix is written. */
  ChoiceFormat<GramChoice> FORMAT =
      ChoiceFormat.of(
          List.of(
              new Word<>("identity", "orthonormal features", new Identity()),
              new Keyed<>(
                  "equicorrelated",
                  "unit vectors, all pairs of which have one correlation ρ",
                  Equicorrelated.class,
                  Formats.real(Coupling.Equicorrelated.CORRELATION)
                      .as(Equicorrelated::new, Equicorrelated::correlation)),
              new Bare<>(
                  Form.LIST,
                  "a symmetric matrix [[…], …]",
                  "any Gram matrix, columns couple: dS/dτ = Γ G Γ",
                  Given.class,
                  Formats.symmetricMatrix().as(Given::of, Given::matrix))));

  /** What it means for training. */
  Coupling coupling();

  /** Orthonormal features. */
  record Identity() implements GramChoice {
    @Override
    public Coupling coupling() {
      return new Coupling.Orthonormal();
    }
  }

  /** Unit vectors, all pairs of which have one correlation. */
  record Equicorrelated(double correlation) implements GramChoice {
    @Override
    public Coupling coupling() {
      return new Coupling.Equicorrelated(correlation);
    }
  }

  /** Any Gram matrix, whose features are all told apart. */
  record Given(Coupling.Gram coupling) implements GramChoice {
    /** What is wrong with the matrix is wrong with the field that holds it. */
    public static Given of(SymmetricMatrix matrix) {
      try {
        return new Given(new Coupling.Gram(matrix));
      } catch (InvalidInputException e) {
        throw e.renamed("");
      }
    }

    private SymmetricMatrix matrix() {
      return coupling.matrix();
    }
  }
}
