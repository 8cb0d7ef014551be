package io.github.icldynamics.lab.store;

import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as one text, with its experiment and the rows of its tables: what is shipped between
 * machines, and what a sweep keeps of each run.
 *
 * @param version of the program that has made it
 * @param record what it has measured; empty if it failed
 * @param failure why it has no record, one sentence; else empty
 */
public record RunText(
    String version, Node.Mapping experiment, Optional<RunRecord> record, String failure) {
  private static final String VERSION = "version";
  private static final String EXPERIMENT = "experiment";
  private static final String RECORD = "record";
  private static final String ROWS = "rows";
  private static final String FAILURE = "failure";

  /** A run of this program. */
  public static RunText of(RunRecord record) {
    return new RunText(Provenance.version(), record.experiment(), Optional.of(record), "");
  }

  /** One that has failed. */
  public static RunText failed(Node.Mapping experiment, String sentence) {
    return new RunText(Provenance.version(), experiment, Optional.empty(), sentence);
  }

  /** The text, one line. */
  public String text() {
    var document = new LinkedHashMap<String, Node>();
    document.put(VERSION, new Node.Text(version));
    document.put(EXPERIMENT, experiment);
    record.ifPresentOrElse(
        made -> {
          document.put(RECORD, RecordFile.HEAD.write(RecordFile.Head.of(made, List.of())));
          document.put(ROWS, rows(made.tables()));
        },
        () -> document.put(FAILURE, new Node.Text(failure)));
    return Json.line(new Node.Mapping(document)) + "\n";
  }

  private static Node rows(List<Table> tables) {
    var all = new LinkedHashMap<String, Node>();
    for (var table : tables) {
      var rows = table.rows().<Node>mapToObj(row -> row(table, row)).toList();
      all.put(table.form().name(), new Node.Items(rows));
    }
    return new Node.Mapping(all);
  }

  private static Node row(Table table, int row) {
    var cells = new ArrayList<Node>();
    for (int column = 0; column < table.form().columns().size(); column++) {
      cells.add(cell(table, column, row));
    }
    return new Node.Items(cells);
  }

  /** A cell of a table; nothing where there is no number. */
  public static Node cell(Table table, int column, int row) {
    return switch (table.form().columns().get(column).kind()) {
      case WHOLE -> new Node.Whole(table.whole(column, row));
      case REAL -> {
        double value = table.real(column, row);
        yield Double.isNaN(value) ? new Node.Nothing() : new Node.Real(value);
      }
      case TEXT -> new Node.Text(table.text(column, row));
    };
  }

  /**
   * Reads a run.
   *
   * @param source what to call it in complaints
   * @throws InvalidInputException if it is none
   */
  public static RunText read(String source, String text) {
    if (!(Json.read(source, text) instanceof Node.Mapping(var entries))
        || !(entries.get(EXPERIMENT) instanceof Node.Mapping experiment)
        || !(entries.get(VERSION) instanceof Node.Text(String version))) {
      throw new InvalidInputException(source, "must be a run, with its version and experiment");
    }
    var head = entries.get(RECORD);
    if (head == null) {
      String failure = entries.get(FAILURE) instanceof Node.Text(String sentence) ? sentence : "";
      return new RunText(version, experiment, Optional.empty(), failure);
    }
    try {
      return InvalidInputException.within(
          source,
          () ->
              new RunText(version, experiment, Optional.of(record(head, experiment, entries)), ""));
    } catch (NumberFormatException e) {
      throw new InvalidInputException(source, "must be a run, and a cell of it is no number");
    }
  }

  private static RunRecord record(Node node, Node.Mapping experiment, Map<String, Node> document) {
    var head = RecordFile.HEAD.read(node);
    var tables = head.tables().stream().map(form -> table(form, document)).toList();
    return head.with(experiment, tables);
  }

  private static Table table(TableForm form, Map<String, Node> document) {
    var builder = form.begin();
    if (document.get(ROWS) instanceof Node.Mapping(var rows)
        && rows.get(form.name()) instanceof Node.Items(var items)) {
      items.forEach(row -> put(row, form, builder));
      return builder.table();
    }
    throw new InvalidInputException(ROWS + "." + form.name(), "must be a list of rows");
  }

  private static void put(Node row, TableForm form, TableBuilder builder) {
    if (!(row instanceof Node.Items(var cells)) || cells.size() != form.columns().size()) {
      throw row.refused("must be a row of " + form.name());
    }
    for (int i = 0; i < cells.size(); i++) {
      put(cells.get(i), form.columns().get(i).kind(), builder);
    }
  }

  private static void put(Node cell, Column.Kind kind, TableBuilder builder) {
    boolean isMissing = cell instanceof Node.Nothing;
    switch (kind) {
      case WHOLE -> builder.whole(Long.parseLong(cell.given()));
      case REAL -> builder.real(isMissing ? Double.NaN : Double.parseDouble(cell.given()));
      case TEXT -> builder.text(cell instanceof Node.Text(String text) ? text : "");
    }
  }
}
