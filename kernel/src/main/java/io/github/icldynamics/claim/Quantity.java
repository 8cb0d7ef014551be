package io.github.icldynamics.claim;

/**
 * What was measured.
 *
 * @param uncertainty half the width of its interval: for sampled quantities with 95% confidence or
 *     more, for fitted ones the 95% of least squares; 0 where it is below rounding
 */
public record Quantity(double value, double uncertainty) {
  /** A number known to all its digits that matter. */
  public static Quantity exactly(double value) {
    return new Quantity(value, 0);
  }
}
