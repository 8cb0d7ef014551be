package io.github.icldynamics.lab.command;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hipparchus.util.FastMath;

/** Numbers as people read them: five significant figures. */
final class Figures {
  private static final MathContext FIVE = new MathContext(5, RoundingMode.HALF_EVEN);

  private Figures() {}

  /** Plain between 10⁻³ and 10⁷, else with an exponent. */
  static String of(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    var rounded = new BigDecimal(value).round(FIVE).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent < 7) {
      return rounded.toPlainString();
    }
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** {@code e^logarithm}, which may be too small for a double. */
  static String ofLogarithm(double logarithm) {
    if (logarithm == Double.NEGATIVE_INFINITY) {
      return "0";
    }
    if (logarithm > -600) {
      return of(FastMath.exp(logarithm));
    }
    double decimal = logarithm / FastMath.log(10);
    long exponent = (long) Math.floor(decimal);
    String mantissa = of(FastMath.pow(10, decimal - exponent));
    return Math.abs(decimal) < 1e6 ? mantissa + "e" + exponent : "10^" + of(decimal);
  }
}
