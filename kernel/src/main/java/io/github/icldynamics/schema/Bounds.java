package io.github.icldynamics.schema;

/**
 * Between which numbers a number must lie.
 *
 * @param low the least, possibly −∞
 * @param high the greatest, possibly ∞
 * @param withLow whether the least is allowed
 * @param withHigh whether the greatest is allowed
 * @param rule how a sentence says it, such as {@code must lie in (0, 1)}
 */
public record Bounds(double low, double high, boolean withLow, boolean withHigh, String rule) {
  /** Any finite number. */
  public static Bounds finite() {
    double infinity = Double.POSITIVE_INFINITY;
    return new Bounds(-infinity, infinity, false, false, "must be a finite number");
  }

  /** From the least to the greatest. */
  public static Bounds closed(double low, double high) {
    return new Bounds(low, high, true, true, in("[", low, high, "]"));
  }

  /** Between two numbers, without them. */
  public static Bounds open(double low, double high) {
    return new Bounds(low, high, false, false, in("(", low, high, ")"));
  }

  /** From the least on, but below the greatest. */
  public static Bounds halfOpen(double low, double high) {
    return new Bounds(low, high, true, false, in("[", low, high, ")"));
  }

  /** Positive and finite. */
  public static Bounds positive() {
    return new Bounds(0, Double.POSITIVE_INFINITY, false, false, "must be positive and finite");
  }

  /** A count from the least to the greatest. */
  public static Bounds count(long low, long high) {
    return new Bounds(
        (double) low,
        (double) high,
        true,
        true,
        "must be from " + plain(low) + " to " + plain(high));
  }

  private static String in(String before, double low, double high, String after) {
    return "must lie in " + before + plain(low) + ", " + plain(high) + after;
  }

  /** Whole numbers without a point, powers of ten with few digits. */
  private static String plain(double value) {
    boolean whole = value == Math.rint(value);
    if (whole && Math.abs(value) < 1e6) {
      return Long.toString((long) value);
    }
    // From ten millions on, Java writes an exponent by itself.
    String text = whole && Math.abs(value) < 1e7 ? value / 1e6 + "e6" : Double.toString(value);
    return text.replace("E", "e").replace(".0e", "e");
  }

  private static String plain(long count) {
    return Math.abs(count) < 10_000_000 ? Long.toString(count) : plain((double) count);
  }

  /** The same said in other words. */
  public Bounds saying(String other) {
    return new Bounds(low, high, withLow, withHigh, other);
  }

  /** Whether a number is allowed. */
  public boolean allow(double value) {
    boolean above = withLow ? value >= low : value > low;
    boolean below = withHigh ? value <= high : value < high;
    return above && below;
  }

  /** Not every long is a double, but rounding to one never turns an order round. */
  private static int compare(long value, double bound) {
    double rounded = (double) value;
    if (rounded != bound) {
      return Double.compare(rounded, bound);
    }
    boolean isWithinLongs = bound < 0x1p63;
    return isWithinLongs ? Long.compare(value, (long) bound) : -1;
  }

  /**
   * Refuses a number that is not allowed.
   *
   * @return the number
   */
  public double require(String field, double value) {
    if (!allow(value)) {
      throw new InvalidInputException(field, rule + ", not " + value);
    }
    return value;
  }

  /** The same for a whole number, which is told without a point. */
  public long require(String field, long value) {
    int fromLow = compare(value, low);
    int fromHigh = compare(value, high);
    boolean above = withLow ? fromLow >= 0 : fromLow > 0;
    boolean below = withHigh ? fromHigh <= 0 : fromHigh < 0;
    if (!above || !below) {
      throw new InvalidInputException(field, rule + ", not " + value);
    }
    return value;
  }
}
