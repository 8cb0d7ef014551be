package io.github.icldynamics.lab.verify;

import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.Finding;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.lab.run.Workers;
import java.util.List;
import java.util.function.DoubleConsumer;
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
  public static Verification execute(List<Claim> claims, int threads, DoubleConsumer progress) {
    try (var workers = new Workers(threads, claims.size(), progress)) {
      return new Verification(
          workers.inOrder(
              claims.stream()
                  .<Supplier<Finding>>map(claim -> () -> claim.investigate(Reach.full()))
                  .toList()));
    }
  }

  /** How many ended in a verdict. */
  public int count(VerdictKind kind) {
    return (int) findings.stream().filter(f -> VerdictKind.of(f.verdict()) == kind).count();
  }
}
