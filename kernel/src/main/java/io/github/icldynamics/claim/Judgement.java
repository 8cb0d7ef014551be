package io.github.icldynamics.claim;

/** Compares what was measured with what a statement predicts. Costs no run. */
@FunctionalInterface
public interface Judgement {
  /**
   * The evidence.
   *
   * @param constants those of the statement
   * @throws Undecided if the hypothesis is not met
   */
  Evidence judge(Constants constants);
}
