package io.github.icldynamics.softmaxregression.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.network.FeatureBasis;
import io.github.icldynamics.softmaxregression.network.SampledGradient;
import io.github.icldynamics.softmaxregression.network.SoftmaxAttention;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainedWeightsTest {
  private static final TokenLaw LAW = TokenLaw.imbalanced(6, 0.5);

  private static final TrainingPlan PLAN =
      new TrainingPlan(
          LAW,
          PromptLength.of(40),
          LabelModel.linear(),
          GradientFlow.accurate(),
          0.01,
          new Until.AtTime(300));

  /**
   * The trained layer, token by token on new tasks, errs as the population says: 4 standard errors.
   */
  @Test
  void theTrainedLayerAnswersNewPrompts() {
    var runs = List.of(ColumnRun.train(PLAN, 0), ColumnRun.train(PLAN, 1));
    var basis = FeatureBasis.random(6, 8, 11);
    var network = SoftmaxAttention.of(basis.embedLogits(TrainedWeights.at(LAW, runs, 300)));
    for (int query = 0; query < 6; query++) {
      var column = PLAN.column(query).expanded();
      var sampled = SampledGradient.sample(network, column, basis, 2000, query);
      double exact = runs.get(Math.min(query, 1)).stateAt(300).value().loss();
      assertTrue(exact < 0.05, "trained: " + exact);
      assertTrue(sampled.loss().deviation(exact) <= 4, query + ": " + sampled.loss());
    }
  }

  @Test
  void everyQueryNeedsARun() {
    var runs = List.of(ColumnRun.train(PLAN, 1));
    assertThrows(InvalidInputException.class, () -> TrainedWeights.at(LAW, runs, 1));
    var balanced = TokenLaw.balanced(20_000);
    assertThrows(InvalidInputException.class, () -> TrainedWeights.at(balanced, runs, 1));
  }

  @Test
  void exchangeableQueriesShareAColumn() {
    var runs = List.of(ColumnRun.train(PLAN, 0), ColumnRun.train(PLAN, 3));
    double[][] weights = TrainedWeights.at(LAW, runs, 100);
    assertEquals(weights[3][3], weights[1][1]);
    assertEquals(weights[0][3], weights[0][1]);
    assertEquals(weights[1][3], weights[2][1]);
  }
}
