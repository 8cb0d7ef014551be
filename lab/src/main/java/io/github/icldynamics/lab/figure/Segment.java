package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Point;
import java.util.Optional;

/** A straight line between two points. */
record Segment(Point from, Point to) {
  /** The part of it inside a square, after Liang and Barsky; its own ends stay exact. */
  Optional<Segment> within(double low, double high) {
    var x = inside(from.x(), to.x(), low, high);
    var y = inside(from.y(), to.y(), low, high);
    double start = Math.max(x.start(), y.start());
    double end = Math.min(x.end(), y.end());
    return start <= end ? Optional.of(new Segment(at(start), at(end))) : Optional.empty();
  }

  private Point at(double share) {
    if (share == 0 || share == 1) {
      return share == 0 ? from : to;
    }
    return new Point(
        from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
  }

  /** Which part of the way from one coordinate to another lies between two bounds. */
  private static Part inside(double from, double to, double low, double high) {
    double way = to - from;
    if (way == 0) {
      return low <= from && from <= high ? Part.ALL : Part.NONE;
    }
    double toLow = (low - from) / way;
    double toHigh = (high - from) / way;
    return new Part(Math.max(0, Math.min(toLow, toHigh)), Math.min(1, Math.max(toLow, toHigh)));
  }

  private record Part(double start, double end) {
    static final Part ALL = new Part(0, 1);
    static final Part NONE = new Part(1, 0);
  }
}
