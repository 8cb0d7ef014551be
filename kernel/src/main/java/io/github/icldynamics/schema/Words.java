package io.github.icldynamics.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

  /** The longest text of somebody else's that a sentence holds. */
  private static final int LONGEST = 80;

  /** A text as one sentence can hold it: in one line, its end left out if it is long. */
  public static String clipped(String text) {
    var line = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      line.append(isControl(c) ? '\uFFFD' : c);
    }
    return text.length() > LONGEST
        ? line + "… (" + text.length() + " characters)"
        : line.toString();
  }

  private static boolean isControl(char c) {
    return c < ' ' || (c >= '\u007F' && c <= '\u009F') || c == '\u2028' || c == '\u2029';
  }

  /** What a character is called that looks like a space, or like nothing, and is none. */
  public static Optional<String> oddSpace(char c) {
    return switch (c) {
      case '\u00A0', '\u202F', '\u2007' -> Optional.of("a no-break space (" + code(c) + ")");
      case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' ->
          Optional.of("an invisible character (" + code(c) + ")");
      case '\u3000' -> Optional.of("a wide space (" + code(c) + ")");
      default ->
          c >= '\u2000' && c <= '\u200A'
              ? Optional.of("a space of print (" + code(c) + ")")
              : Optional.empty();
    };
  }

  /** What a character is called that looks like a minus sign and is none. */
  static Optional<String> oddMinus(char c) {
    return switch (c) {
      case '\u2212', '\u2010', '\u2011', '\u2013', '\u2014', '\uFE63', '\uFF0D' ->
          Optional.of(code(c));
      default -> Optional.empty();
    };
  }

  private static String code(char c) {
    String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "U+" + "0".repeat(4 - digits.length()) + digits;
  }

  /** {@code ; did you mean x?}, if one is near; else nothing. */
  public static String hint(String given, Collection<String> known) {
    return nearest(given, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /**
   * The name that is nearest: of the same initials, or one that begins like it, or else that with
   * the fewest edits, unless more than a third of it is edited.
   */
  public static Optional<String> nearest(String given, Collection<String> known) {
    if (given.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(name -> isShortFor(given, name))
        .findFirst()
        .or(() -> nearestByEdits(given, known));
  }

  /** {@code --lr} for {@code --learning-rate}, {@code lr} for {@code learningRate}. */
  private static boolean isShortFor(String given, String name) {
    String own = letters(given);
    return own.length() > 1 && (own.equals(initials(name)) || letters(name).startsWith(own));
  }

  private static String letters(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }

  private static String initials(String name) {
    var initials = new StringBuilder();
    char before = '-';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '-' && (before == '-' || Character.isUpperCase(c))) {
        initials.append(Character.toLowerCase(c));
      }
      before = c;
    }
    return initials.toString();
  }

  private static Optional<String> nearestByEdits(String given, Collection<String> known) {
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
