package io.github.icldynamics.softmaxregression.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import org.junit.jupiter.api.Test;

class FailureSignatureTest {
  private static FailureSignature of(double tau, Vector start) {
    var plan =
        new TrainingPlan(
            TokenLaw.imbalanced(50, 0.5),
            PromptLength.of(2500),
            LabelModel.linear(),
            GradientFlow.accurate(),
            0.01,
            new Until.AtTime(tau));
    return FailureSignature.of(ColumnRun.train(plan, 1, start));
  }

  @Test
  void aConvergedRunHasNone() {
    assertEquals(FailureSignature.NONE, of(1e5, Vector.zero(3)));
  }

  @Test
  void aRunThatIsStillAtItsStartLooksAtTheDominantFeature() {
    assertEquals(FailureSignature.DOMINANT_NOT_SUPPRESSED, of(1, Vector.of(1, 0, 0)));
  }

  @Test
  void aHeldDownTargetIsTooSlow() {
    assertEquals(FailureSignature.TARGET_TOO_SLOW, of(2e4, Vector.of(0, -4, 0)));
  }

  @Test
  void attentionThatHasSettledOnTheTargetIsNoFailure() {
    assertEquals(FailureSignature.NONE, of(0, Vector.of(-3, 6, 0)));
  }
}
