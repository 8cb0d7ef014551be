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
        new Study<>("whole-run", WholeRunStudy::experiment, () -> new WholeRunStudy().page()),
        new Study<>(
            "imbalance-ratio", ImbalanceStudy::experiment, () -> new ImbalanceStudy().page()),
        new Study<>(
            "initial-weights",
            InitialWeightsStudy::experiment,
            () -> new InitialWeightsStudy().page()),
        new Study<>(
            "learning-rate", LearningRateStudy::experiment, () -> new LearningRateStudy().page()),
        new Study<>(
            "prompt-length", PromptLengthStudy::experiment, () -> new PromptLengthStudy().page()),
        new Study<>(
            "balanced-against-imbalanced",
            BalanceStudy::experiment,
            () -> new BalanceStudy().page()),
        new Study<>(
            "faster-training",
            FasterTrainingStudy::experiment,
            () -> new FasterTrainingStudy().page()),
        new Study<>(
            "correlated-features",
            CorrelatedFeaturesStudy::experiment,
            () -> new CorrelatedFeaturesStudy().page()),
        new Study<>(
            "function-classes",
            FunctionClassesStudy::experiment,
            () -> new FunctionClassesStudy().page()),
        new Study<>(
            "changing-laws", ChangingLawsStudy::experiment, () -> new ChangingLawsStudy().page()),
        new Study<>("label-noise", LabelNoiseStudy::experiment, () -> new LabelNoiseStudy().page()),
        new Study<>(
            "trained-value-scale", ValueScaleStudy::experiment, () -> new ValueScaleStudy().page()),
        new Study<>(
            "broken-assumptions",
            BrokenAssumptionsStudy::experiment,
            () -> new BrokenAssumptionsStudy().page()));
  }
}
