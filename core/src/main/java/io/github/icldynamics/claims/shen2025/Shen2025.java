package io.github.icldynamics.claims.shen2025;

import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.Paper;
import io.github.icldynamics.claims.Sources;
import java.util.List;
import java.util.stream.Stream;

/**
 * All claims about the system of Shen, Zhou, Yang and Shen, in the order in which they are read.
 */
public final class Shen2025 {
  /** Where the claims come from. */
  static final Sources SOURCES = new Sources(Paper.SHEN_2025, "docs/theory/mixture-risk.md");

  private Shen2025() {}

  /** The catalogue. */
  public static List<Claim> claims() {
    return Stream.of(
            MinimiserClaims.all(),
            CurvatureClaims.all(),
            RateClaims.all(),
            DeviationClaims.all(),
            DeviationLimitClaims.all(),
            ClassScalingClaims.all(),
            InferenceClaims.all(),
            BayesClaims.all(),
            OtherTestClaims.all(),
            NetworkClaim.all())
        .flatMap(List::stream)
        .toList();
  }
}
