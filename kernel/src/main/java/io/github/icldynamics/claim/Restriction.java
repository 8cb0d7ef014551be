package io.github.icldynamics.claim;

import java.util.List;

/**
 * A part of the range of a statement, on which it is checked by itself: it may hold there and not
 * beyond.
 *
 * @param range which part, as the end of a sentence, such as "half-way through the plateau"
 * @param checks of that part, at least one
 */
public record Restriction(String range, List<Check> checks) {
  public Restriction {
    checks = List.copyOf(checks);
    if (range.isBlank() || checks.isEmpty()) {
      throw new IllegalArgumentException("A restriction needs a range and a check");
    }
  }

  /** Whether everything is as stated on this part. */
  boolean holds() {
    return checks.stream().allMatch(check -> check.ruling() == Check.Ruling.MET);
  }
}
