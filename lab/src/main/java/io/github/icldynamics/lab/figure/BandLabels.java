package io.github.icldynamics.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * The labels of the bands, inside the plot along its top: in the first row where a band is wide
 * enough, in a second one where it is not, back in the first one where the second is full, and
 * nowhere when both are.
 */
final class BandLabels {
  /** The height of both rows. */
  static final double HEIGHT = 42;

  private static final double LEAST_BAND = 1.5;
  private static final double GAP = 6;
  private static final double FIRST_BASELINE = 16;
  private static final double ROW = 17;

  private final Graphics2D graphics;
  private final Rectangle2D plot;
  private final double[] freeFrom;

  private BandLabels(Graphics2D graphics, Rectangle2D plot) {
    this.graphics = graphics;
    this.plot = plot;
    this.freeFrom = new double[] {plot.getX(), plot.getX()};
  }

  static void paint(Graphics2D graphics, Panel panel, Rectangle2D plot) {
    graphics.setPaint(Theme.NOTE_INK);
    var labels = new BandLabels(graphics, plot);
    var x = panel.x();
    for (var band : panel.chart().bands()) {
      double left = plot.getX() + x.edge(band.from()) * plot.getWidth();
      double right = plot.getX() + x.edge(band.to()) * plot.getWidth();
      labels.paint(panel.typeface().tick(band.label()), left, right);
    }
  }

  private void paint(Text label, double left, double right) {
    double start = (left + right - label.width()) / 2;
    double inside = Math.min(start, plot.getMaxX() - label.width());
    if (label.width() + GAP <= right - left) {
      paintInRow(label, start, 0);
    } else if (right - left >= LEAST_BAND) {
      if (inside >= freeFrom[1]) {
        paintInRow(label, inside, 1);
      } else if (inside >= freeFrom[0]) {
        paintInRow(label, inside, 0);
      }
    }
  }

  private void paintInRow(Text label, double start, int row) {
    label.drawFrom(graphics, start, plot.getY() + FIRST_BASELINE + row * ROW);
    freeFrom[row] = start + label.width() + GAP;
  }
}
