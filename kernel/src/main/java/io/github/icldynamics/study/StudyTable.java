package io.github.icldynamics.study;

import java.util.List;

/**
 * Numbers of a study, row by row, as text.
 *
 * @param title what they are, one sentence
 * @param heads of the columns
 * @param rows one cell a column, none empty
 */
public record StudyTable(String title, List<String> heads, List<List<String>> rows) {
  public StudyTable {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
    for (var row : rows) {
      if (row.size() != heads.size() || row.stream().anyMatch(String::isBlank)) {
        throw new IllegalArgumentException("a row must have a cell for each column: " + row);
      }
    }
  }
}
