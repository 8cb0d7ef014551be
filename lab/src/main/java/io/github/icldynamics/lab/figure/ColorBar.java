package io.github.icldynamics.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The colours from 0 to 1 with their numbers and what they mean. */
final class ColorBar {
  /** The room it takes, from the matrices to the edge of the page. */
  static final double WIDTH = 104;

  private static final double GAP = 20;
  private static final double THICKNESS = 14;
  private static final int STEPS = 100;

  private ColorBar() {}

  static void paint(Graphics2D graphics, String caption, Rectangle2D room) {
    var bar = new Rectangle2D.Double(room.getX() + GAP, room.getY(), THICKNESS, room.getHeight());
    paintColors(graphics, bar);
    graphics.setPaint(Theme.INK);
    graphics.setStroke(Theme.HAIRLINE);
    for (var tick : LinearTicks.between(0, 1)) {
      paintTick(graphics, tick, bar);
    }
    new Text(caption, Theme.LABEL).drawUpwards(graphics, room.getMaxX() - 16, room.getCenterY());
  }

  /** Each colour reaches down to the foot, over the one before, so that no seam shows. */
  private static void paintColors(Graphics2D graphics, Rectangle2D bar) {
    for (int i = STEPS; i >= 1; i--) {
      double height = bar.getHeight() * i / STEPS;
      graphics.setPaint(Viridis.color((i - 0.5) / STEPS));
      graphics.fill(
          new Rectangle2D.Double(bar.getX(), bar.getMaxY() - height, bar.getWidth(), height));
    }
  }

  private static void paintTick(Graphics2D graphics, AxisTick tick, Rectangle2D bar) {
    double y = bar.getMaxY() - tick.place() * bar.getHeight();
    graphics.draw(new Line2D.Double(bar.getMaxX(), y, bar.getMaxX() + 4, y));
    var text = new Text(tick.label(), Theme.TICK);
    text.drawFrom(graphics, bar.getMaxX() + 7, y + text.capitalHeight() / 2);
  }
}
