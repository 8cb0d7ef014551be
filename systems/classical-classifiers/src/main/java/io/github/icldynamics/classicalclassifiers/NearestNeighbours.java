package io.github.icldynamics.classicalclassifiers;

import io.github.icldynamics.linearclassification.comparison.PromptClassifier;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import org.tribuo.classification.Label;
import org.tribuo.classification.ensemble.VotingCombiner;
import org.tribuo.common.nearest.KNNModel;
import org.tribuo.common.nearest.KNNTrainer;
import org.tribuo.math.distance.L2Distance;
import org.tribuo.math.neighbour.NeighboursQueryFactoryType;

/**
 * The k nearest neighbours by Euclidean distance, whose majority is answered; k is the odd number
 * nearest to √N, so that both k and N/k grow with N.
 */
public record NearestNeighbours() implements PromptClassifier {
  private static final int THREADS = 1;

  @Override
  public String title() {
    return "Nearest neighbours";
  }

  /**
   * How many neighbours are asked.
   *
   * @param tokens N ≥ 1
   * @return odd, at most N
   */
  static int neighbours(int tokens) {
    return 2 * (int) (Math.sqrt(tokens) / 2) + 1;
  }

  @Override
  public Rule fit(LabelledPrompt prompt) {
    var trainer =
        new KNNTrainer<Label>(
            neighbours(prompt.size()),
            new L2Distance(),
            THREADS,
            new VotingCombiner(),
            KNNModel.Backend.THREADPOOL,
            NeighboursQueryFactoryType.BRUTE_FORCE);
    return TrainedRule.fit(trainer, prompt);
  }
}
