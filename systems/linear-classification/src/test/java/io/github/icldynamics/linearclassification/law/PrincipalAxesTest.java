package io.github.icldynamics.linearclassification.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.linearclassification.objective.Mixtures;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {
  /** Roundings of entries of size 5. */
  private static final double ROUNDING = 1e-13;

  @Test
  void diagonalMatricesKeepTheirAxes() {
    var axes = PrincipalAxes.of(SymmetricMatrix.of(new double[][] {{1, 0}, {0, 3}}));
    assertEquals(Vector.of(1, 3), axes.variances());
    assertEquals(SquareMatrix.identity(2), axes.basis());
  }

  @Test
  void axesGiveTheMatrixBack() {
    for (long seed = 1; seed <= 20; seed++) {
      int dimension = 1 + (int) (seed % 5);
      var matrix = Mixtures.randomCovariance(new Random(seed), dimension);
      var axes = PrincipalAxes.of(matrix);
      var diagonal = SquareMatrix.diagonal(axes.variances().toArray());
      var original = SquareMatrix.of(matrix.toArray());
      assertSame(original, axes.toOriginal(diagonal), seed);
      assertSame(diagonal, axes.fromOriginal(original), seed);
      var square = axes.basis().transpose().times(axes.basis());
      assertSame(SquareMatrix.identity(dimension), square, seed);
    }
  }

  private static void assertSame(SquareMatrix expected, SquareMatrix actual, long seed) {
    assertEquals(0, actual.combined(1, -1, expected).maximumNorm(), ROUNDING, "seed " + seed);
  }
}
