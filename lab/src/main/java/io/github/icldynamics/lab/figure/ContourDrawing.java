package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.ContourMap;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Scale;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoublePredicate;
import org.hipparchus.util.FastMath;

/** A map of coloured cells with contours, and the bar of its colours beside it. */
record ContourDrawing(PanelsDrawing map, ColorBar bar) implements Drawing {
  static ContourDrawing of(ContourMap figure, Sheet sheet) {
    var colors = colors(figure);
    var field =
        CellField.of(
            figure.columns(),
            figure.x().scale(),
            figure.rows(),
            figure.y().scale(),
            figure.cells(),
            colors);
    var chart =
        new LineChart(
            figure.title(),
            fromEdgeToEdge(figure.x(), field.columns()),
            fromEdgeToEdge(figure.y(), field.rows()),
            List.of(),
            List.of(),
            List.of());
    var bar = new ColorBar(figure.quantity(), colors, sheet.typeface());
    var whole = sheet.single();
    var size = new Panel.Size(whole.width() - bar.width() + Panel.RIGHT, whole.height());
    var panel = Panel.coloured(chart, field, sheet.typeface());
    return new ContourDrawing(PanelsDrawing.of("", List.of(panel), 1, size), bar);
  }

  private static ColorScale colors(ContourMap figure) {
    var places =
        figure.cells().stream()
            .flatMap(List::stream)
            .mapToDouble(figure.scale()::even)
            .filter(finite())
            .summaryStatistics();
    double margin = places.getMax() > places.getMin() ? 0 : 0.5;
    return ColorScale.sequential(
        places.getMin() - margin, places.getMax() + margin, figure.scale());
  }

  private static DoublePredicate finite() {
    return Double::isFinite;
  }

  private static Axis fromEdgeToEdge(Axis axis, List<Double> places) {
    var edges = CellField.edges(places);
    return axis.extent() instanceof Extent.Fixed
        ? axis
        : axis.within(value(edges.getFirst(), axis.scale()), value(edges.getLast(), axis.scale()));
  }

  private static double value(double place, Scale scale) {
    return scale == Scale.LOG ? FastMath.pow(10, place) : place;
  }

  @Override
  public Dimension size() {
    var inner = map.size();
    double width = inner.width - Panel.RIGHT + bar.width();
    return new Dimension((int) Math.ceil(width), inner.height);
  }

  @Override
  public void paint(Graphics2D graphics) {
    map.paint(graphics);
    var plot = map.plot(0);
    bar.paint(
        graphics,
        new Rectangle2D.Double(plot.getMaxX(), plot.getY(), bar.width(), plot.getHeight()));
  }
}
