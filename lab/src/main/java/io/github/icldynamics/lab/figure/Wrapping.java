package io.github.icldynamics.lab.figure;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/** Breaks text at spaces into lines that are no wider than told, if its words allow. */
final class Wrapping {
  private Wrapping() {}

  static List<Text> lines(String text, Font font, double width) {
    if (text.isEmpty()) {
      return List.of();
    }
    var whole = new Text(text, font);
    int comma = text.indexOf(", ");
    if (whole.width() <= width) {
      return List.of(whole);
    }
    // A title such as "end of I, τ = 8" reads best with each half on its own line.
    return comma < 0 ? words(text, font, width) : halves(text, comma, font, width);
  }

  private static List<Text> halves(String text, int comma, Font font, double width) {
    var lines = new ArrayList<>(words(text.substring(0, comma + 1), font, width));
    lines.addAll(words(text.substring(comma + 2), font, width));
    return lines;
  }

  private static List<Text> words(String text, Font font, double width) {
    var lines = new ArrayList<Text>();
    for (var word : text.split(" ", -1)) {
      var longer = lines.isEmpty() ? word : lines.getLast().content() + " " + word;
      var line = new Text(longer, font);
      if (lines.isEmpty()) {
        lines.add(line);
      } else if (line.width() <= width) {
        lines.set(lines.size() - 1, line);
      } else {
        lines.add(new Text(word, font));
      }
    }
    return lines;
  }
}
