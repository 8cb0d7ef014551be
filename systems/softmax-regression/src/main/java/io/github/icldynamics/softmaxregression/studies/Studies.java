package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.study.Study;
import java.util.List;

/** All studies of the system, in the order in which they are read. */
public final class Studies {
  private Studies() {}

  /** The studies. */
  public static List<Study<Experiment>> all() {
    return List.of(
        new Study<>("imbalance-ratio", () -> new ImbalanceStudy().page()),
        new Study<>("initial-weights", () -> new InitialWeightsStudy().page()),
        new Study<>("learning-rate", () -> new LearningRateStudy().page()),
        new Study<>("prompt-length", () -> new PromptLengthStudy().page()),
        new Study<>("balanced-against-imbalanced", () -> new BalanceStudy().page()),
        new Study<>("faster-training", () -> new FasterTrainingStudy().page()),
        new Study<>("correlated-features", () -> new CorrelatedFeaturesStudy().page()),
        new Study<>("function-classes", () -> new FunctionClassesStudy().page()),
        new Study<>("changing-laws", () -> new ChangingLawsStudy().page()),
        new Study<>("label-noise", () -> new LabelNoiseStudy().page()));
  }
}
