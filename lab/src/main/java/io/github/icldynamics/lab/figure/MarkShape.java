package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.CurveColor;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Marks that a colour-blind reader tells apart by their shape. */
final class MarkShape {
  private static final double RADIUS = 3.6;

  private MarkShape() {}

  /** The mark of a colour, around the origin: shapes repeat after six. */
  static Shape of(CurveColor color) {
    int index = color instanceof CurveColor.Categorical(int number) ? number : 0;
    return switch (Math.floorMod(index, 6)) {
      case 0 -> new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
      case 1 -> polygon(0, -1.25, 1.15, 0.9, -1.15, 0.9);
      case 2 -> new Rectangle2D.Double(-0.9 * RADIUS, -0.9 * RADIUS, 1.8 * RADIUS, 1.8 * RADIUS);
      case 3 -> polygon(0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0);
      case 4 -> polygon(0, 1.25, 1.15, -0.9, -1.15, -0.9);
      default -> cross(0.45, 1.25);
    };
  }

  private static Shape cross(double inner, double outer) {
    return polygon(
        -inner, -outer, inner, -outer, inner, -inner, outer, -inner, outer, inner, inner, inner,
        inner, outer, -inner, outer, -inner, inner, -outer, inner, -outer, -inner, -inner, -inner);
  }

  private static Shape polygon(double... corners) {
    var path = new Path2D.Double();
    path.moveTo(RADIUS * corners[0], RADIUS * corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(RADIUS * corners[i], RADIUS * corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
