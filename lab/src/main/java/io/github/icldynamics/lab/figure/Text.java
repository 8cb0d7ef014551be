package io.github.icldynamics.lab.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of text that knows how wide it is, the same for every kind of page. Raised and lowered
 * characters are drawn as small ordinary ones where its letters lack some of them.
 *
 * @param size of its letters, in units of the page
 */
record Text(String content, Typeface typeface, double size) {
  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  /** Height of a capital letter, in heights of the font. */
  private static final double CAPITAL = 0.73;

  /** Characters that are drawn in one font and at one height. */
  private record Run(String text, Font font, double drop) {
    double width() {
      return isMark() ? 0 : font.getStringBounds(text, MEASURE).getWidth();
    }

    /** Over the letter before: fonts of print say nothing of where that is. */
    boolean isMark() {
      return Character.getType(text.charAt(0)) == Character.NON_SPACING_MARK;
    }

    /** From where a mark is drawn to the middle of its ink. */
    double middle() {
      return font.createGlyphVector(MEASURE, text).getVisualBounds().getCenterX();
    }

    double lastWidth() {
      return font.getStringBounds(text.substring(text.length() - 1), MEASURE).getWidth();
    }
  }

  /** What a character needs that the letters do not have. */
  private record Need(Script script, boolean sign, boolean mark) {}

  double width() {
    return runs().stream().mapToDouble(Run::width).sum();
  }

  double capitalHeight() {
    return CAPITAL * size;
  }

  /** Another text in the same letters. */
  Text saying(String other) {
    return new Text(other, typeface, size);
  }

  Text sized(double other) {
    return new Text(content, typeface, other);
  }

  /** The same, small enough for a width. */
  Text within(double width) {
    double own = width();
    return own <= width ? this : sized(size * width / own);
  }

  void drawFrom(Graphics2D graphics, double left, double baseline) {
    double x = left;
    double letter = 0;
    for (var run : runs()) {
      double at = run.isMark() ? x - letter / 2 - run.middle() : x;
      graphics.setFont(run.font());
      graphics.drawString(run.text(), (float) at, (float) (baseline + run.drop()));
      x += run.width();
      letter = run.lastWidth();
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

  private List<Run> runs() {
    var runs = new ArrayList<Run>();
    int start = 0;
    for (int i = 1; i <= content.length(); i++) {
      if (i == content.length() || !need(i).equals(need(start))) {
        runs.add(run(content.substring(start, i), need(start)));
        start = i;
      }
    }
    return runs;
  }

  private Need need(int index) {
    char character = content.charAt(index);
    var script = Script.of(character);
    if (script != Script.NONE && !typeface.hasScripts()) {
      return new Need(script, false, false);
    }
    boolean mark =
        Character.getType(character) == Character.NON_SPACING_MARK && !typeface.hasScripts();
    return new Need(Script.NONE, !typeface.letters().canDisplay(character), mark);
  }

  private Run run(String text, Need need) {
    var script = need.script();
    var font = need.sign() ? typeface.signs() : typeface.letters();
    return new Run(
        script.ordinary(text),
        font.deriveFont((float) (size * script.size())),
        size * script.drop());
  }
}
