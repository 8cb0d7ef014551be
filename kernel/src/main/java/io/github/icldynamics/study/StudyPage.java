package io.github.icldynamics.study;

import io.github.icldynamics.chart.Chart;
import java.util.List;

/**
 * A study made.
 *
 * @param heading its title
 * @param question what was asked, one sentence
 * @param charts in the order in which the text speaks of them
 * @param tables after the charts
 * @param paragraphs what they show
 */
public record StudyPage(
    String heading,
    String question,
    List<Chart> charts,
    List<StudyTable> tables,
    List<String> paragraphs) {
  public StudyPage {
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
    paragraphs = List.copyOf(paragraphs);
  }

  /** A page without tables. */
  public StudyPage(String heading, String question, List<Chart> charts, List<String> paragraphs) {
    this(heading, question, charts, List.of(), paragraphs);
  }
}
