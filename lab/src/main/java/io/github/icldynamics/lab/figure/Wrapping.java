package io.github.icldynamics.lab.figure;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at spaces into lines that are no wider than told, if its words allow. */
final class Wrapping {
  private Wrapping() {}

  static List<Text> lines(Text whole, double width) {
    String text = whole.content();
    if (text.isEmpty()) {
      return List.of();
    }
    int comma = text.indexOf(", ");
    if (whole.width() <= width) {
      return List.of(whole);
    }
    // A title such as "end of I, τ = 8" reads best with each half on its own line.
    return comma < 0 ? words(whole, width) : halves(whole, comma, width);
  }

  private static List<Text> halves(Text whole, int comma, double width) {
    String text = whole.content();
    var lines = new ArrayList<>(words(whole.saying(text.substring(0, comma + 1)), width));
    lines.addAll(words(whole.saying(text.substring(comma + 2)), width));
    return lines;
  }

  private static List<Text> words(Text whole, double width) {
    var lines = new ArrayList<Text>();
    for (var word : whole.content().split(" ", -1)) {
      var longer = lines.isEmpty() ? word : lines.getLast().content() + " " + word;
      var line = whole.saying(longer);
      if (lines.isEmpty()) {
        lines.add(line);
      } else if (line.width() <= width) {
        lines.set(lines.size() - 1, line);
      } else {
        lines.add(whole.saying(word));
      }
    }
    return lines;
  }
}
