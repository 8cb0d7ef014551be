package io.github.icldynamics.study;

import io.github.icldynamics.chart.Chart;
import java.util.List;

/**
 * A study made.
 *
 * @param <E> the experiments of the system that it studies
 * @param heading its title
 * @param question what was asked, one sentence
 * @param charts in the order in which the text speaks of them
 * @param paragraphs what they show
 * @param experiment one run of it
 */
public record StudyPage<E>(
    String heading, String question, List<Chart> charts, List<String> paragraphs, E experiment) {
  public StudyPage {
    charts = List.copyOf(charts);
    paragraphs = List.copyOf(paragraphs);
  }
}
