package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MatrixPanel;
import io.github.icldynamics.chart.NumberText;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixMapTest {
  /** The ends, the middle and a quarter of the scale. */
  private static final String RED = "rgb(178,24,43)";

  private static final String BLUE = "rgb(33,102,172)";
  private static final String PALE = "rgb(247,247,247)";
  private static final String HALF_BLUE = "rgb(146,197,222)";

  private static final List<List<Double>> ENTRIES = List.of(List.of(2.0, 0.0), List.of(0.0, -1.0));

  private static MatrixMap map(MatrixPanel... panels) {
    return new MatrixMap("", "row", "column", List.of(panels));
  }

  private static MatrixPanel panel(List<List<Double>> entries, String scale) {
    return new MatrixPanel("matrix", entries, scale);
  }

  private static long count(String text, String part) {
    return Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
  }

  @Test
  void coloursAreSymmetricAboutZero() {
    var svg = Picture.svg(map(panel(ENTRIES, "weight")));
    assertEquals(1, count(svg, RED));
    assertEquals(2, count(svg, PALE));
    assertEquals(1, count(svg, HALF_BLUE));
    assertEquals(0, count(svg, BLUE));
  }

  @Test
  void neighboursOfOneScaleShareItsColoursAndItsBar() {
    var half = List.of(List.of(-1.0, -1.0), List.of(-1.0, -1.0));
    var svg = Picture.svg(map(panel(ENTRIES, "weight"), panel(half, "weight")));
    assertEquals(1, count(svg, RED));
    assertEquals(5, count(svg, HALF_BLUE));
    assertEquals(1, count(svg, ">weight<"));
  }

  @Test
  void aPanelOfAScaleOfItsOwnHasItsOwnColoursAndBar() {
    var small = List.of(List.of(1e-5, 0.0), List.of(0.0, -1e-5));
    var svg = Picture.svg(map(panel(ENTRIES, "weight"), panel(small, "difference")));
    assertEquals(2, count(svg, RED));
    assertEquals(1, count(svg, BLUE));
    assertEquals(1, count(svg, ">weight<"));
    assertEquals(1, count(svg, ">difference<"));
  }

  @Test
  void aMatrixOfZerosIsPale() {
    var svg = Picture.svg(map(panel(Collections.nCopies(3, List.of(0.0, 0.0, 0.0)), "weight")));
    assertEquals(9, count(svg, PALE));
  }

  @Test
  void numbersArePrintedInMatricesOfUpToSixRows() {
    for (int panels = 1; panels <= 4; panels++) {
      assertTrue(Picture.svg(constant(6, panels)).contains(">\u22120.123<"));
      assertFalse(Picture.svg(constant(7, panels)).contains(">\u22120.123<"));
    }
  }

  private static MatrixMap constant(int order, int panels) {
    var entries = SampleMaps.entries(order, (i, j) -> -0.12345);
    return new MatrixMap(
        "", "row", "column", Collections.nCopies(panels, panel(entries, "weight")));
  }

  /** White on the darkest red, dark on nearly white. */
  @Test
  void theInkContrastsWithTheCell() {
    var svg = Picture.svg(map(panel(List.of(List.of(3.5, 0.0), List.of(0.0, 0.25)), "weight")));
    assertTrue(Pattern.compile("<text fill=\"white\"[^>]*>3.5<").matcher(svg).find());
    assertFalse(Pattern.compile("<text fill=\"white\"[^>]*>0.25<").matcher(svg).find());
  }

  @Test
  void rowsAndColumnsAreCountedFromOne() {
    var svg = Picture.svg(constant(12, 1));
    assertEquals(2, count(svg, ">1<"));
    assertEquals(2, count(svg, ">12<"));
    assertEquals(0, count(svg, ">0<") + count(svg, ">13<"));
    assertTrue(svg.contains(">row<") && svg.contains(">column<"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.123456, 0.123",
    "-1.5, −1.5",
    "0.001234, 0.00123",
    "0.0001234, 1.23·10⁻⁴",
    "1234.5, 1230",
    "123456789, 1.23·10⁸",
    "-0.0, 0"
  })
  void entriesHaveThreeSignificantDigits(double value, String text) {
    assertEquals(text, NumberText.ofEntry(value));
  }

  @Test
  void shapesAreChecked() {
    var square = panel(ENTRIES, "weight");
    var larger = panel(SampleMaps.entries(3, (i, j) -> 1.0), "weight");
    refused(List.of());
    refused(List.of(List.of(1.0, 2.0)));
    refused(List.of(List.of(1.0, 2.0), List.of(1.0)));
    refused(List.of(List.of(Double.NaN)));
    refused(List.of(List.of(Double.NEGATIVE_INFINITY)));
    assertThrows(IllegalArgumentException.class, () -> map());
    assertThrows(IllegalArgumentException.class, () -> map(square, larger));
    assertThrows(IllegalArgumentException.class, () -> map(square, square, square, square, square));
  }

  private static void refused(List<List<Double>> entries) {
    assertThrows(IllegalArgumentException.class, () -> panel(entries, "weight"));
  }
}
