package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.Paper;
import io.github.icldynamics.claims.Source;
import io.github.icldynamics.claims.Sources;
import io.github.icldynamics.claims.Standing;
import java.util.List;
import java.util.stream.Stream;

/** All claims about the system of Huang, Cheng and Liang, in the order in which they are read. */
public final class Huang2024 {
  /** Where the claims come from. */
  static final Sources SOURCES = new Sources(Paper.HUANG_2024, "docs/theory/sharp-laws.md");

  /** This project, by the exact method itself. */
  static final Source METHOD =
      new Source(Paper.HUANG_2024, Standing.OURS, "proved: docs/theory/laplace-method.md");

  private Huang2024() {}

  /** The catalogue. */
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
            LargeStepClaims.all(),
            PromptClaims.all(),
            TaskClaims.all(),
            OtherPromptClaims.all(),
            FailureClaims.all(),
            GeneralLawClaims.all(),
            CorrelationClaims.all())
        .flatMap(List::stream)
        .toList();
  }
}
