package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ProbabilityMap;
import io.github.icldynamics.chart.ProbabilityPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Lays out a probability map as panels of curves, its marks and boundaries, on shaded ground. */
final class ProbabilityLayout {
  private static final Point GAP = new Point(Double.NaN, Double.NaN);

  /** The colour of the palette after those of the classes. */
  private static final int BLACK = 6;

  private final ProbabilityMap figure;
  private final Sheet sheet;
  private final Extent.Fixed x;
  private final Extent.Fixed y;

  private ProbabilityLayout(ProbabilityMap figure, Sheet sheet) {
    this.figure = figure;
    this.sheet = sheet;
    this.x = (Extent.Fixed) figure.x().extent();
    this.y = (Extent.Fixed) figure.y().extent();
  }

  static PanelsDrawing of(ProbabilityMap figure, Sheet sheet) {
    var layout = new ProbabilityLayout(figure, sheet);
    int columns = sheet.columns(figure.arrangement(), figure.panels().size());
    var panels = figure.panels().stream().map(layout::panel).toList();
    return PanelsDrawing.of(figure.title(), panels, columns, layout.size(panels, columns));
  }

  /** The size at which a unit is as long on one axis as on the other. */
  private Panel.Size size(List<Panel> panels, int columns) {
    double width = x.high() - x.low();
    double height = y.high() - y.low();
    double unit =
        sheet.mapSide(columns, Math.ceilDiv(panels.size(), columns)) / Math.max(width, height);
    double axisWidth = PanelsDrawing.axisWidth(panels);
    return panels.getFirst().size(axisWidth, unit * width, unit * height);
  }

  private Panel panel(ProbabilityPanel panel) {
    var curves = new ArrayList<Curve>();
    for (int k = 0; k < panel.classes(); k++) {
      curves.add(
          new Curve(figure.classes().get(k), panel.marks().get(k), CurveStyle.outlinedMarks(k)));
    }
    curves.add(boundary(panel));
    var chart = new LineChart(panel.title(), figure.x(), figure.y(), curves, List.of(), List.of());
    return Panel.shaded(chart, ProbabilityField.of(panel), sheet.typeface());
  }

  private Curve boundary(ProbabilityPanel panel) {
    var points =
        DecisionBoundary.of(panel, x, y).stream()
            .flatMap(segment -> Stream.of(segment.from(), segment.to(), GAP))
            .toList();
    return new Curve("decision boundary", points, CurveStyle.solid(BLACK));
  }
}
