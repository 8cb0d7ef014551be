package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Claim;
import java.util.List;
import java.util.stream.Stream;

/** All claims about the system of Huang, Cheng and Liang, in the order in which they are read. */
public final class Huang2024 {
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
