package io.github.icldynamics.claim;

import java.util.List;

/**
 * A claim with its verdict.
 *
 * @param checks what was measured; empty if the inquiry ended before
 * @param exhibits the same to be drawn; empty with the checks
 */
public record Finding(Claim claim, Verdict verdict, List<Check> checks, List<Exhibit> exhibits) {
  public Finding {
    checks = List.copyOf(checks);
    exhibits = List.copyOf(exhibits);
  }
}
