package io.github.icldynamics.lab.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OverlayTest {
  private static final ReferenceLine SHARED = ReferenceLine.horizontal(0.01, "ε");

  private static Map<String, Chart> run(double end, double ownLine) {
    var points = List.of(new Point(1, 1), new Point(end, 0.1));
    var curves =
        List.of(
            new Curve("A", points, CurveStyle.solid(0)),
            new Curve("B", points, CurveStyle.dashed(0)),
            new Curve("", points, CurveStyle.dotted(2)));
    var lines = List.of(SHARED, ReferenceLine.horizontal(ownLine, "ln K"));
    var x = Axis.log("t").within(1, end);
    return Map.of("error", new LineChart("K", x, Axis.log("L"), curves, List.of(), lines));
  }

  private static LineChart overlay() {
    var charts = Overlay.of(run(10, 2), run(1000, 3), List.of("one", "two"));
    return assertInstanceOf(LineChart.class, charts.get("error"));
  }

  @Test
  void theSlowerRunIsSeenToItsEnd() {
    assertEquals(new Extent.Fixed(1, 1000), overlay().x().extent());
  }

  @Test
  void everyCurveOfBothCanBeToldApart() {
    var curves = overlay().curves();
    assertEquals(6, new HashSet<>(curves.stream().map(Curve::style).toList()).size());
    assertEquals(
        List.of("one: A", "one: B", "", "two: A", "two: B", ""),
        curves.stream().map(Curve::label).toList().subList(0, 6));
  }

  @Test
  void whatIsTrueOfOneRunAloneIsLeftOut() {
    assertEquals("", overlay().title());
    assertEquals(List.of(SHARED), overlay().referenceLines());
  }
}
