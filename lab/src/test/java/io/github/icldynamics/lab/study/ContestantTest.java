package io.github.icldynamics.lab.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.LayerPlan;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.TrainingMethod;
import io.github.icldynamics.training.UpdateRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestantTest {
  private static final double RATE = 0.25;

  private static long iterations(Contestant contestant) {
    var descent = contestant.start(20, RATE);
    while (descent.loss() > Contestant.EPSILON) {
      descent.step();
    }
    return descent.iteration();
  }

  private static long trained(UpdateRule rule) {
    var plan =
        new TrainingPlan(
            TokenLaw.imbalanced(20, 0.5),
            PromptLength.infinite(),
            LabelModel.linear(),
            new TrainingMethod.Optimiser(rule, RATE),
            Contestant.EPSILON,
            Ending.convergence());
    var runs = LayerPlan.of(plan).trainTogether(List.of(1L));
    return Math.round(runs.getFirst().trajectory().end() / RATE);
  }

  @Test
  void iterationsAreThoseOfTheWholeLayer() {
    assertEquals(trained(new UpdateRule.Plain()), iterations(Contestant.DESCENT));
    assertEquals(trained(new UpdateRule.Momentum(0.9)), iterations(Contestant.MOMENTUM));
    assertEquals(trained(new UpdateRule.Sign()), iterations(Contestant.SIGN));
    assertEquals(trained(new UpdateRule.Normalised()), iterations(Contestant.NORMALISED));
  }

  /** Short steps follow the flow: (1 − p₁) within 1/K. */
  @Test
  void reweightingGainsTheShareOfTheRest() {
    double ratio = (double) iterations(Contestant.REWEIGHTED) / iterations(Contestant.DESCENT);
    assertEquals(0.5, ratio, 0.05);
  }

  @Test
  void aTunedStepIsShortAndStable() {
    var size = StepSize.tuned(Contestant.SIGN, 20, 0.1);
    assertTrue(size.learningRate() <= 0.1 && size.learningRate() > 0.05, size.toString());
    var descent = Contestant.SIGN.start(20, size.learningRate());
    for (long step = 0; step < size.iterations(); step++) {
      descent.step();
    }
    assertTrue(descent.loss() <= Contestant.EPSILON);
    assertTrue(descent.longestStep() <= 0.1 && descent.rise() <= 1.01);
  }
}
