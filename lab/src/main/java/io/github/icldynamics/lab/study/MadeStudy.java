package io.github.icldynamics.lab.study;

import io.github.icldynamics.schema.Node;
import io.github.icldynamics.study.Study;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.LearningSystem;

/**
 * A study that has been made.
 *
 * @param key its name on the command line and of its files
 * @param experiment one run of it, as it is written
 */
public record MadeStudy(String key, StudyPage page, Node experiment) {
  /** Makes a study of a system. */
  public static <E> MadeStudy of(LearningSystem<E> system, Study<E> study) {
    var experiment = new Given<>(system, study.experiment().get()).document();
    return new MadeStudy(study.key(), study.page().get(), experiment);
  }
}
