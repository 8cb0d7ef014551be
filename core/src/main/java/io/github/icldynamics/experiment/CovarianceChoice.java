package io.github.icldynamics.experiment;

import io.github.icldynamics.classification.PrincipalAxes;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.InvalidInputException;

/** The covariance Λ as it is written in an experiment. */
public sealed interface CovarianceChoice {
  /** Λ in a dimension. */
  SymmetricMatrix matrix(int dimension);

  /** A diagonal matrix. */
  record Diagonal(Vector variances) implements CovarianceChoice {
    @Override
    public SymmetricMatrix matrix(int dimension) {
      requireDimension(variances.size(), dimension);
      return SymmetricMatrix.of(SquareMatrix.diagonal(variances.toArray()).toArray());
    }
  }

  /** Any matrix. */
  record Given(SymmetricMatrix matrix) implements CovarianceChoice {
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
    @Override
    public SymmetricMatrix matrix(int dimension) {
      try {
        return PrincipalAxes.random(dimension, conditionNumber, seed).matrix();
      } catch (InvalidInputException e) {
        throw e.under("covariance");
      }
    }
  }

  private static void requireDimension(int size, int dimension) {
    if (size != dimension) {
      throw new InvalidInputException(
          "covariance", "must be of dimension " + dimension + ", not " + size);
    }
  }
}
