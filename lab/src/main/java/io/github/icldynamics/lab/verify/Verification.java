package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.Finding;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.lab.run.Workers;
import io.github.icldynamics.work.CountedProgress;
import io.github.icldynamics.work.Progress;
import java.util.List;
import java.util.function.Supplier;

/**
 * Claims put to the test.
 *
 * @param findings in the order of the claims
 */
public record Verification(List<Finding> findings) {
  public Verification {
    findings = List.copyOf(findings);
  }

  /**
   * Puts claims to the test.
   *
   * @param threads at least 1; the result does not depend on it
   * @param progress told the share of the claims that are done, from any thread
   */
  public static Verification execute(List<Claim> claims, int threads, Progress progress) {
    var counted = new CountedProgress(Math.max(1, claims.size()), progress);
    var reach = Reach.full();
    try (var workers = new Workers(threads)) {
      return new Verification(
          workers.inOrder(
              claims.stream()
                  .<Supplier<Finding>>map(claim -> counted.counted(() -> claim.investigate(reach)))
                  .toList()));
    }
  }

  /** How many ended in a verdict. */
  public int count(VerdictKind kind) {
    return (int) findings.stream().filter(f -> VerdictKind.of(f.verdict()) == kind).count();
  }
}
