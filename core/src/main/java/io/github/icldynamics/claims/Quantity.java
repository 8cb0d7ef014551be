package io.github.icldynamics.claims;

/**
 * What was measured.
 *
 * @param uncertainty half the width of the interval that holds the truth (for sampled and fitted
 *     quantities with 95% confidence or more); 0 where it is below rounding
 */
public record Quantity(double value, double uncertainty) {
  /** A number known to all its digits that matter. */
  public static Quantity exactly(double value) {
    return new Quantity(value, 0);
  }
}
