package io.github.icldynamics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** All numbers are small integers: nothing rounds. */
class SquareMatrixTest {
  private static final SquareMatrix A = SquareMatrix.of(new double[][] {{1, 2}, {3, 4}});
  private static final SquareMatrix B = SquareMatrix.of(new double[][] {{0, -1}, {5, 2}});

  @Test
  void productsAreThoseOfMatrices() {
    assertEquals(Vector.of(-1, -1), A.times(Vector.of(1, -1)));
    assertEquals(SquareMatrix.of(new double[][] {{10, 3}, {20, 5}}), A.times(B));
    assertEquals(A, A.times(SquareMatrix.identity(2)));
    assertEquals(A, SquareMatrix.identity(2).times(A));
  }

  @Test
  void transposeExchangesRowsAndColumns() {
    assertEquals(SquareMatrix.of(new double[][] {{1, 3}, {2, 4}}), A.transpose());
    assertEquals(A.times(B).transpose(), B.transpose().times(A.transpose()));
  }

  @Test
  void combinationsAreTakenEntryByEntry() {
    assertEquals(SquareMatrix.of(new double[][] {{2, 7}, {-9, 2}}), A.combined(2, -3, B));
  }

  @Test
  void normsAreThoseOfTheEntries() {
    assertEquals(5, B.maximumNorm());
    assertEquals(30, B.squaredNorm());
    assertEquals(3, SquareMatrix.diagonal(-3, 2).maximumNorm());
  }

  @Test
  void diagonalHasNothingBesideIt() {
    assertEquals(SquareMatrix.of(new double[][] {{7, 0}, {0, -1}}), SquareMatrix.diagonal(7, -1));
  }

  @Test
  void equalByContentAndNotChangedFromOutside() {
    double[][] rows = {{1, 2}, {3, 4}};
    var matrix = SquareMatrix.of(rows);
    rows[0][0] = 9;
    matrix.toArray()[1][1] = 9;
    assertEquals(A, matrix);
    assertEquals(A.hashCode(), matrix.hashCode());
    assertNotEquals(B, matrix);
    assertEquals("[[1.0, 2.0], [3.0, 4.0]]", matrix.toString());
  }

  @Test
  void otherShapesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> SquareMatrix.of(new double[0][0]));
    double[][] ragged = {{1, 2}, {3}};
    var refusal = assertThrows(IllegalArgumentException.class, () -> SquareMatrix.of(ragged));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.contains("must be square, but row 1 has 1 entries"), message);
  }
}
