package io.github.icldynamics.claim;

/**
 * One measured quantity against what the statement predicts of it.
 *
 * @param name what was measured; unique within its claim
 */
public record Check(String name, Quantity quantity, Expectation expectation) {
  /** How a check came out. */
  public enum Ruling {
    /** The whole interval of the quantity is as predicted. */
    MET,
    /** Nothing of it is. */
    MISSED,
    /** Neither. */
    OPEN
  }

  /** {@code x} is {@code target} within a tolerance. */
  public static Check near(String name, double x, double target, double tolerance) {
    return near(name, Quantity.exactly(x), target, tolerance);
  }

  /** {@code x} is {@code target} within a tolerance. */
  public static Check near(String name, Quantity x, double target, double tolerance) {
    return new Check(name, x, new Expectation.Near(target, tolerance));
  }

  /** {@code x} is at most {@code bound}. */
  public static Check atMost(String name, double x, double bound) {
    return atMost(name, Quantity.exactly(x), bound);
  }

  /** {@code x} is at most {@code bound}. */
  public static Check atMost(String name, Quantity x, double bound) {
    return new Check(name, x, new Expectation.AtMost(bound));
  }

  /** {@code x} is at least {@code bound}. */
  public static Check atLeast(String name, double x, double bound) {
    return atLeast(name, Quantity.exactly(x), bound);
  }

  /** {@code x} is at least {@code bound}. */
  public static Check atLeast(String name, Quantity x, double bound) {
    return new Check(name, x, new Expectation.AtLeast(bound));
  }

  /** How it came out. */
  public Ruling ruling() {
    double excess = expectation.excess(quantity.value());
    if (excess + quantity.uncertainty() <= 0) {
      return Ruling.MET;
    }
    return excess - quantity.uncertainty() > 0 ? Ruling.MISSED : Ruling.OPEN;
  }
}
