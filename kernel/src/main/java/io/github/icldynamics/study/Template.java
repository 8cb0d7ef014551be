package io.github.icldynamics.study;

import io.github.icldynamics.statistics.SignificantDigits;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prose with places for numbers that have names: {@code {slowest}} takes five significant digits,
 * {@code {slowest:3}} three. A place without a number, or a number without a place, is an error, so
 * that no text lies about what was measured.
 *
 * <p>Braces that hold anything but a name, and those of an index, as in {@code B_{k,1}} and {@code
 * Attn_{k}}, belong to the prose.
 */
public final class Template {
  private static final Pattern PLACE =
      Pattern.compile("(?<!_)\\{([A-Za-z][A-Za-z0-9.-]*)(?::([1-9]\\d*))?}");

  private static final int DIGITS = 5;

  private final String text;

  private Template(String text) {
    this.text = text;
  }

  /**
   * A template.
   *
   * @param text one paragraph; line breaks are spaces
   */
  public static Template of(String text) {
    return new Template(text.strip().replaceAll("\\s*\\n\\s*", " "));
  }

  /**
   * The text with all places filled.
   *
   * @param values numbers, or words, by name; whole numbers are written out unless their place says
   *     with how many digits
   */
  public String with(Map<String, ?> values) {
    var unused = new TreeSet<>(values.keySet());
    var filled =
        PLACE
            .matcher(text)
            .replaceAll(
                place -> {
                  unused.remove(place.group(1));
                  return Matcher.quoteReplacement(filled(place, values.get(place.group(1))));
                });
    if (!unused.isEmpty()) {
      throw new IllegalArgumentException("no place for " + unused + " in: " + text);
    }
    return filled;
  }

  private static String filled(MatchResult place, @Nullable Object value) {
    var digits = place.group(2);
    return switch (value) {
      case Integer whole when digits == null -> whole.toString();
      case Long whole when digits == null -> whole.toString();
      case Number number ->
          SignificantDigits.of(
              number.doubleValue(), digits == null ? DIGITS : Integer.parseInt(digits));
      case String words when digits == null -> words;
      case String words -> throw new IllegalArgumentException(place.group() + " is " + words);
      case null -> throw new IllegalArgumentException("no value of " + place.group());
      default -> throw new IllegalArgumentException(place.group() + " is neither number nor words");
    };
  }
}
