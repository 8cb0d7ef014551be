package io.github.icldynamics.lab.runs;

import io.github.icldynamics.schema.Words;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where two files of the same name begin to differ, as people would say it. */
final class FileDifference {
  private FileDifference() {}

  /** What differs; no value if nothing does. */
  static Optional<String> between(String name, byte[] stored, byte[] again) {
    if (Arrays.equals(stored, again)) {
      return Optional.empty();
    }
    if (stored.length == 0 || again.length == 0) {
      return Optional.of(stored.length == 0 ? "is missing or empty" : "is not made any more");
    }
    boolean isText = name.matches(".*\\.(csv|json|yaml|tex|svg)");
    return Optional.of(
        isText
            ? inText(name, lines(stored), lines(again))
            : "has other bytes from byte %,d on".formatted(Arrays.mismatch(stored, again) + 1));
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }

  private static String inText(String name, List<String> stored, List<String> again) {
    int line = 0;
    while (line < Math.min(stored.size(), again.size())
        && stored.get(line).equals(again.get(line))) {
      line++;
    }
    if (line == Math.min(stored.size(), again.size())) {
      return "has %,d lines, and %,d when made again".formatted(stored.size(), again.size());
    }
    return name.endsWith(".csv") && line > 0
        ? inRow(line, stored.getFirst(), stored.get(line), again.get(line))
        : "line %,d is %s, and %s when made again"
            .formatted(line + 1, told(stored.get(line)), told(again.get(line)));
  }

  private static String inRow(int row, String head, String stored, String again) {
    var heads = head.split(",", -1);
    var before = stored.split(",", -1);
    var after = again.split(",", -1);
    for (int i = 0; i < Math.min(before.length, after.length); i++) {
      if (!before[i].equals(after[i])) {
        String column = i < heads.length ? heads[i] : Integer.toString(i + 1);
        return "row %,d, column %s is %s, and %s when made again"
            .formatted(row, column, told(before[i]), told(after[i]));
      }
    }
    return "row %,d has other cells".formatted(row);
  }

  private static String told(String text) {
    return text.isBlank() ? "empty" : Words.clipped(text.strip());
  }
}
