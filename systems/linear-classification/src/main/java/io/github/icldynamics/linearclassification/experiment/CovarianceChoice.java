package io.github.icldynamics.linearclassification.experiment;

import io.github.icldynamics.linearclassification.law.PrincipalAxes;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.RecordFormat;
import java.util.Collections;
import java.util.OptionalInt;

/** The covariance Λ as it is written in an experiment. */
public sealed interface CovarianceChoice {
  /** Variances; beyond them no learning rate is left that could be told. */
  Bounds VARIANCE = Bounds.closed(1e-12, 1e12).saying("must be positive, from 1e-12 to 1e12");

  /** The dimension that it is written for, if it says one. */
  default OptionalInt dimension() {
    return OptionalInt.empty();
  }

  /** Λ in a dimension. */
  SymmetricMatrix matrix(int dimension);

  /** A diagonal matrix. */
  record Diagonal(Vector variances) implements CovarianceChoice {
    public Diagonal {
      if (variances.size() == 0) {
        throw new InvalidInputException("", "must have at least one variance, not none");
      }
      for (int k = 0; k < variances.size(); k++) {
        VARIANCE.require("[" + k + "]", variances.get(k));
      }
    }

    /** Independent unit variances. */
    static Diagonal identity(int dimension) {
      return new Diagonal(Vector.copyOf(Collections.nCopies(dimension, 1)));
    }

    @Override
    public OptionalInt dimension() {
      return OptionalInt.of(variances.size());
    }

    @Override
    public SymmetricMatrix matrix(int dimension) {
      requireDimension(variances.size(), dimension);
      return SymmetricMatrix.of(SquareMatrix.diagonal(variances.toArray()).toArray());
    }
  }

  /** Any matrix. */
  record Given(SymmetricMatrix matrix) implements CovarianceChoice {
    public Given {
      var spectrum = matrix.spectrum();
      boolean isDefinite = spectrum.least() > 0;
      if (isDefinite
          && !(VARIANCE.allow(spectrum.least()) && VARIANCE.allow(spectrum.greatest()))) {
        throw new InvalidInputException(
            "",
            "must have variances from 1e-12 to 1e12 on its axes, not from %s to %s"
                .formatted(spectrum.least(), spectrum.greatest()));
      }
    }

    @Override
    public OptionalInt dimension() {
      return OptionalInt.of(matrix.size());
    }

    @Override
    public SymmetricMatrix matrix(int dimension) {
      requireDimension(matrix.size(), dimension);
      return matrix;
    }
  }

  /**
   * Axes in random directions, variances evenly spaced by ratio around 1.
   *
   * @param conditionNumber of the greatest to the least
   * @param seed equal seeds give equal axes
   */
  record Random(double conditionNumber, long seed) implements CovarianceChoice {
    private static final Field<Random, Double> CONDITION_NUMBER =
        Field.of("conditionNumber", Formats.real(Bounds.closed(1, 1e8)), Random::conditionNumber)
            .symbol("κ")
            .says("ratio of the greatest variance to the least");

    private static final Field<Random, Long> SEED =
        Field.of("seed", Formats.seed(), Random::seed)
            .otherwise(1L)
            .says("equal seeds draw equal axes");

    static final RecordFormat<Random> FORMAT = RecordFormat.of(CONDITION_NUMBER, SEED, Random::new);

    @Override
    public SymmetricMatrix matrix(int dimension) {
      return InvalidInputException.within(
          "covariance", () -> PrincipalAxes.random(dimension, conditionNumber, seed).matrix());
    }
  }

  private static void requireDimension(int size, int dimension) {
    if (size != dimension) {
      throw new InvalidInputException(
          "covariance", "must be of dimension " + dimension + ", not " + size);
    }
  }
}
