package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Dash;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;

/** The colours and strokes that all figures share. Lengths are in units of the page. */
final class Theme {
  static final Color INK = new Color(0x222222);
  static final Color AXIS = new Color(0x444444);
  static final Color NOTE_INK = new Color(0x555555);
  static final Color GRID = new Color(0xE4E4E4);
  static final Color MISSING = new Color(0xDDDDDD);

  /** Dark enough on the light colours of cells, light enough on the dark ones. */
  static final Color CONTOUR = new Color(0xFFFFFF);

  static final Color JOINT = new Color(0xBBBBBB);

  static final BasicStroke HAIRLINE = new BasicStroke(0.8f);
  static final BasicStroke AXIS_LINE = new BasicStroke(1.1f);
  static final BasicStroke OUTLINE = new BasicStroke(0.9f);
  static final BasicStroke REFERENCE = new BasicStroke(0.9f);

  private static final float LINE_WIDTH = 2.2f;

  private Theme() {}

  static BasicStroke stroke(Dash dash) {
    return switch (dash) {
      case SOLID, MARKS, OUTLINED_MARKS ->
          new BasicStroke(LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
      case DASHED -> broken(8, 5.5f);
      case DOTTED -> broken(0.1f, 4.6f);
    };
  }

  private static BasicStroke broken(float on, float off) {
    return new BasicStroke(
        LINE_WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {on, off}, 0);
  }

  /** Asks for smooth lines and letters. Every page must ask: JFreeChart puts back what it finds. */
  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }
}
