package io.github.icldynamics.chart;

import io.github.icldynamics.schema.PromptLength;
import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are printed in a figure: 0.25, −3, 2·10⁵. */
public final class NumberText {
  private static final int LONGEST_PLAIN = 5;

  /** In a column of decimals a power of ten would hide which number is the larger. */
  private static final int LONGEST_PLAIN_ENTRY = 7;

  /** Digits of a double. */
  private static final int EXACT = 16;

  private static final int DIGITS_OF_ENTRY = 3;
  private static final String MINUS = "\u2212";
  private static final String TIMES = "\u00b7";

  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private NumberText() {}

  /** A value to so many significant digits. */
  public static String of(double value, int digits) {
    return of(rounded(value, digits));
  }

  /** A prompt length with all its digits: tokens are counted, not measured. */
  public static String of(PromptLength length) {
    return switch (length) {
      case PromptLength.Finite(long tokens) -> of((double) tokens, EXACT);
      case PromptLength.Infinite() -> "∞";
    };
  }

  /** An entry of a matrix to three significant digits, with decimals down to 0.00123. */
  public static String ofEntry(double value) {
    return of(rounded(value, DIGITS_OF_ENTRY), LONGEST_PLAIN_ENTRY);
  }

  /** A number of moderate size to two decimals. */
  public static String ofHundredths(double value) {
    return BigDecimal.valueOf(Math.round(100 * value), 2).toPlainString();
  }

  private static BigDecimal rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
  }

  /** A value as it is. */
  public static String of(BigDecimal value) {
    return of(value, LONGEST_PLAIN);
  }

  private static String of(BigDecimal value, int longestPlain) {
    if (value.signum() < 0) {
      return MINUS + of(value.negate(), longestPlain);
    }
    var plain = value.setScale(Math.max(value.scale(), 0)).toPlainString();
    return plain.length() <= longestPlain ? plain : scientific(value);
  }

  /** Ten to a power. */
  public static String powerOfTen(int exponent) {
    var text = new StringBuilder("10");
    Integer.toString(exponent)
        .chars()
        .forEach(c -> text.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0')));
    return text.toString();
  }

  private static String scientific(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    var digits = value.stripTrailingZeros();
    int exponent = digits.precision() - 1 - digits.scale();
    var mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
    return (mantissa.equals("1") ? "" : mantissa + TIMES) + powerOfTen(exponent);
  }
}
