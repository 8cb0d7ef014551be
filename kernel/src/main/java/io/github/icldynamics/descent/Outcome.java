package io.github.icldynamics.descent;

/**
 * How and when a run ended.
 *
 * @param tau the last flow time
 */
public record Outcome(Ending ending, double tau) {
  /** One sentence for people. */
  public String sentence() {
    return ending.sentence();
  }
}
