package io.github.icldynamics.lab.store;

import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.schema.Node;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values written row by row, so that a table need not fit into memory: a head with
 * the names of the columns, numbers with all their digits, empty cells where there is nothing,
 * quotes around texts that need them.
 */
public final class CsvRows {
  private final Appendable out;
  private final int columns;

  private CsvRows(Appendable out, int columns) {
    this.out = out;
    this.columns = columns;
  }

  /** Begins a table with its head. */
  public static CsvRows begin(TableForm form, Appendable out) throws IOException {
    out.append(
        form.columns().stream()
            .map(Column::name)
            .map(CsvRows::quoted)
            .collect(Collectors.joining(",", "", "\n")));
    return new CsvRows(out, form.columns().size());
  }

  /** Writes a row, a cell a column; what is neither number nor text leaves its cell empty. */
  public void row(List<Node> cells) throws IOException {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(cells.size() + " cells for " + columns + " columns");
    }
    for (int i = 0; i < columns; i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    out.append('\n');
  }

  private static String cell(Node cell) {
    return switch (cell) {
      case Node.Whole(long value) -> Long.toString(value);
      case Node.Real(double value) -> real(value);
      case Node.Text(String text) -> quoted(text);
      case Node.Truth(boolean value) -> Boolean.toString(value);
      case Node.Nothing _ -> "";
      case Node.Items _, Node.Mapping _ ->
          throw new IllegalArgumentException("a cell must hold a number or a text");
    };
  }

  static String real(double value) {
    return Double.isNaN(value) ? "" : Double.toString(value);
  }

  static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
