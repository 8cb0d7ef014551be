package io.github.icldynamics.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.hipparchus.util.FastMath;

/** Numbers as people read them: five significant figures unless told otherwise. */
public final class SignificantDigits {
  private static final int DIGITS = 5;

  private SignificantDigits() {}

  /** Plain between 10⁻³ and 10⁷, else with an exponent. */
  public static String of(double value) {
    return of(value, DIGITS);
  }

  /** The same with another number of significant figures. */
  public static String of(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    var rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -3 && exponent < 7) {
      return rounded.toPlainString();
    }
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** {@code e^logarithm}, which may be too small for a double. */
  public static String ofLogarithm(double logarithm) {
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
