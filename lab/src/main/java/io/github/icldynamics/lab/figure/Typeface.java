package io.github.icldynamics.lab.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The letters of a picture, and texts in the sizes that it needs.
 *
 * @param letters of text
 * @param signs for what the letters lack
 * @param families what an SVG asks its reader for, the first choice first
 */
record Typeface(Font letters, Font signs, String families) {
  /** Without serifs, from the machine. */
  static final Typeface SANS = sans();

  static final String SERIF_LETTERS = "/liberation/LiberationSerif-Regular.ttf";
  static final String SERIF_SIGNS =
      "/META-INF/resources/webjars/katex/0.18.11/dist/fonts/KaTeX_Main-Regular.ttf";

  private static final String SERIF_FAMILIES =
      "Liberation Serif, Times New Roman, Times, KaTeX_Main, serif";

  private static final double HEADING = 17;
  private static final double TITLE = 16;
  private static final double LABEL = 15;
  private static final double TICK = 13;
  private static final double NOTE = 12;

  /** Loaded when the first picture asks for it: the machine may have no room for a font. */
  private static final class Serif {
    static final Supplier<Typeface> FACE = load();

    private static Supplier<Typeface> load() {
      try {
        var face = new Typeface(font(SERIF_LETTERS), font(SERIF_SIGNS), SERIF_FAMILIES);
        return () -> face;
      } catch (IOException e) {
        return () -> {
          throw new UncheckedIOException(e);
        };
      }
    }
  }

  private static Typeface sans() {
    var font = new Font("DejaVu Sans", Font.PLAIN, 1);
    return new Typeface(font, font, "DejaVu Sans, Helvetica, Arial, sans-serif");
  }

  /**
   * With the serifs of printed text, from the program itself: the same on every machine.
   *
   * @throws UncheckedIOException if the machine has no room to unpack it
   */
  static Typeface serif() {
    return Serif.FACE.get();
  }

  private static Font font(String resource) throws IOException {
    try (var in = open(resource)) {
      return Font.createFont(Font.TRUETYPE_FONT, in);
    } catch (FontFormatException e) {
      throw new IllegalStateException("Not a font: " + resource, e);
    }
  }

  /** The file of a font that comes with the program. */
  static InputStream open(String resource) {
    var in = Typeface.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("No font " + resource);
    }
    return in;
  }

  /** Whether all raised and lowered characters are among the letters. */
  boolean hasScripts() {
    return letters.canDisplayUpTo(Script.ALL) < 0;
  }

  /** Above a whole figure. */
  Text heading(String text) {
    return new Text(text, this, HEADING);
  }

  /** Above a panel. */
  Text title(String text) {
    return new Text(text, this, TITLE);
  }

  /** Along an axis. */
  Text label(String text) {
    return new Text(text, this, LABEL);
  }

  /** At a mark of an axis, and of that size. */
  Text tick(String text) {
    return new Text(text, this, TICK);
  }

  /** At a line in a plot. */
  Text note(String text) {
    return new Text(text, this, NOTE);
  }

  /** The width of the widest of some labels of ticks. */
  double widest(Stream<String> labels) {
    return labels.mapToDouble(label -> tick(label).width()).max().orElse(0);
  }
}
