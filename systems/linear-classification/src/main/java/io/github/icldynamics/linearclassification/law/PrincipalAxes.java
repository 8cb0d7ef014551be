package io.github.icldynamics.linearclassification.law;

import io.github.icldynamics.numeric.OrthonormalVectors;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import org.hipparchus.util.FastMath;

/**
 * {@code Λ = Q diag(λ) Qᵀ}. A diagonal Λ keeps its axes, in its own order.
 *
 * @param variances λ, d numbers
 * @param basis Q, d × d, orthogonal
 */
public record PrincipalAxes(Vector variances, SquareMatrix basis) {
  /** The axes of a matrix. */
  public static PrincipalAxes of(SymmetricMatrix matrix) {
    int d = matrix.size();
    if (isDiagonal(matrix)) {
      double[] variances = new double[d];
      for (int i = 0; i < d; i++) {
        variances[i] = matrix.get(i, i);
      }
      return new PrincipalAxes(Vector.of(variances), SquareMatrix.identity(d));
    }
    var decomposition = matrix.decomposition();
    return new PrincipalAxes(
        Vector.of(decomposition.getEigenvalues()), SquareMatrix.of(decomposition.getV().getData()));
  }

  /**
   * Axes in random directions, uniformly distributed, with variances evenly spaced by ratio whose
   * geometric mean is 1.
   *
   * @param conditionNumber of the greatest variance to the least, from 1 to 1e8; 1 if d = 1
   * @param seed equal seeds give equal axes
   */
  public static PrincipalAxes random(int dimension, double conditionNumber, long seed) {
    boolean possible = dimension > 1 ? conditionNumber <= 1e8 : conditionNumber == 1;
    if (!(conditionNumber >= 1 && possible)) {
      throw new InvalidInputException(
          "conditionNumber",
          "must be from 1 to 1e8, and 1 in one dimension, not " + conditionNumber);
    }
    double[] variances = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      double place = dimension == 1 ? 0 : (double) i / (dimension - 1) - 0.5;
      variances[i] = FastMath.pow(conditionNumber, place);
    }
    var axes = OrthonormalVectors.random(dimension, dimension, seed);
    double[][] rows = axes.stream().map(Vector::toArray).toArray(double[][]::new);
    return new PrincipalAxes(Vector.of(variances), SquareMatrix.of(rows).transpose());
  }

  private static boolean isDiagonal(SymmetricMatrix matrix) {
    for (int i = 0; i < matrix.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (matrix.get(i, j) != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** The dimension d. */
  public int dimension() {
    return variances.size();
  }

  /** Λ itself, symmetric to the last bit. */
  public SymmetricMatrix matrix() {
    var rounded = toOriginal(SquareMatrix.diagonal(variances.toArray()));
    return new SymmetricMatrix(
        SquareMatrix.of(dimension(), (i, j) -> i > j ? rounded.get(i, j) : rounded.get(j, i)));
  }

  /** A matrix given in these axes, in the original ones: {@code Q M Qᵀ}. */
  public SquareMatrix toOriginal(SquareMatrix inAxes) {
    return basis.times(inAxes).times(basis.transpose());
  }

  /** A matrix given in the original axes, in these: {@code Qᵀ M Q}. */
  public SquareMatrix fromOriginal(SquareMatrix original) {
    return basis.transpose().times(original).times(basis);
  }
}
