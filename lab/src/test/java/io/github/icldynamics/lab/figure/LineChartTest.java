package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Band;
import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class LineChartTest {
  private static final List<Point> AWKWARD =
      List.of(
          new Point(0, 1),
          new Point(1, 1),
          new Point(2, 0),
          new Point(3, -1),
          new Point(4, Double.NaN),
          new Point(5, Double.POSITIVE_INFINITY),
          new Point(6, 1e300),
          new Point(7, 1e-300),
          new Point(Double.NEGATIVE_INFINITY, 1));

  private static LineChart chart(Axis x, Axis y, List<Point> points) {
    return new LineChart(
        "",
        x,
        y,
        List.of(new Curve("curve", points, CurveStyle.dashed(0))),
        List.of(
            new Band(-1, 0, "a"), new Band(0, 2, "b"), new Band(2, Double.POSITIVE_INFINITY, "")),
        List.of(ReferenceLine.horizontal(0, "zero"), ReferenceLine.vertical(-1, "minus one")));
  }

  private static void renders(Chart figure) {
    assertTrue(Picture.png(figure).length > 1000);
    assertTrue(Picture.svg(figure).contains("</svg"));
  }

  @Test
  void pointsWithoutAPlaceAreLeftOut() {
    renders(chart(Axis.log("x"), Axis.log("y"), AWKWARD));
    renders(chart(Axis.linear("x"), Axis.linear("y"), AWKWARD));
    renders(chart(Axis.log("x").within(1, 10), Axis.log("y").within(0.1, 10), AWKWARD));
  }

  /** Marks outside the axes are left out, those at an edge are not cut. */
  @Test
  void marksStandInsideThePlot() {
    var style = CurveStyle.marks(1);
    var points = List.of(new Point(1, 1), new Point(2, 5), new Point(3, 2));
    var chart =
        new LineChart(
            "",
            Axis.linear("x"),
            Axis.linear("y").within(0, 3),
            List.of(new Curve("marks", points, style)),
            List.of(),
            List.of());
    var panel = Panel.of(chart, 400, Typeface.SANS);
    var marks = panel.traces().getFirst().lines();
    assertEquals(2, marks.size());
    assertTrue(marks.stream().allMatch(mark -> mark.size() == 1));
    assertTrue(marks.getFirst().getFirst().x() > 0.02);
    assertTrue(marks.getLast().getFirst().x() < 0.98);
    renders(chart);
  }

  @Test
  void aCurveMayBeEmptyOrOnePoint() {
    renders(chart(Axis.log("x"), Axis.log("y"), List.of()));
    renders(chart(Axis.log("x"), Axis.log("y"), List.of(new Point(3, 3))));
    renders(chart(Axis.linear("x"), Axis.linear("y"), List.of(new Point(3, 0))));
    renders(new LineChart("", Axis.linear("x"), Axis.log("y"), List.of(), List.of(), List.of()));
  }

  @Test
  void aTinyBandIsNotLabelledAndANarrowOneIs() {
    var svg =
        Picture.svg(
            new LineChart(
                "",
                Axis.linear("x").within(0, 1000),
                Axis.linear("y"),
                List.of(),
                List.of(new Band(100, 101, "tiny"), new Band(500, 510, "narrow")),
                List.of()));
    assertTrue(svg.contains(">narrow<"));
    assertFalse(svg.contains(">tiny<"));
  }

  @Test
  void aCurveOutsideTheRangeIsCutOffAndComesBack() {
    var x = ScaledAxis.of(Axis.linear("x").within(0, 4), DoubleStream.of(), 0, 0);
    var y = ScaledAxis.of(Axis.linear("y").within(0, 1), DoubleStream.of(), 0, 0);
    var points =
        List.of(
            new Point(0, 0.5),
            new Point(1, 1e12),
            new Point(2, 1e12),
            new Point(3, 0.5),
            new Point(4, 0.5));
    var lines = Trace.of(new Curve("", points, CurveStyle.solid(0)), x, y).lines();
    assertEquals(2, lines.size());
    assertEquals(new Point(0, 0.5), lines.getFirst().getFirst());
    assertEquals(1.02, lines.getFirst().getLast().y(), 1e-9);
    assertEquals(3, lines.getLast().size());
  }

  @Test
  void rangesAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> Axis.log("x").within(0, 1));
    assertThrows(IllegalArgumentException.class, () -> Axis.linear("x").within(1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Band(2, 1, ""));
  }
}
