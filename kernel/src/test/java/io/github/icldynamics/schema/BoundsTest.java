package io.github.icldynamics.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
  /** From here on, doubles are two apart. */
  private static final long DENSE = 1L << 53;

  @ParameterizedTest
  @ValueSource(
      longs = {Long.MIN_VALUE, -DENSE - 1, -DENSE, -1, 0, 1, DENSE, DENSE + 1, Long.MAX_VALUE})
  void wholeNumbersAreComparedExactly(long value) {
    for (double bound :
        new double[] {-0x1p63, -DENSE, -0.5, -0.0, 0.5, 1, DENSE, DENSE + 2, 0x1p63, 1e300}) {
      int order = BigDecimal.valueOf(value).compareTo(new BigDecimal(bound));
      double infinity = Double.POSITIVE_INFINITY;
      assertEquals(order >= 0, allows(Bounds.halfOpen(bound, infinity), value));
      assertEquals(order > 0, allows(Bounds.open(bound, infinity), value));
      assertEquals(order <= 0, allows(Bounds.closed(-infinity, bound), value));
      assertEquals(order < 0, allows(Bounds.halfOpen(-infinity, bound), value));
    }
  }

  private static boolean allows(Bounds bounds, long value) {
    try {
      return bounds.require("count", value) == value;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  @Test
  void anEndIsAllowedOrNot() {
    assertEquals(1, Bounds.closed(0, 1).require("share", 1.0));
    var refused =
        assertThrows(InvalidInputException.class, () -> Bounds.open(0, 1).require("share", 1.0));
    assertEquals("share must lie in (0, 1), not 1.0", refused.getMessage());
  }
}
