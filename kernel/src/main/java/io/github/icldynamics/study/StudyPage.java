package io.github.icldynamics.study;

import io.github.icldynamics.chart.Chart;
import java.util.List;

/**
 * A study made.
 *
 * @param heading its title
 * @param question what was asked, one sentence
 * @param charts in the order in which the text speaks of them
 * @param paragraphs what they show
 */
public record StudyPage(
    String heading, String question, List<Chart> charts, List<String> paragraphs) {
  public StudyPage {
    charts = List.copyOf(charts);
    paragraphs = List.copyOf(paragraphs);
  }
}
