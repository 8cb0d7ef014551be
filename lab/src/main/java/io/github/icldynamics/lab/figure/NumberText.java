package io.github.icldynamics.lab.figure;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they are printed in a figure: 0.25, −3, 2·10⁵. */
public final class NumberText {
  private static final int LONGEST_PLAIN = 5;
  private static final String MINUS = "\u2212";
  private static final String TIMES = "\u00b7";

  private NumberText() {}

  /** A value to so many significant digits. */
  public static String of(double value, int digits) {
    return of(new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros());
  }

  static String of(BigDecimal value) {
    if (value.signum() < 0) {
      return MINUS + of(value.negate());
    }
    var plain = value.setScale(Math.max(value.scale(), 0)).toPlainString();
    return value.signum() == 0 || plain.length() <= LONGEST_PLAIN ? plain : scientific(value);
  }

  /** Ten to a power. */
  static String powerOfTen(int exponent) {
    var text = new StringBuilder("10");
    Integer.toString(exponent).chars().forEach(c -> text.append(Script.SUPER.raised((char) c)));
    return text.toString();
  }

  private static String scientific(BigDecimal value) {
    var digits = value.stripTrailingZeros();
    int exponent = digits.precision() - 1 - digits.scale();
    var mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
    return (mantissa.equals("1") ? "" : mantissa + TIMES) + powerOfTen(exponent);
  }
}
