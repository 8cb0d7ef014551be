package io.github.icldynamics.claim;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an inquiry brings home.
 *
 * @param checks of the statement on all of its range, at least one
 * @param restriction the same on a part of it, where that can hold by itself
 * @param exhibits the same to be drawn, at least one
 */
public record Evidence(
    List<Check> checks, Optional<Restriction> restriction, List<Exhibit> exhibits) {
  public Evidence {
    checks = List.copyOf(checks);
    exhibits = List.copyOf(exhibits);
    if (checks.isEmpty() || exhibits.isEmpty()) {
      throw new IllegalArgumentException("Evidence needs a check and an exhibit");
    }
  }

  /** Evidence about a statement that is checked as a whole. */
  public Evidence(List<Check> checks, List<Exhibit> exhibits) {
    this(checks, Optional.empty(), exhibits);
  }

  /** Evidence with one exhibit. */
  public static Evidence of(Exhibit exhibit, List<Check> checks) {
    return new Evidence(checks, List.of(exhibit));
  }

  /** Evidence with one exhibit. */
  public static Evidence of(Exhibit exhibit, Check... checks) {
    return of(exhibit, List.of(checks));
  }

  /** All checks: those on all of the range, then those on a part of it. */
  List<Check> allChecks() {
    return Stream.concat(checks.stream(), partChecks().stream()).toList();
  }

  private List<Check> partChecks() {
    return restriction.map(Restriction::checks).orElse(List.of());
  }

  /**
   * One check missed refutes a claim, or restricts it to the part on which it holds; else one left
   * open leaves it open.
   */
  Verdict verdict() {
    String missed = names(checks, Check.Ruling.MISSED);
    if (!missed.isEmpty()) {
      return restriction
          .filter(Restriction::holds)
          .<Verdict>map(
              part ->
                  new Verdict.Restricted("as stated " + part.range() + "; not beyond: " + missed))
          .orElseGet(() -> new Verdict.Fails("not as stated: " + missed));
    }
    // What holds on all of a range holds on each part: else one of the two is measured wrongly.
    String missedOnPart = names(partChecks(), Check.Ruling.MISSED);
    if (!missedOnPart.isEmpty()) {
      return new Verdict.Fails("not as stated: " + missedOnPart);
    }
    String open = names(allChecks(), Check.Ruling.OPEN);
    return open.isEmpty()
        ? new Verdict.Holds(
            checks.size() == 1
                ? "its check is as stated"
                : "all " + checks.size() + " checks are as stated")
        : new Verdict.Inconclusive("not known well enough: " + open);
  }

  private static String names(List<Check> checks, Check.Ruling ruling) {
    return checks.stream()
        .filter(check -> check.ruling() == ruling)
        .map(Check::name)
        .collect(Collectors.joining("; "));
  }
}
