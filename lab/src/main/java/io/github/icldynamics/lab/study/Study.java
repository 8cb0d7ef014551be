package io.github.icldynamics.lab.study;

import io.github.icldynamics.lab.experiment.NearestName;
import io.github.icldynamics.prompt.InvalidInputException;
import java.util.Arrays;
import java.util.List;

/** The studies, by name. */
public enum Study {
  IMBALANCE("imbalance-ratio") {
    @Override
    public StudyPage make() {
      return ImbalanceStudy.make();
    }
  },
  INITIAL_WEIGHTS("initial-weights") {
    @Override
    public StudyPage make() {
      return InitialWeightsStudy.make();
    }
  },
  LEARNING_RATE("learning-rate") {
    @Override
    public StudyPage make() {
      return LearningRateStudy.make();
    }
  },
  PROMPT_LENGTH("prompt-length") {
    @Override
    public StudyPage make() {
      return PromptLengthStudy.make();
    }
  },
  BALANCE("balanced-against-imbalanced") {
    @Override
    public StudyPage make() {
      return BalanceStudy.make();
    }
  };

  private final String title;

  Study(String title) {
    this.title = title;
  }

  /** Its name on the command line and of its files. */
  public String title() {
    return title;
  }

  /** Computes it. */
  public abstract StudyPage make();

  /** All names. */
  public static List<String> titles() {
    return Arrays.stream(values()).map(Study::title).toList();
  }

  /** The study with a name. */
  public static Study named(String name) {
    return Arrays.stream(values())
        .filter(study -> study.title.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "STUDY",
                    "must be one of "
                        + String.join(", ", titles())
                        + ", not "
                        + name
                        + NearestName.of(name, titles())
                            .map(near -> "; did you mean " + near + "?")
                            .orElse("")));
  }
}
