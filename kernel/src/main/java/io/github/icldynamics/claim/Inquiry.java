package io.github.icldynamics.claim;

/** Measures what decides a statement. A pure function; it sees nothing of what is stated. */
@FunctionalInterface
public interface Inquiry {
  /**
   * What is made of the measurement, whatever the statement's constants are.
   *
   * @param conditions the constants that a run depends on
   * @throws Undecided if the reach does not suffice, or the hypothesis is not met
   */
  Judgement measure(Constants conditions, Reach reach);
}
