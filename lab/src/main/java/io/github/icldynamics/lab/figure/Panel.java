package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** One line chart laid out: its axes have ends, its curves are cut to them. */
record Panel(
    LineChart chart,
    ScaledAxis x,
    ScaledAxis y,
    List<Trace> traces,
    Ground ground,
    Typeface typeface) {
  private static final double TITLE_HEIGHT = 28;
  private static final double BARE_TOP = 14;
  private static final double AXIS_BELOW = 54;
  private static final double LABEL_BELOW = 13;
  private static final double LABEL_LEFT = 24;
  static final double RIGHT = 28;
  private static final double TICK_BASELINE = 17;
  private static final double TICK_LEFT = 7;

  private static final double MARGIN = 0.04;

  /** How much of the page a panel takes, its axes and title included. */
  record Size(double width, double height) {}

  /** The panel of a chart that will be painted at some height. */
  static Panel of(LineChart chart, double height, Typeface typeface) {
    double above =
        chart.bands().isEmpty() ? MARGIN : marginUnderBands(height - heightAround(chart));
    return of(chart, above, new Ground.Ruled(), typeface);
  }

  /** The panel of a chart without bands on the colours of class probabilities. */
  static Panel shaded(LineChart chart, ProbabilityField field, Typeface typeface) {
    return of(chart, MARGIN, new Ground.Shaded(field), typeface);
  }

  /** The panel of a chart without bands on coloured cells. */
  static Panel coloured(LineChart chart, CellField field, Typeface typeface) {
    return of(chart, MARGIN, new Ground.Coloured(field), typeface);
  }

  private static Panel of(LineChart chart, double above, Ground ground, Typeface typeface) {
    // A curve may run along an edge, but a mark would be cut there.
    double beside = hasMarks(chart) ? MARGIN : 0;
    var abscissae = values(chart, Point::x, ReferenceLine.Direction.VERTICAL);
    var ordinates = values(chart, Point::y, ReferenceLine.Direction.HORIZONTAL);
    var x = ScaledAxis.of(chart.x(), abscissae, beside, beside);
    var y = ScaledAxis.of(chart.y(), ordinates, MARGIN, above);
    var traces = chart.curves().stream().map(curve -> Trace.of(curve, x, y)).toList();
    return new Panel(chart, x, y, traces, ground, typeface);
  }

  private static boolean hasMarks(LineChart chart) {
    return chart.curves().stream().anyMatch(curve -> curve.style().dash().isMarks());
  }

  private static double heightAround(LineChart chart) {
    return (chart.title().isEmpty() ? BARE_TOP : TITLE_HEIGHT) + AXIS_BELOW;
  }

  /** What must be left free above the curves, in heights of the curves, for labels of bands. */
  private static double marginUnderBands(double plotHeight) {
    double share = Math.min(0.5, BandLabels.HEIGHT / plotHeight);
    return (1 + MARGIN) * share / (1 - share);
  }

  /** All numbers of a chart along one axis, which lines in a direction cross. */
  private static DoubleStream values(
      LineChart chart, ToDoubleFunction<Point> coordinate, ReferenceLine.Direction direction) {
    return DoubleStream.concat(
        chart.curves().stream().flatMap(curve -> curve.points().stream()).mapToDouble(coordinate),
        chart.referenceLines().stream()
            .filter(line -> line.direction() == direction)
            .mapToDouble(ReferenceLine::value));
  }

  /** The room the y axis needs to the left of the plot. */
  double axisWidth() {
    double labels = typeface.widest(y.ticks().stream().map(AxisTick::label));
    return labels + (y.label().isEmpty() ? 16 : 38);
  }

  /** How much of the page the panel takes if its plot has a width and a height. */
  Size size(double axisWidth, double plotWidth, double plotHeight) {
    return new Size(axisWidth + plotWidth + RIGHT, heightAround(chart) + plotHeight);
  }

  /** Paints the panel onto a part of the page, the y axis as wide as told. */
  void paint(Graphics2D graphics, Rectangle2D page, double axisWidth) {
    var plot = plot(page, axisWidth);
    new PlotPainter(this).paint(graphics, page, plot);
    BandLabels.paint(graphics, this, plot);
    ReferenceLabels.paint(graphics, this, plot);
    paintTexts(graphics, page, plot);
  }

  /** Where its plot lies on a part of the page. */
  Rectangle2D plot(Rectangle2D page, double axisWidth) {
    double around = heightAround(chart);
    return new Rectangle2D.Double(
        page.getX() + axisWidth,
        page.getY() + around - AXIS_BELOW,
        page.getWidth() - axisWidth - RIGHT,
        page.getHeight() - around);
  }

  private void paintTexts(Graphics2D graphics, Rectangle2D page, Rectangle2D plot) {
    graphics.setPaint(Theme.INK);
    paintTickLabels(graphics, plot);
    double titleRoom = page.getMaxX() - plot.getX();
    typeface
        .title(chart.title())
        .within(titleRoom)
        .drawFrom(graphics, plot.getX(), plot.getY() - 10);
    typeface
        .label(x.label())
        .within(page.getWidth())
        .drawCentered(graphics, plot.getCenterX(), page.getMaxY() - LABEL_BELOW);
    typeface
        .label(y.label())
        .within(page.getHeight())
        .drawUpwards(graphics, page.getX() + LABEL_LEFT, plot.getCenterY());
  }

  private void paintTickLabels(Graphics2D graphics, Rectangle2D plot) {
    for (var tick : x.ticks()) {
      double place = plot.getX() + x.fractionOfPlace(tick.place()) * plot.getWidth();
      typeface.tick(tick.label()).drawCentered(graphics, place, plot.getMaxY() + TICK_BASELINE);
    }
    for (var tick : y.ticks()) {
      double place = plot.getMaxY() - y.fractionOfPlace(tick.place()) * plot.getHeight();
      var label = typeface.tick(tick.label());
      label.drawTo(graphics, plot.getX() - TICK_LEFT, place + label.capitalHeight() / 2);
    }
  }
}
