package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claim.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A verification in a few sentences. */
public final class VerificationSummary {
  private VerificationSummary() {}

  /** How many claims ended how. */
  public static String counts(Verification verification) {
    int all = verification.findings().size();
    String kinds =
        Arrays.stream(VerdictKind.values())
            .filter(kind -> verification.count(kind) > 0)
            .map(kind -> verification.count(kind) + " " + words(kind, verification.count(kind)))
            .collect(Collectors.joining(", "));
    return all + (all == 1 ? " claim: " : " claims: ") + kinds;
  }

  private static String words(VerdictKind kind, int count) {
    return switch (kind) {
      case HOLDS -> count == 1 ? "holds" : "hold";
      case RESTRICTED -> count == 1 ? "holds (restricted)" : "hold (restricted)";
      case FAILS -> count == 1 ? "fails" : "fail";
      case INCONCLUSIVE -> "inconclusive";
      case NOT_APPLICABLE -> "not applicable";
    };
  }

  /** The verdict's word and why. */
  public static String verdict(Finding finding) {
    return VerdictKind.of(finding.verdict()).words() + ": " + finding.verdict().sentence();
  }

  /**
   * What the headline claims among them mean, those that hold.
   *
   * @param headlines claims whose readings answer what was asked of a paper
   */
  public static List<String> inWords(Verification verification, List<String> headlines) {
    return headlines.stream()
        .flatMap(id -> verification.findings().stream().filter(f -> f.claim().id().equals(id)))
        .filter(finding -> VerdictKind.of(finding.verdict()) == VerdictKind.HOLDS)
        .map(finding -> finding.claim().id() + ": " + finding.claim().statement().reading())
        .toList();
  }
}
