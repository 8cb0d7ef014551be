package io.github.icldynamics.schema;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Numbers as people write them: {@code 1e12} is a whole number, {@code 1.5} and {@code nan} are
 * not.
 */
public final class Numerals {
  private static final int LONGEST = 400;

  /** Our word, and what YAML's own {@code .inf} is read as. */
  private static final Set<String> INFINITY = Set.of("inf", "infinity", ".inf");

  private Numerals() {}

  static double finite(Node node, String rule) {
    return switch (node) {
      case Node.Real(double value) when Double.isFinite(value) -> value;
      case Node.Whole(long value) -> (double) value;
      case Node.Text(String text) -> parsed(text, rule);
      default -> throw node.refused(rule);
    };
  }

  private static double parsed(String text, String rule) {
    double value = decimal(text, rule).doubleValue();
    if (Double.isInfinite(value)) {
      throw refused(rule, text);
    }
    return value;
  }

  /** A whole number that fits into 64 bits. */
  static long whole(Node node, String rule) {
    return switch (node) {
      case Node.Whole(long value) -> value;
      case Node.Real(double value) when isLong(value) -> (long) value;
      case Node.Text(String text) -> parsedWhole(text, rule);
      default -> throw node.refused(rule);
    };
  }

  private static boolean isLong(double value) {
    return value == Math.rint(value) && value >= -0x1p63 && value < 0x1p63;
  }

  private static long parsedWhole(String text, String rule) {
    var decimal = decimal(text, rule);
    // Only numbers of sane size are expanded to integers.
    if (decimal.precision() - decimal.scale() <= 19) {
      try {
        return decimal.longValueExact();
      } catch (ArithmeticException e) {
        throw refused(rule, text);
      }
    }
    throw refused(rule, text);
  }

  /** Whether a text is our word for infinity, or YAML's. */
  static boolean isInfinity(Node node) {
    return switch (node) {
      case Node.Text(String text) -> INFINITY.contains(text.strip().toLowerCase(Locale.ROOT));
      case Node.Real(double value) -> value == Double.POSITIVE_INFINITY;
      default -> false;
    };
  }

  /** Whether a whole number is one that a double holds. */
  public static boolean isExact(long whole) {
    double nearest = (double) whole;
    return Math.abs(nearest) < 0x1p63 && (long) nearest == whole;
  }

  /** The number that a node is, written or not, infinity included; NaN if it is none. */
  public static double numberOrNaN(Node node) {
    return switch (node) {
      case Node.Whole(long value) -> (double) value;
      case Node.Real(double value) -> value;
      case Node.Text _ when isInfinity(node) -> Double.POSITIVE_INFINITY;
      case Node.Text(String text) when text.length() <= LONGEST -> decimalOrNaN(text.strip());
      case Node.Text _, Node.Truth _, Node.Items _, Node.Mapping _, Node.Nothing _ -> Double.NaN;
    };
  }

  private static double decimalOrNaN(String text) {
    // Most words are told from numbers by their first letter, without the cost of an exception.
    boolean canBe = !text.isEmpty() && "+-.0123456789".indexOf(text.charAt(0)) >= 0;
    try {
      return canBe ? new BigDecimal(text).doubleValue() : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /**
   * A finite number that stands alone, such as the value of an option.
   *
   * @param field what to call it in a complaint
   */
  public static double finite(String field, String text) {
    return named(field, () -> parsed(text, "must be a finite number"));
  }

  /**
   * A whole number that stands alone.
   *
   * @param field what to call it in a complaint
   */
  public static long whole(String field, String text) {
    return named(field, () -> parsedWhole(text, "must be a whole number"));
  }

  private static <T> T named(String field, Supplier<T> number) {
    try {
      return number.get();
    } catch (InvalidInputException e) {
      throw e.renamed(field);
    }
  }

  private static BigDecimal decimal(String text, String rule) {
    try {
      if (text.length() <= LONGEST) {
        return new BigDecimal(text.strip());
      }
    } catch (NumberFormatException e) {
      throw refused(rule, text);
    }
    throw new InvalidInputException("", rule + ", not one of " + text.length() + " characters");
  }

  private static InvalidInputException refused(String rule, String text) {
    return new InvalidInputException(
        "", rule + ", not " + new Node.Text(text).given() + remedy(text.strip()));
  }

  /** How to mend what people are known to write for a number. */
  private static String remedy(String text) {
    for (int i = 0; i < text.length(); i++) {
      var space = Words.oddSpace(text.charAt(i));
      var minus = Words.oddMinus(text.charAt(i));
      if (space.isPresent()) {
        return "; it has " + space.get() + ", take it out";
      }
      if (minus.isPresent()) {
        return "; its minus sign is " + minus.get() + ", write -";
      }
    }
    if (text.startsWith("${")) {
      return "; variables are not replaced, write the number itself";
    }
    String withPoint = text.replace(',', '.');
    return !withPoint.equals(text) && isNumeral(withPoint)
        ? "; write a decimal point, " + withPoint
        : "";
  }

  private static boolean isNumeral(String text) {
    try {
      return text.length() <= LONGEST && new BigDecimal(text).signum() >= -1;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
