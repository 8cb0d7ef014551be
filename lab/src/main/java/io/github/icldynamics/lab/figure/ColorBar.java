package io.github.icldynamics.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The colours of a scale with their numbers and what they mean. */
final class ColorBar {
  private static final double LEAST_WIDTH = 104;
  private static final double GAP = 20;
  private static final double THICKNESS = 14;
  private static final double TICK = 7;

  /** From the numbers to the edge of the page: the caption between two gaps. */
  private static final double CAPTION = 42;

  private static final int STEPS = 100;

  private ColorBar() {}

  /** The room it takes, from the matrices to the edge of the page or the matrices after it. */
  static double width(ColorScale scale) {
    double numbers = Text.widest(ticks(scale).stream().map(AxisTick::label));
    return Math.max(LEAST_WIDTH, GAP + THICKNESS + TICK + numbers + CAPTION);
  }

  private static List<AxisTick> ticks(ColorScale scale) {
    return LinearTicks.between(scale.low(), scale.high());
  }

  static void paint(Graphics2D graphics, String caption, ColorScale scale, Rectangle2D room) {
    var bar = new Rectangle2D.Double(room.getX() + GAP, room.getY(), THICKNESS, room.getHeight());
    paintColors(graphics, scale, bar);
    graphics.setPaint(Theme.INK);
    graphics.setStroke(Theme.HAIRLINE);
    for (var tick : ticks(scale)) {
      double share = (tick.place() - scale.low()) / (scale.high() - scale.low());
      paintTick(graphics, tick.label(), bar, bar.getMaxY() - share * bar.getHeight());
    }
    new Text(caption, Theme.LABEL).drawUpwards(graphics, room.getMaxX() - 16, room.getCenterY());
  }

  /** Each colour reaches down to the foot, over the one before, so that no seam shows. */
  private static void paintColors(Graphics2D graphics, ColorScale scale, Rectangle2D bar) {
    for (int i = STEPS; i >= 1; i--) {
      double height = bar.getHeight() * i / STEPS;
      double share = (i - 0.5) / STEPS;
      graphics.setPaint(scale.color(scale.low() + share * (scale.high() - scale.low())));
      graphics.fill(
          new Rectangle2D.Double(bar.getX(), bar.getMaxY() - height, bar.getWidth(), height));
    }
  }

  private static void paintTick(Graphics2D graphics, String label, Rectangle2D bar, double y) {
    var text = new Text(label, Theme.TICK);
    graphics.draw(new Line2D.Double(bar.getMaxX(), y, bar.getMaxX() + 4, y));
    text.drawFrom(graphics, bar.getMaxX() + TICK, y + text.capitalHeight() / 2);
  }
}
