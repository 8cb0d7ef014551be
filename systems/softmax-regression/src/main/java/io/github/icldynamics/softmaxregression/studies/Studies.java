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
        new Study<>("imbalance-ratio", ImbalanceStudy::make),
        new Study<>("initial-weights", InitialWeightsStudy::make),
        new Study<>("learning-rate", LearningRateStudy::make),
        new Study<>("prompt-length", PromptLengthStudy::make),
        new Study<>("balanced-against-imbalanced", BalanceStudy::make),
        new Study<>("faster-training", FasterTrainingStudy::make),
        new Study<>("correlated-features", CorrelatedFeaturesStudy::make),
        new Study<>("function-classes", FunctionClassesStudy::make),
        new Study<>("changing-laws", ChangingLawsStudy::make),
        new Study<>("label-noise", LabelNoiseStudy::make));
  }
}
