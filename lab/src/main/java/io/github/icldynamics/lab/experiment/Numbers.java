package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.PromptLength;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;

/**
 * Numbers as people write them: {@code 1e12} is a whole number, {@code 1.5} and {@code nan} are
 * not.
 */
public final class Numbers {
  private static final int LONGEST = 400;

  /** Our word, and what YAML's own {@code .inf} is read as. */
  private static final Set<String> INFINITY = Set.of("inf", "infinity", ".inf");

  private Numbers() {}

  /** A finite number. */
  public static double finite(String field, String text) {
    double value = decimal(field, text, "must be a finite number").doubleValue();
    if (Double.isInfinite(value)) {
      throw new InvalidInputException(field, "must be a finite number, not " + text);
    }
    return value;
  }

  /** A whole number that fits into 64 bits. */
  public static long whole(String field, String text) {
    return whole(field, text, "must be a whole number");
  }

  /** A prompt length: a whole number, or {@code inf}. */
  public static PromptLength promptLength(String field, String text) {
    if (INFINITY.contains(text.strip().toLowerCase(Locale.ROOT))) {
      return PromptLength.infinite();
    }
    long tokens = whole(field, text, "must be a whole number from 1 to 1e18, or inf");
    try {
      return PromptLength.of(tokens);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          field, "must be a whole number from 1 to 1e18, or inf, not " + text.strip());
    }
  }

  private static long whole(String field, String text, String rule) {
    var decimal = decimal(field, text, rule);
    // Only numbers of sane size are expanded to integers.
    if (decimal.precision() - decimal.scale() <= 19) {
      try {
        return decimal.longValueExact();
      } catch (ArithmeticException e) {
        throw new InvalidInputException(field, rule + ", not " + text.strip());
      }
    }
    throw new InvalidInputException(field, rule + ", not " + text.strip());
  }

  private static BigDecimal decimal(String field, String text, String rule) {
    try {
      if (text.length() <= LONGEST) {
        return new BigDecimal(text.strip());
      }
    } catch (NumberFormatException e) {
      throw new InvalidInputException(field, rule + ", not " + quoted(text));
    }
    throw new InvalidInputException(field, rule + ", not one of " + text.length() + " characters");
  }

  private static String quoted(String text) {
    return text.isBlank() ? "an empty text" : text.strip();
  }
}
