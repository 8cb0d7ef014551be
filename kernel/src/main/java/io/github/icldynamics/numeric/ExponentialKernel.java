package io.github.icldynamics.numeric;

/**
 * {@code e^{−t}} and {@code e^{−t} − 1} over arrays, both to full relative accuracy, from one
 * reduction {@code −t = k ln 2 + r}, {@code |r| ≤ ½ ln 2}: with {@code P = e^r − 1},
 *
 * <pre>  e^{−t} = 2^k P + 2^k        e^{−t} − 1 = 2^k P + (2^k − 1)</pre>
 *
 * <p>The loops are kept apart and free of branches so that a compiler can vectorise them; each
 * element takes the same IEEE operations in every form, hence the same bits.
 */
public final class ExponentialKernel {
  /**
   * Larger arguments must be cut to this one: {@code e^{−708}} is the last safely normal number.
   */
  public static final double LARGEST_ARGUMENT = 708;

  /** Up to here {@code t⁵/720} is below rounding. */
  private static final double TINY = 1.6e-3;

  /** Up to here {@code e^{−t} − 1} needs no reduction; a little below ½ ln 2. */
  private static final double SMALL = 0.34;

  private static final double LOG2_E = 1.4426950408889634;

  /**
   * ln 2 in two parts; the first has 21 trailing zero bits, so that {@code k · LN2_HIGH} is exact.
   */
  static final double LN2_HIGH = 0.6931471803691238;

  static final double LN2_LOW = 1.9082149292705877e-10;

  /** Adding and subtracting 1.5·2⁵² rounds to the nearest integer; its low bits then hold it. */
  static final double ROUNDING_SHIFT = 6755399441055744.0;

  private static final int EXPONENT_BIAS = 1023;
  static final int MANTISSA_BITS = 52;

  private ExponentialKernel() {}

  /**
   * Fills {@code exponential[i] = e^{−t[i]}} and {@code decrement[i] = e^{−t[i]} − 1} for {@code i
   * < count}. Relative error below 4·10⁻¹⁶ in both.
   *
   * @param t arguments in [0, {@link #LARGEST_ARGUMENT}]; not checked
   */
  public static void negative(double[] t, double[] exponential, double[] decrement, int count) {
    any(t, exponential, decrement, 0, count);
  }

  /**
   * The same for arguments in ascending order, the small ones with fewer terms: those below {@value
   * #TINY} need five, those below {@value #SMALL} no reduction.
   */
  public static void negativeAscending(
      double[] t, double[] exponential, double[] decrement, int count) {
    int tiny = countBelow(TINY, t, 0, count);
    int small = countBelow(SMALL, t, tiny, count);
    for (int i = 0; i < tiny; i++) {
      decrement[i] = expm1Reduced(-t[i], 0);
    }
    for (int i = tiny; i < small; i++) {
      decrement[i] = highTerms(-t[i]);
    }
    for (int i = tiny; i < small; i++) {
      decrement[i] = expm1Reduced(-t[i], decrement[i]);
    }
    for (int i = 0; i < small; i++) {
      exponential[i] = 1 + decrement[i];
    }
    any(t, exponential, decrement, small, count);
  }

  private static int countBelow(double bound, double[] t, int from, int to) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (t[middle] < bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void any(double[] t, double[] exponential, double[] decrement, int from, int to) {
    for (int i = from; i < to; i++) {
      exponential[i] = ROUNDING_SHIFT - t[i] * LOG2_E;
    }
    // The polynomial is cut in two: a vector loop with all its coefficients runs out of registers.
    for (int i = from; i < to; i++) {
      decrement[i] = highTerms(reduced(t[i], exponential[i]));
    }
    for (int i = from; i < to; i++) {
      decrement[i] = expm1Reduced(reduced(t[i], exponential[i]), decrement[i]);
    }
    for (int i = from; i < to; i++) {
      long k = Double.doubleToRawLongBits(exponential[i]);
      exponential[i] = Double.longBitsToDouble((k + EXPONENT_BIAS) << MANTISSA_BITS);
    }
    for (int i = from; i < to; i++) {
      double scale = exponential[i];
      double scaled = scale * decrement[i];
      exponential[i] = scaled + scale;
      decrement[i] = scaled + (scale - 1);
    }
  }

  /** {@code r = −t − k ln 2}, given k with the shift still added. */
  private static double reduced(double t, double shifted) {
    double k = shifted - ROUNDING_SHIFT;
    return (-t - k * LN2_HIGH) - k * LN2_LOW;
  }

  /** The terms of the Taylor polynomial from {@code r⁶/6!} on, divided by r⁶. */
  private static double highTerms(double r) {
    double r2 = r * r;
    double middle = (1.0 / 720 + r * (1.0 / 5040)) + r2 * (1.0 / 40320 + r * (1.0 / 362880));
    double high =
        (1.0 / 3628800 + r * (1.0 / 39916800)) + r2 * (1.0 / 479001600 + r * (1.0 / 6227020800.0));
    return middle + (r2 * r2) * high;
  }

  /** Taylor polynomial of {@code e^r − 1}; the first term left out is below 2·10⁻¹⁷ of the sum. */
  private static double expm1Reduced(double r, double highTerms) {
    double r2 = r * r;
    double low = (0.5 + r * (1.0 / 6)) + r2 * (1.0 / 24 + r * (1.0 / 120));
    return r + r2 * (low + (r2 * r2) * highTerms);
  }
}
