package io.github.icldynamics.claim;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an inquiry brings home.
 *
 * @param checks at least one
 * @param exhibits the same to be drawn, at least one
 */
public record Evidence(List<Check> checks, List<Exhibit> exhibits) {
  public Evidence {
    checks = List.copyOf(checks);
    exhibits = List.copyOf(exhibits);
    if (checks.isEmpty() || exhibits.isEmpty()) {
      throw new IllegalArgumentException("Evidence needs a check and an exhibit");
    }
  }

  /** Evidence with one exhibit. */
  public static Evidence of(Exhibit exhibit, List<Check> checks) {
    return new Evidence(checks, List.of(exhibit));
  }

  /** Evidence with one exhibit. */
  public static Evidence of(Exhibit exhibit, Check... checks) {
    return of(exhibit, List.of(checks));
  }

  /** One check missed refutes a claim; else one left open leaves it open. */
  Verdict verdict() {
    String missed = names(Check.Ruling.MISSED);
    if (!missed.isEmpty()) {
      return new Verdict.Fails("not as stated: " + missed);
    }
    String open = names(Check.Ruling.OPEN);
    return open.isEmpty()
        ? new Verdict.Holds(
            checks.size() == 1
                ? "its check is as stated"
                : "all " + checks.size() + " checks are as stated")
        : new Verdict.Inconclusive("not known well enough: " + open);
  }

  private String names(Check.Ruling ruling) {
    return checks.stream()
        .filter(check -> check.ruling() == ruling)
        .map(Check::name)
        .collect(Collectors.joining("; "));
  }
}
