package io.github.icldynamics.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Words that people may have meant. */
public final class Words {
  private Words() {}

  /** The words as a sentence names them. */
  public static String alternatives(Collection<String> words) {
    var all = List.copyOf(words);
    int last = all.size() - 1;
    return last == 0
        ? all.getFirst()
        : String.join(", ", all.subList(0, last)) + " or " + all.get(last);
  }

  /** {@code ; did you mean x?}, if one is near; else nothing. */
  public static String hint(String given, Collection<String> known) {
    return nearest(given, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /**
   * The name with the fewest edits from {@code given}, unless more than a third of it is edited.
   */
  public static Optional<String> nearest(String given, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> editDistance(given, name)))
        .filter(name -> 3 * editDistance(given, name) <= Math.max(name.length(), 6));
  }

  /** Levenshtein's distance: insertions, deletions and replacements of single characters. */
  private static int editDistance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
