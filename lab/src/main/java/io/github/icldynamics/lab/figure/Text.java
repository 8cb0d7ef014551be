package io.github.icldynamics.lab.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.stream.Stream;

/** A line of text that knows how wide it is, the same for every kind of page. */
record Text(String content, Font font) {
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  /** Height of a capital letter, in heights of the font. */
  private static final double CAPITAL = 0.73;

  double width() {
    return content.isEmpty() ? 0 : font.getStringBounds(content, MEASURE).getWidth();
  }

  /** The width of the widest of some labels of ticks. */
  static double widest(Stream<String> labels) {
    return labels.mapToDouble(label -> new Text(label, Theme.TICK).width()).max().orElse(0);
  }

  double capitalHeight() {
    return CAPITAL * font.getSize2D();
  }

  void drawFrom(Graphics2D graphics, double left, double baseline) {
    if (!content.isEmpty()) {
      graphics.setFont(font);
      graphics.drawString(content, (float) left, (float) baseline);
    }
  }

  void drawTo(Graphics2D graphics, double right, double baseline) {
    drawFrom(graphics, right - width(), baseline);
  }

  void drawCentered(Graphics2D graphics, double centre, double baseline) {
    drawFrom(graphics, centre - width() / 2, baseline);
  }

  /** Draws it upwards, its middle at a height. */
  void drawUpwards(Graphics2D graphics, double baseline, double middle) {
    var before = graphics.getTransform();
    graphics.translate(baseline, middle);
    graphics.rotate(-Math.PI / 2);
    drawCentered(graphics, 0, 0);
    graphics.setTransform(before);
  }
}
