package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.ContourMap;
import io.github.icldynamics.chart.Scale;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContourMapTest {
  private static final List<Double> DECADES = List.of(1.0, 10.0, 100.0, 1000.0);

  /** The number x y over decades: its logarithm is a plane. */
  private static ContourMap product() {
    var cells = DECADES.stream().map(y -> DECADES.stream().map(x -> x * y).toList()).toList();
    return new ContourMap(
        "", Axis.log("x"), Axis.log("y"), DECADES, DECADES, cells, "product", Scale.LOG);
  }

  private static CellField field(ContourMap map) {
    return CellField.of(
        map.columns(),
        Scale.LOG,
        map.rows(),
        Scale.LOG,
        map.cells(),
        ColorScale.sequential(0, 6, Scale.LOG));
  }

  @Test
  void contoursOfAPlaneAreItsLines() {
    var contour = field(product()).contour(2.5);
    assertFalse(contour.isEmpty());
    for (var segment : contour) {
      // Linear interpolation is exact on a plane, up to rounding.
      assertEquals(2.5, segment.from().x() + segment.from().y(), 1e-12);
      assertEquals(2.5, segment.to().x() + segment.to().y(), 1e-12);
    }
  }

  @Test
  void aCellReachesHalfWayToTheNext() {
    var field = field(product());
    assertEquals(field.color(0, 0), field.color(0.49, -0.5));
    assertFalse(field.color(0, 0).equals(field.color(0.51, 0)));
    assertEquals(List.of(-0.5, 0.5, 1.5, 2.5, 3.5), CellField.edges(field.columns()));
  }

  @Test
  void aMissingCellIsGreyAndHasNoContour() {
    var missing = List.of(List.of(1.0, Double.NaN), List.of(10.0, 100.0));
    var places = List.of(1.0, 10.0);
    var map =
        new ContourMap(
            "", Axis.log("x"), Axis.log("y"), places, places, missing, "number", Scale.LOG);
    assertEquals(Theme.MISSING, field(map).color(1, 0));
    assertTrue(field(map).contour(0.5).stream().allMatch(line -> line.from().x() <= 1));
    assertTrue(Picture.svg(map).contains("number"));
  }

  @Test
  void itsNumbersAreWritten() {
    String svg = Picture.svg(product());
    for (String text : List.of(">x<", ">y<", ">product<", ">6<")) {
      assertTrue(svg.contains(text), text);
    }
    assertEquals(svg, Picture.svg(product()));
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    var two = List.of(1.0, 2.0);
    var descending = List.of(2.0, 1.0);
    var cells = List.of(two, two);
    var axis = Axis.linear("x");
    assertThrows(
        IllegalArgumentException.class,
        () -> new ContourMap("", axis, axis, descending, two, cells, "q", Scale.LINEAR));
    assertThrows(
        IllegalArgumentException.class,
        () -> new ContourMap("", axis, axis, two, two, List.of(two), "q", Scale.LINEAR));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ContourMap(
                "",
                axis,
                axis,
                two,
                two,
                List.of(List.of(0.0, 0.0), List.of(0.0, -1.0)),
                "q",
                Scale.LOG));
  }
}
