package io.github.icldynamics.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The colours of a scale with their numbers and what they mean. */
record ColorBar(String caption, ColorScale scale, Typeface typeface) {
  private static final double LEAST_WIDTH = 104;
  private static final double GAP = 20;
  private static final double THICKNESS = 14;
  private static final double TICK = 7;

  /** From the numbers to the edge of the page: the caption between two gaps. */
  private static final double CAPTION = 42;

  /** How much longer than the bar its caption may be. */
  private static final double OVER = 60;

  private static final int STEPS = 100;

  /** The room it takes, from the matrices to the edge of the page or the matrices after it. */
  double width() {
    double numbers = typeface.widest(ticks().stream().map(AxisTick::label));
    return Math.max(LEAST_WIDTH, GAP + THICKNESS + TICK + numbers + CAPTION);
  }

  private List<AxisTick> ticks() {
    return scale.ticks();
  }

  void paint(Graphics2D graphics, Rectangle2D room) {
    var bar = new Rectangle2D.Double(room.getX() + GAP, room.getY(), THICKNESS, room.getHeight());
    paintColors(graphics, bar);
    graphics.setPaint(Theme.INK);
    graphics.setStroke(Theme.HAIRLINE);
    for (var tick : ticks()) {
      double share = (tick.place() - scale.low()) / (scale.high() - scale.low());
      paintTick(graphics, tick.label(), bar, bar.getMaxY() - share * bar.getHeight());
    }
    typeface
        .label(caption)
        .within(room.getHeight() + OVER)
        .drawUpwards(graphics, room.getMaxX() - 16, room.getCenterY());
  }

  /** Each colour reaches down to the foot, over the one before, so that no seam shows. */
  private void paintColors(Graphics2D graphics, Rectangle2D bar) {
    for (int i = STEPS; i >= 1; i--) {
      double height = bar.getHeight() * i / STEPS;
      double share = (i - 0.5) / STEPS;
      graphics.setPaint(scale.color(scale.low() + share * (scale.high() - scale.low())));
      graphics.fill(
          new Rectangle2D.Double(bar.getX(), bar.getMaxY() - height, bar.getWidth(), height));
    }
  }

  private void paintTick(Graphics2D graphics, String label, Rectangle2D bar, double y) {
    var text = typeface.tick(label);
    graphics.draw(new Line2D.Double(bar.getMaxX(), y, bar.getMaxX() + 4, y));
    text.drawFrom(graphics, bar.getMaxX() + TICK, y + text.capitalHeight() / 2);
  }
}
