package io.github.icldynamics.softmaxregression.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.List;
import org.junit.jupiter.api.Test;

class EquicorrelatedFlowTest {
  private static SymmetricMatrix gram(int size, double correlation) {
    double[][] rows = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        rows[i][j] = i == j ? 1 : correlation;
      }
    }
    return SymmetricMatrix.of(rows);
  }

  /** The same flow entry by entry, with Γ multiplied out and C = Γ as a matrix; both at 1e-10. */
  @Test
  void groupsFollowTheWholeMatrix() {
    var laws =
        List.of(
            TokenLaw.balanced(5),
            TokenLaw.imbalanced(5, 0.5),
            new TokenLaw(List.of(new FeatureGroup(0.3, 2), new FeatureGroup(0.1, 4))));
    for (var law : laws) {
      for (var length : List.of(PromptLength.of(25), PromptLength.infinite())) {
        for (double correlation : new double[] {0, 0.4, 0.8}) {
          agree(law, length, correlation);
        }
      }
    }
  }

  private static void agree(TokenLaw law, PromptLength length, double correlation) {
    int size = (int) law.features();
    for (int group = 0; group < law.groups().size(); group++) {
      double loss = 0.1 * (1 - correlation);
      double reduced =
          new EquicorrelatedFlow(law, length, correlation)
              .timeToLoss(group, loss, 1e6)
              .orElseThrow();
      double whole =
          new CorrelatedFlow(law.listedSingly(), length, gram(size, correlation))
              .timeToLoss((int) law.firstFeature(group), loss, 1e6)
              .orElseThrow();
      assertEquals(whole, reduced, 1e-7 * whole, law + " at " + correlation);
    }
  }

  @Test
  void aLossThatIsThereAtTheStartTakesNoTime() {
    var flow = new EquicorrelatedFlow(TokenLaw.balanced(5), PromptLength.infinite(), 0.5);
    assertEquals(0, flow.timeToLoss(0, 1, 10).orElseThrow());
  }

  @Test
  void aHorizonTooNearIsSaid() {
    var flow = new EquicorrelatedFlow(TokenLaw.balanced(50), PromptLength.infinite(), 0.5);
    assertTrue(flow.timeToLoss(0, 1e-3, 10).isEmpty());
  }

  @Test
  void badInputIsRefused() {
    var flow = new EquicorrelatedFlow(TokenLaw.balanced(5), PromptLength.infinite(), 0.5);
    assertThrows(InvalidInputException.class, () -> flow.timeToLoss(0, 0.1, 0));
    for (double correlation : new double[] {-0.1, 1, Double.NaN}) {
      assertThrows(
          InvalidInputException.class,
          () -> new EquicorrelatedFlow(TokenLaw.balanced(5), PromptLength.infinite(), correlation));
    }
  }
}
