package io.github.icldynamics.lab.store;

import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.record.TableForm;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tables as comma-separated values, written as {@link CsvRows} and read back. */
public final class CsvTable {
  private CsvTable() {}

  /** A table as the text of a file. */
  public static String text(Table table) {
    var text = new StringBuilder();
    try {
      write(table, text);
    } catch (IOException e) {
      throw new IllegalStateException("A string cannot fail to be written", e);
    }
    return text.toString();
  }

  static void write(Table table, Appendable out) throws IOException {
    var rows = CsvRows.begin(table.form(), out);
    int columns = table.form().columns().size();
    for (int row = 0; row < table.size(); row++) {
      int each = row;
      rows.row(
          IntStream.range(0, columns)
              .mapToObj(column -> RunText.cell(table, column, each))
              .toList());
    }
  }

  /**
   * Reads a table that was written.
   *
   * @throws IOException if it is not of this form
   */
  static Table read(TableForm form, BufferedReader in) throws IOException {
    in.readLine();
    var builder = form.begin();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      var cells = cells(line);
      if (cells.size() != form.columns().size()) {
        throw new IOException("a row of " + form.name() + " has " + cells.size() + " cells");
      }
      for (int column = 0; column < cells.size(); column++) {
        put(form.columns().get(column).kind(), cells.get(column), builder);
      }
    }
    return builder.table();
  }

  private static void put(Column.Kind kind, String cell, TableBuilder builder) {
    switch (kind) {
      case WHOLE -> builder.whole(Long.parseLong(cell));
      case REAL -> builder.real(cell.isEmpty() ? Double.NaN : Double.parseDouble(cell));
      case TEXT -> builder.text(cell);
    }
  }

  /** The cells of a line; texts hold no line breaks. */
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}
