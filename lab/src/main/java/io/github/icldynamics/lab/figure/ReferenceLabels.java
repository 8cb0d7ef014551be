package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The labels of reference lines: each at the end of its line where it hides least. */
final class ReferenceLabels {
  private static final double GAP = 5;
  private static final int STEPS = 12;

  /** Weighs a label or line in the way against the pieces of curve that cross. */
  private static final int OBSTACLE = 1000;

  private final Panel panel;
  private final Rectangle2D plot;
  private final List<Rectangle2D> taken = new ArrayList<>();

  private ReferenceLabels(Panel panel, Rectangle2D plot) {
    this.panel = panel;
    this.plot = plot;
  }

  static void paint(Graphics2D graphics, Panel panel, Rectangle2D plot) {
    graphics.setPaint(Theme.NOTE_INK);
    var labels = new ReferenceLabels(panel, plot);
    for (var line : panel.chart().referenceLines()) {
      labels.paint(graphics, line);
    }
  }

  private void paint(Graphics2D graphics, ReferenceLine line) {
    var text = panel.typeface().note(line.label());
    var place = best(places(line, text).filter(plot::contains).toList());
    place.ifPresent(
        box -> {
          taken.add(box);
          text.drawFrom(graphics, box.getX(), box.getMaxY());
        });
  }

  private Optional<Rectangle2D> best(List<Rectangle2D> places) {
    Optional<Rectangle2D> best = Optional.empty();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < places.size() && least > 0; i++) {
      long hidden = hidden(places.get(i));
      if (hidden < least) {
        least = hidden;
        best = Optional.of(places.get(i));
      }
    }
    return best;
  }

  /** The boxes of capital height in which a label may stand, the best first. */
  private Stream<Rectangle2D> places(ReferenceLine line, Text text) {
    return IntStream.rangeClosed(0, STEPS)
        .mapToObj(step -> (double) step / STEPS)
        .flatMap(
            way ->
                switch (line.direction()) {
                  case HORIZONTAL -> beside(pageY(line.value()), way, text);
                  case VERTICAL -> above(pageX(line.value()), way, text);
                });
  }

  /** Over and under a horizontal line, on the way from its right end to its left one. */
  private Stream<Rectangle2D> beside(double y, double way, Text text) {
    double room = plot.getWidth() - 2 * GAP - text.width();
    double left = plot.getX() + GAP + (1 - way) * room;
    return Stream.of(box(left, y - GAP - text.capitalHeight(), text), box(left, y + GAP, text));
  }

  /** To the right and left of a vertical line, on the way from its foot to its top. */
  private Stream<Rectangle2D> above(double x, double way, Text text) {
    double free = panel.chart().bands().isEmpty() ? GAP : BandLabels.HEIGHT;
    double room = plot.getHeight() - GAP - free - text.capitalHeight();
    double top = plot.getY() + free + (1 - way) * room;
    return Stream.of(box(x + GAP, top, text), box(x - GAP - text.width(), top, text));
  }

  private static Rectangle2D box(double left, double top, Text text) {
    return new Rectangle2D.Double(left, top, text.width(), text.capitalHeight());
  }

  /** How much a label in a box would hide, or be hidden by. */
  private long hidden(Rectangle2D place) {
    var clear = new Rectangle2D.Double();
    clear.setRect(
        place.getX() - GAP + 1,
        place.getY() - GAP + 1,
        place.getWidth() + 2 * GAP - 2,
        place.getHeight() + 2 * GAP - 2);
    long labels = taken.stream().filter(clear::intersects).count();
    long lines =
        panel.chart().referenceLines().stream()
            .map(this::onPage)
            .filter(clear::intersectsLine)
            .count();
    return OBSTACLE * (labels + lines) + crossings(clear);
  }

  private long crossings(Rectangle2D place) {
    var fractions =
        new Rectangle2D.Double(
            (place.getX() - plot.getX()) / plot.getWidth(),
            (plot.getMaxY() - place.getMaxY()) / plot.getHeight(),
            place.getWidth() / plot.getWidth(),
            place.getHeight() / plot.getHeight());
    return panel.traces().stream()
        .flatMap(trace -> trace.lines().stream())
        .mapToLong(line -> crossings(line, fractions))
        .sum();
  }

  private static long crossings(List<Point> line, Rectangle2D place) {
    return IntStream.range(1, line.size())
        .filter(i -> crosses(line.get(i - 1), line.get(i), place))
        .count();
  }

  private static boolean crosses(Point from, Point to, Rectangle2D place) {
    return place.intersectsLine(from.x(), from.y(), to.x(), to.y());
  }

  private Line2D onPage(ReferenceLine line) {
    return switch (line.direction()) {
      case HORIZONTAL -> {
        double y = pageY(line.value());
        yield new Line2D.Double(plot.getX(), y, plot.getMaxX(), y);
      }
      case VERTICAL -> {
        double x = pageX(line.value());
        yield new Line2D.Double(x, plot.getY(), x, plot.getMaxY());
      }
    };
  }

  private double pageX(double value) {
    return plot.getX() + panel.x().fraction(value) * plot.getWidth();
  }

  private double pageY(double value) {
    return plot.getMaxY() - panel.y().fraction(value) * plot.getHeight();
  }
}
