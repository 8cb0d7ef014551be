package io.github.icldynamics.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;

class LocalExponentsTest {
  private static final List<Double> SIZES = List.of(10.0, 100.0, 1000.0);

  private static Exhibit beside(LocalExponents local, List<Double> values) {
    var axis = Exhibit.Axis.log("features K");
    var picture =
        Picture.of("Times", axis, Exhibit.Axis.log("T")).points("measured", SIZES, values);
    return local.beside(picture.law("as stated", SIZES, x -> 1).exhibit()).orElseThrow();
  }

  /** Exact but for rounding for a power, between each size and the next. */
  @Test
  void ofAPowerItIsItsExponent() {
    var values = SIZES.stream().map(x -> 3 * FastMath.pow(x, 1.5)).toList();
    var exhibit = beside(LocalExponents.ofTimes(0, 1.5), values);
    var measured = exhibit.series().getFirst();
    assertEquals(2, measured.x().size());
    assertEquals(FastMath.sqrt(1000), measured.x().get(0), 1e-12);
    assertEquals(1.5, measured.y().get(0), 1e-13);
    assertEquals(1.5, measured.y().get(1), 1e-13);
    assertEquals("d ln T/d ln K", exhibit.y().label());
  }

  /** T = x² (1 + 10/x) shown as T/x²: 2 less what the correction takes. */
  @Test
  void whatWasDividedOutIsPutBack() {
    var values = SIZES.stream().map(x -> 1 + 10 / x).toList();
    var measured = beside(LocalExponents.ofTimes(2, 2.0), values).series().getFirst();
    assertEquals(2 + FastMath.log10(1.1 / 2), measured.y().get(0), 1e-13);
    assertEquals(2 + FastMath.log10(1.01 / 1.1), measured.y().get(1), 1e-13);
  }

  /** Laws are not measured; what the exponent tends to is drawn from end to end. */
  @Test
  void itSaysWhatItTendsTo() {
    var exhibit = beside(LocalExponents.ofTimes(0, 0.0, 0.5), SIZES);
    var labels = exhibit.series().stream().map(Exhibit.Series::label).toList();
    assertEquals(List.of("measured", "tends to 0", "tends to 0.5"), labels);
    var limit = exhibit.series().getLast();
    assertEquals(List.of(FastMath.sqrt(1000), FastMath.sqrt(1e5)), limit.x().toList());
    assertTrue(limit.y().toList().stream().allMatch(y -> y == 0.5));
  }
}
