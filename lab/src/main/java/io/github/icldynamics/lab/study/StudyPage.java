package io.github.icldynamics.lab.study;

import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.figure.Figure;
import java.util.List;

/**
 * A study made.
 *
 * @param heading its title
 * @param question what was asked, one sentence
 * @param figures in the order in which the text speaks of them
 * @param paragraphs what they show
 * @param experiment one run of it, for {@code icl run}
 */
public record StudyPage(
    String heading,
    String question,
    List<Figure> figures,
    List<String> paragraphs,
    Experiment experiment) {
  public StudyPage {
    figures = List.copyOf(figures);
    paragraphs = List.copyOf(paragraphs);
  }
}
