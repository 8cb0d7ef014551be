package io.github.icldynamics.lab.runs;

import io.github.icldynamics.lab.store.CsvRows;
import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Runs as a table: a row a run, a column for each field, fact and landmark that some run has. */
public final class RunsTable {
  private static final List<String> FIRST = List.of("name", "hash", "system", "outcome");

  private final TableForm form;
  private final List<String> names;
  private final List<StoredRun> runs;

  private RunsTable(TableForm form, List<String> names, List<StoredRun> runs) {
    this.form = form;
    this.names = names;
    this.runs = runs;
  }

  /** The table of some runs. */
  public static RunsTable of(List<StoredRun> runs) {
    var names = new LinkedHashSet<String>();
    runs.forEach(run -> names.addAll(values(run).keySet()));
    names.removeAll(FIRST);
    var columns = new ArrayList<Column>();
    FIRST.forEach(name -> columns.add(Column.text(name, name + " of the run")));
    for (String name : names) {
      columns.add(new Column(name, kind(name, runs), "", "of the experiment or the record"));
    }
    return new RunsTable(new TableForm("runs", "a run", columns), List.copyOf(names), runs);
  }

  private static Column.Kind kind(String name, List<StoredRun> runs) {
    boolean isNumeric =
        runs.stream()
            .map(run -> values(run).get(name))
            .allMatch(node -> node == null || node instanceof Node.Real || isNumber(node));
    return isNumeric ? Column.Kind.REAL : Column.Kind.TEXT;
  }

  private static boolean isNumber(Node node) {
    return !Double.isNaN(Numerals.numberOrNaN(node));
  }

  private static Map<String, Node> values(StoredRun run) {
    return RunEntry.fields(run.record());
  }

  /** Its columns. */
  public TableForm form() {
    return form;
  }

  /** Writes it as comma-separated values. */
  public void write(Appendable out) throws IOException {
    var csv = CsvRows.begin(form, out);
    for (var run : runs) {
      csv.row(row(run));
    }
  }

  /** The rows as cells. */
  public List<List<Node>> rows() {
    return runs.stream().map(this::row).toList();
  }

  private List<Node> row(StoredRun run) {
    var cells = new ArrayList<Node>();
    cells.add(new Node.Text(run.name()));
    cells.add(new Node.Text(run.hash()));
    cells.add(new Node.Text(run.record().system()));
    cells.add(new Node.Text(run.record().ending().title()));
    var values = values(run);
    for (int i = 0; i < names.size(); i++) {
      var value = values.get(names.get(i));
      boolean isText = form.columns().get(FIRST.size() + i).kind() == Column.Kind.TEXT;
      cells.add(
          value == null
              ? new Node.Nothing()
              : isText ? new Node.Text(value.given()) : new Node.Real(Numerals.numberOrNaN(value)));
    }
    return cells;
  }
}
