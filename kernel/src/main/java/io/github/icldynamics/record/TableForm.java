package io.github.icldynamics.record;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a table looks like, whatever its rows.
 *
 * @param name as files and programs call it
 * @param sentence what a row is
 */
public record TableForm(String name, String sentence, List<Column> columns) {
  public TableForm {
    columns = List.copyOf(columns);
  }

  /** A form of some columns. */
  public static TableForm of(String name, String sentence, Column... columns) {
    return new TableForm(name, sentence, List.of(columns));
  }

  /** The place of a column. */
  public int indexOf(String column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(column))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("table " + name + " has no column " + column));
  }

  /** Begins a table of this form. */
  public TableBuilder begin() {
    return new TableBuilder(this);
  }

  /** The table without rows. */
  public Table empty() {
    return begin().table();
  }
}
