package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be seen of a curve, in fractions of the axes: lines whose ends lie just outside the plot
 * at most, however far away the points of the curve are.
 */
record Trace(List<List<Point>> lines, CurveStyle style) {
  /** Points closer than this on both axes, a fifth of a pixel, are not told apart. */
  private static final double RESOLUTION = 2e-4;

  /** How far lines go on outside the plot, so that their ends do not show inside. */
  private static final double OVERHANG = 0.02;

  static Trace of(Curve curve, ScaledAxis x, ScaledAxis y) {
    if (curve.style().dash().isMarks()) {
      return new Trace(marks(curve, x, y), curve.style());
    }
    var lines = new ArrayList<List<Point>>();
    for (var run : runs(curve, x, y)) {
      lines.addAll(visible(thinned(run)));
    }
    return new Trace(lines, curve.style());
  }

  /** The points inside the plot, each by itself. */
  private static List<List<Point>> marks(Curve curve, ScaledAxis x, ScaledAxis y) {
    return curve.points().stream()
        .map(point -> new Point(x.fraction(point.x()), y.fraction(point.y())))
        .filter(place -> inside(place.x()) && inside(place.y()))
        .map(List::of)
        .toList();
  }

  private static boolean inside(double fraction) {
    return fraction >= 0 && fraction <= 1;
  }

  /** The longest stretches of points that have a place on both axes. */
  private static List<List<Point>> runs(Curve curve, ScaledAxis x, ScaledAxis y) {
    var runs = new ArrayList<List<Point>>();
    var run = new ArrayList<Point>();
    for (var point : curve.points()) {
      var place = new Point(x.fraction(point.x()), y.fraction(point.y()));
      if (Double.isNaN(place.x()) || Double.isNaN(place.y())) {
        runs.add(run);
        run = new ArrayList<>();
      } else {
        run.add(place);
      }
    }
    runs.add(run);
    return runs;
  }

  private static List<Point> thinned(List<Point> run) {
    var kept = new ArrayList<Point>();
    for (int i = 0; i < run.size(); i++) {
      var point = run.get(i);
      if (kept.isEmpty() || i == run.size() - 1 || !near(kept.getLast(), point)) {
        kept.add(point);
      }
    }
    return kept;
  }

  private static boolean near(Point a, Point b) {
    return Math.abs(a.x() - b.x()) < RESOLUTION && Math.abs(a.y() - b.y()) < RESOLUTION;
  }

  private static List<List<Point>> visible(List<Point> run) {
    var lines = new ArrayList<List<Point>>();
    // A point with no neighbour becomes a line of no length, which round ends make a dot.
    int segments = run.size() == 1 ? 1 : run.size() - 1;
    for (int i = 0; i < segments; i++) {
      new Segment(run.get(i), run.get(Math.min(i + 1, run.size() - 1)))
          .within(-OVERHANG, 1 + OVERHANG)
          .ifPresent(segment -> append(lines, segment));
    }
    return lines;
  }

  private static void append(List<List<Point>> lines, Segment segment) {
    if (lines.isEmpty() || !lines.getLast().getLast().equals(segment.from())) {
      lines.add(new ArrayList<>(List.of(segment.from())));
    }
    lines.getLast().add(segment.to());
  }
}
