package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.Paper;
import io.github.icldynamics.claim.Sources;
import java.util.List;
import java.util.stream.Stream;

/**
 * All claims about the system of Shen, Zhou, Yang and Shen, in the order in which they are read.
 */
public final class Shen2025 {
  private static final Paper PAPER =
      new Paper(
          "shen2025",
          List.of("Shen, Wei", "Zhou, Ruida", "Yang, Jing", "Shen, Cong"),
          "On the Training Convergence of Transformers for In-Context Classification of Gaussian"
              + " Mixtures",
          "ICML",
          2025,
          "2410.11778");

  /** Where the claims come from. */
  static final Sources SOURCES = new Sources(PAPER, "docs/theory/mixture-risk.md");

  private Shen2025() {}

  /** The catalogue. */
  public static Catalogue catalogue() {
    return new Catalogue(PAPER, claims(), List.of());
  }

  /** Its claims. */
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
