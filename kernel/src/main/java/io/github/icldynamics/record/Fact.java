package io.github.icldynamics.record;

/**
 * A number that a run has found.
 *
 * @param name a path of names with dots between, such as {@code queries.1.minimalError}
 * @param uncertainty its standard error, or what the sentence says; 0 if it is known to rounding
 * @param unit may be empty
 * @param sentence what it is
 */
public record Fact(String name, double value, double uncertainty, String unit, String sentence) {
  /** A number known to rounding, without a unit. */
  public static Fact exact(String name, double value, String sentence) {
    return new Fact(name, value, 0, "", sentence);
  }
}
