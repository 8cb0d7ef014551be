package io.github.icldynamics.softmaxregression.studies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.descent.Momentum;
import io.github.icldynamics.descent.NormalisedDescent;
import io.github.icldynamics.descent.Optimiser;
import io.github.icldynamics.descent.PlainDescent;
import io.github.icldynamics.descent.SignDescent;
import io.github.icldynamics.descent.UpdateRule;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.LayerPlan;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContestantTest {
  private static final double RATE = 0.25;

  private static long iterations(Contestant contestant) {
    var descent = contestant.start(20, RATE);
    while (descent.loss() > Sweep.EPSILON) {
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
            new Optimiser(rule, RATE),
            Sweep.EPSILON,
            Until.convergence());
    var runs = LayerPlan.of(plan).trainTogether(List.of(1L));
    return Math.round(runs.getFirst().trajectory().end() / RATE);
  }

  @Test
  void iterationsAreThoseOfTheWholeLayer() {
    assertEquals(trained(new PlainDescent()), iterations(Contestant.DESCENT));
    assertEquals(trained(new Momentum(0.9)), iterations(Contestant.MOMENTUM));
    assertEquals(trained(new SignDescent()), iterations(Contestant.SIGN));
    assertEquals(trained(new NormalisedDescent()), iterations(Contestant.NORMALISED));
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
    assertTrue(descent.loss() <= Sweep.EPSILON);
    assertTrue(descent.longestStep() <= 0.1 && descent.rise() <= 1.01);
  }
}
