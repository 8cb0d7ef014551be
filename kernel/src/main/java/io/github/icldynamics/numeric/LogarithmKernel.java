package io.github.icldynamics.numeric;

/**
 * {@code ln v} over arrays, to full relative accuracy also next to 1, where v is known best through
 * {@code v − 1}: with {@code v = 2^k (1 + f)}, {@code √½ ≤ 1 + f < √2}, and {@code s = f/(2 + f)},
 *
 * <pre>
 *   ln v = k ln 2 + 2 artanh s,   2 artanh s = f − (f²/2 − s (f²/2 + R)),   R = 2s²/3 + 2s⁴/5 + …
 * </pre>
 *
 * <p>The loops are free of branches so that a compiler can vectorise them; each element takes the
 * same IEEE operations in every form, hence the same bits.
 */
public final class LogarithmKernel {
  private static final int MANTISSA_BITS = ExponentialKernel.MANTISSA_BITS;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final long ONE = 1023L << MANTISSA_BITS;

  /** The bits of √½; adding their distance from those of 1 makes the exponent field k. */
  private static final long ROOT_HALF = 0x3fe6a09e667f3bcdL;

  /** The exponent field of ½: from there on the difference from 1 tells more than v itself. */
  private static final long HALF_EXPONENT = 1022;

  /** 1.5·2⁵²: as bits, adding a whole number to them adds it to the number. */
  private static final double INTEGER_SHIFT = ExponentialKernel.ROUNDING_SHIFT;

  /** What to add to an exponent field for the shifted k, as bits. */
  private static final long SHIFTED_BITS = Double.doubleToRawLongBits(INTEGER_SHIFT) - 1023;

  private static final double LN2_HIGH = ExponentialKernel.LN2_HIGH;
  private static final double LN2_LOW = ExponentialKernel.LN2_LOW;

  private LogarithmKernel() {}

  /**
   * Fills {@code logarithm[i] = ln value[i]} for {@code i < count}. Relative error below 4·10⁻¹⁶.
   *
   * @param value v, positive and normal, at most 1; not checked; used as scratch memory
   * @param decrement {@code v − 1}, in itself to full relative accuracy where v is at least ½; used
   *     as scratch memory
   */
  public static void ofAtMostOne(
      double[] value, double[] decrement, double[] logarithm, int count) {
    for (int i = 0; i < count; i++) {
      long bits = Double.doubleToRawLongBits(value[i]);
      long nearOne = ~(((bits >>> MANTISSA_BITS) - HALF_EXPONENT) >> 63);
      double rest = decrement[i] - (value[i] - 1);
      decrement[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(rest) & nearOne);
    }
    for (int i = 0; i < count; i++) {
      long scaled = Double.doubleToRawLongBits(value[i]) + (ONE - ROOT_HALF);
      logarithm[i] = Double.longBitsToDouble((scaled >>> MANTISSA_BITS) + SHIFTED_BITS);
      // The rest counts for k = 0 only; for k = −1 it is below the mantissa's rounding.
      double mantissa = Double.longBitsToDouble((scaled & MANTISSA) + ROOT_HALF);
      value[i] = (mantissa - 1) + decrement[i];
    }
    for (int i = 0; i < count; i++) {
      double s = value[i] / (2 + value[i]);
      decrement[i] = s;
    }
    for (int i = 0; i < count; i++) {
      double s = decrement[i];
      double half = 0.5 * value[i] * value[i];
      decrement[i] = half - s * (half + remainder(s * s));
    }
    for (int i = 0; i < count; i++) {
      double k = logarithm[i] - INTEGER_SHIFT;
      logarithm[i] = k * LN2_HIGH - ((decrement[i] - k * LN2_LOW) - value[i]);
    }
  }

  /** {@code R(z)} with {@code z = s² ≤ 0.0295}; the first term left out is below 10⁻¹⁷ of ln v. */
  private static double remainder(double z) {
    double z2 = z * z;
    double z4 = z2 * z2;
    double low = (2.0 / 3 + z * (2.0 / 5)) + z2 * (2.0 / 7 + z * (2.0 / 9));
    double middle = (2.0 / 11 + z * (2.0 / 13)) + z2 * (2.0 / 15 + z * (2.0 / 17));
    double high = 2.0 / 19 + z * (2.0 / 21);
    return z * (low + z4 * (middle + z4 * high));
  }
}
