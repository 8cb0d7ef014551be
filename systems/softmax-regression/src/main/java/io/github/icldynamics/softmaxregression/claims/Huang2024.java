package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Catalogue;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.Paper;
import io.github.icldynamics.claim.Source;
import io.github.icldynamics.claim.Sources;
import io.github.icldynamics.claim.Standing;
import java.util.List;
import java.util.stream.Stream;

/** All claims about the system of Huang, Cheng and Liang, in the order in which they are read. */
public final class Huang2024 {
  static final Paper PAPER =
      new Paper(
          "huang2024",
          List.of("Huang, Yu", "Cheng, Yuan", "Liang, Yingbin"),
          "In-Context Convergence of Transformers",
          "ICML",
          2024,
          "2310.05249");

  /** Claims whose readings answer what reviewers of the paper asked. */
  private static final List<String> HEADLINES =
      List.of(
          "four-phases-under-represented",
          "under-represented-epsilon-term",
          "one-large-step",
          "rest-gradient-by-conservation");

  /** Where the claims come from. */
  static final Sources SOURCES = new Sources(PAPER, "docs/theory/sharp-laws.md");

  /** This project, by the exact method itself. */
  static final Source METHOD =
      new Source(PAPER, Standing.OURS, "proved: docs/theory/laplace-method.md");

  private Huang2024() {}

  /** The catalogue. */
  public static Catalogue catalogue() {
    return new Catalogue(PAPER, claims(), HEADLINES);
  }

  /** Its claims. */
  public static List<Claim> claims() {
    return Stream.of(
            OrderClaims.all(),
            TimeBoundClaims.all(),
            FeatureScalingClaims.all(),
            AccuracyScalingClaims.all(),
            WholeTimeClaim.all(),
            ClosedFormClaims.all(),
            ShortPromptClaim.all(),
            ProfileClaims.all(),
            PhaseOneEndClaims.all(),
            PhaseTwoEndClaims.all(),
            PhaseWidthClaims.all(),
            StartClaims.all(),
            PhaseTwoGradientClaims.all(),
            FloorClaims.all(),
            RandomCaseClaims.all(),
            SafeStepClaims.all(),
            LargeStepClaims.all(),
            PromptClaims.all(),
            TaskClaims.all(),
            OtherPromptClaims.all(),
            FailureClaims.all(),
            GeneralLawClaims.all(),
            CorrelationClaims.all(),
            AdamClaims.all(),
            TrainedScaleClaims.all())
        .flatMap(List::stream)
        .toList();
  }
}
