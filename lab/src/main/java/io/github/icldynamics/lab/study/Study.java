package io.github.icldynamics.lab.study;

import io.github.icldynamics.lab.experiment.NearestName;
import io.github.icldynamics.prompt.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/** The studies, by name. */
public enum Study {
  IMBALANCE("imbalance-ratio"),
  INITIAL_WEIGHTS("initial-weights"),
  LEARNING_RATE("learning-rate"),
  PROMPT_LENGTH("prompt-length"),
  BALANCE("balanced-against-imbalanced"),
  FASTER_TRAINING("faster-training"),
  CORRELATED_FEATURES("correlated-features"),
  FUNCTION_CLASSES("function-classes"),
  CHANGING_LAWS("changing-laws"),
  LABEL_NOISE("label-noise");

  private final String key;

  Study(String key) {
    this.key = key;
  }

  /** Its name on the command line and of its files. */
  public String key() {
    return key;
  }

  /** Computes it. */
  public StudyPage make() {
    return switch (this) {
      case IMBALANCE -> ImbalanceStudy.make();
      case INITIAL_WEIGHTS -> InitialWeightsStudy.make();
      case LEARNING_RATE -> LearningRateStudy.make();
      case PROMPT_LENGTH -> PromptLengthStudy.make();
      case BALANCE -> BalanceStudy.make();
      case FASTER_TRAINING -> FasterTrainingStudy.make();
      case CORRELATED_FEATURES -> CorrelatedFeaturesStudy.make();
      case FUNCTION_CLASSES -> FunctionClassesStudy.make();
      case CHANGING_LAWS -> ChangingLawsStudy.make();
      case LABEL_NOISE -> LabelNoiseStudy.make();
    };
  }

  /** The study with a name. */
  public static Study named(String name) {
    return Arrays.stream(values())
        .filter(study -> study.key.equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static InvalidInputException unknown(String name) {
    List<String> keys = Arrays.stream(values()).map(Study::key).toList();
    String hint = NearestName.of(name, keys).map(near -> "; did you mean " + near + "?").orElse("");
    return new InvalidInputException(
        "STUDY", "must be one of " + String.join(", ", keys) + ", not " + name + hint);
  }
}
