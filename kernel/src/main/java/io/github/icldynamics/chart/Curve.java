package io.github.icldynamics.chart;

import java.util.List;

/**
 * A line through points, in the order given.
 *
 * @param label its entry in the legend; an empty one keeps the curve out of the legend
 */
public record Curve(String label, List<Point> points, CurveStyle style) {
  public Curve {
    points = List.copyOf(points);
  }
}
