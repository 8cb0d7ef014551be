package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Band;
import io.github.icldynamics.chart.Dash;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Paints axes, grid, bands, lines and curves of a panel by way of JFreeChart. */
final class PlotPainter {
  /** Black, thinly laid on, so that the grid shows through the bands. */
  private static final List<Color> BAND_SHADES =
      List.of(new Color(0, 0, 0, 18), new Color(0, 0, 0, 7));

  private static final Point GAP = new Point(Double.NaN, Double.NaN);

  private final Panel panel;

  PlotPainter(Panel panel) {
    this.panel = panel;
  }

  void paint(Graphics2D graphics, Rectangle2D page, Rectangle2D inner) {
    var plot = emptyPlot();
    var space = space(page, inner);
    plot.setFixedRangeAxisSpace(space);
    plot.setFixedDomainAxisSpace(space);
    addBands(plot);
    addReferenceLines(plot);
    switch (panel.ground()) {
      case Ground.Ruled() -> {
        // The grid is JFreeChart's.
      }
      case Ground.Shaded shaded -> shaded.paint(graphics, inner);
      case Ground.Coloured coloured -> coloured.paint(graphics, inner, panel.x(), panel.y());
    }
    plot.draw(graphics, page, null, null, null);
    paintAxisLines(graphics, inner);
  }

  /** JFreeChart would paint the grid over its own axis lines. */
  private static void paintAxisLines(Graphics2D graphics, Rectangle2D inner) {
    graphics.setPaint(Theme.AXIS);
    graphics.setStroke(Theme.AXIS_LINE);
    double foot = inner.getMaxY();
    graphics.draw(new Line2D.Double(inner.getX(), inner.getY(), inner.getX(), foot));
    graphics.draw(new Line2D.Double(inner.getX(), foot, inner.getMaxX(), foot));
  }

  private XYPlot emptyPlot() {
    var plot =
        new XYPlot(dataset(), new TickedAxis(panel.x()), new TickedAxis(panel.y()), renderer());
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    boolean ruled = panel.ground() instanceof Ground.Ruled;
    plot.setDomainGridlinesVisible(ruled);
    plot.setDomainGridlinePaint(Theme.GRID);
    plot.setDomainGridlineStroke(Theme.HAIRLINE);
    plot.setRangeGridlinesVisible(ruled);
    plot.setRangeGridlinePaint(Theme.GRID);
    plot.setRangeGridlineStroke(Theme.HAIRLINE);
    return plot;
  }

  private static AxisSpace space(Rectangle2D page, Rectangle2D inner) {
    var space = new AxisSpace();
    space.setLeft(inner.getX() - page.getX());
    space.setRight(page.getMaxX() - inner.getMaxX());
    space.setTop(inner.getY() - page.getY());
    space.setBottom(page.getMaxY() - inner.getMaxY());
    return space;
  }

  private DefaultXYDataset dataset() {
    var dataset = new DefaultXYDataset();
    for (int i = 0; i < panel.traces().size(); i++) {
      dataset.addSeries(i, series(panel.traces().get(i)));
    }
    return dataset;
  }

  /** The lines of a trace in one series: a point that is no number lifts the pen between them. */
  private static double[][] series(Trace trace) {
    var points =
        trace.lines().stream()
            .flatMap(line -> Stream.concat(line.stream(), Stream.of(GAP)))
            .toList();
    return new double[][] {
      points.stream().mapToDouble(Point::x).toArray(),
      points.stream().mapToDouble(Point::y).toArray()
    };
  }

  private XYLineAndShapeRenderer renderer() {
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    for (int i = 0; i < panel.traces().size(); i++) {
      var style = panel.traces().get(i).style();
      renderer.setSeriesPaint(i, Palette.color(style.color()));
      renderer.setSeriesStroke(i, Theme.stroke(style.dash()));
      renderer.setSeriesLinesVisible(i, !style.dash().isMarks());
      renderer.setSeriesShapesVisible(i, style.dash().isMarks());
      renderer.setSeriesShape(i, MarkShape.of(style.color()));
      if (style.dash() == Dash.OUTLINED_MARKS) {
        outline(renderer, i);
      }
    }
    return renderer;
  }

  private static void outline(XYLineAndShapeRenderer renderer, int series) {
    renderer.setUseOutlinePaint(true);
    renderer.setSeriesOutlinePaint(series, Theme.INK);
    renderer.setSeriesOutlineStroke(series, Theme.OUTLINE);
  }

  private void addBands(XYPlot plot) {
    var bands = panel.chart().bands();
    IntStream.range(0, bands.size())
        .mapToObj(i -> band(bands.get(i), BAND_SHADES.get(i % BAND_SHADES.size())))
        .forEach(marker -> plot.addDomainMarker(marker, Layer.BACKGROUND));
  }

  private Marker band(Band band, Color shade) {
    return withOpacityOfPaint(
        new IntervalMarker(panel.x().edge(band.from()), panel.x().edge(band.to()), shade));
  }

  private void addReferenceLines(XYPlot plot) {
    for (var line : panel.chart().referenceLines()) {
      switch (line.direction()) {
        case HORIZONTAL -> plot.addRangeMarker(line(panel.y(), line), Layer.BACKGROUND);
        case VERTICAL -> plot.addDomainMarker(line(panel.x(), line), Layer.BACKGROUND);
      }
    }
  }

  private static Marker line(ScaledAxis axis, ReferenceLine line) {
    double place = axis.fraction(line.value());
    return withOpacityOfPaint(new ValueMarker(place, Theme.NOTE_INK, Theme.REFERENCE));
  }

  private static Marker withOpacityOfPaint(Marker marker) {
    marker.setAlpha(1);
    return marker;
  }
}
