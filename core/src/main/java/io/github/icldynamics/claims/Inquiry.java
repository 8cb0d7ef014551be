package io.github.icldynamics.claims;

/** Measures what a statement with these constants predicts. A pure function. */
@FunctionalInterface
public interface Inquiry {
  /**
   * The evidence.
   *
   * @throws Undecided if the reach does not suffice, or the hypothesis is not met
   */
  Evidence investigate(Constants constants, Reach reach);
}
