package io.github.icldynamics.claim;

/** What a statement predicts of a quantity. */
public sealed interface Expectation {
  /** {@code |x − target| ≤ tolerance}. */
  record Near(double target, double tolerance) implements Expectation {}

  /** {@code x ≤ bound}. */
  record AtMost(double bound) implements Expectation {}

  /** {@code x ≥ bound}. */
  record AtLeast(double bound) implements Expectation {}

  /** How far x is outside, negative inside; NaN if x is. */
  default double excess(double x) {
    return switch (this) {
      case Near(double target, double tolerance) -> Math.abs(x - target) - tolerance;
      case AtMost(double bound) -> x - bound;
      case AtLeast(double bound) -> bound - x;
    };
  }
}
