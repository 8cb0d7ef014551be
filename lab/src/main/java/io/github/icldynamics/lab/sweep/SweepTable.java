package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.store.CsvRows;
import io.github.icldynamics.lab.text.Json;
import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.schema.FieldPath;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of a sweep: a row a point, in the order of the axes, the first the slowest; columns are
 * the axes, the seed if it is varied, the measures, then run, outcome and error.
 */
final class SweepTable {
  /** The columns that every table has. */
  static final List<String> FIXED = List.of("seed", "run", "outcome", "error");

  private final TableForm form;
  private final int axes;

  private SweepTable(TableForm form, int axes) {
    this.form = form;
    this.axes = axes;
  }

  /**
   * The table of a sweep.
   *
   * @param texts names of measures that are words in some run
   */
  static SweepTable of(Sweep sweep, List<String> measures, List<String> texts) {
    var columns = new ArrayList<Column>();
    sweep.axes().forEach(axis -> columns.add(column(axis, Sweep.path(axis, sweep.base()))));
    if (sweep.hasSeeds()) {
      columns.add(Column.whole("seed", "the first seed of the experiment"));
    }
    int axes = columns.size();
    for (String measure : measures) {
      var kind = texts.contains(measure) ? Column.Kind.TEXT : Column.Kind.REAL;
      columns.add(new Column(measure, kind, "", "measured of the run"));
    }
    columns.add(Column.text("run", "the hash of the experiment"));
    columns.add(Column.text("outcome", "how the run ended"));
    columns.add(Column.text("error", "why there is no run"));
    return new SweepTable(new TableForm("table", "a point of the sweep", columns), axes);
  }

  private static Column column(Axis axis, FieldPath path) {
    return new Column(axis.field(), kind(axis, path), "", path.sentence());
  }

  private static Column.Kind kind(Axis axis, FieldPath path) {
    return switch (axis.values()) {
      case AxisValues.Listed(var nodes) ->
          nodes.stream().allMatch(SweepTable::isWhole)
              ? Column.Kind.WHOLE
              : nodes.stream().allMatch(SweepTable::isNumber) ? Column.Kind.REAL : Column.Kind.TEXT;
      case AxisValues.Spaced _, AxisValues.Computed _ ->
          path.isWhole() ? Column.Kind.WHOLE : Column.Kind.REAL;
    };
  }

  private static boolean isWhole(Node node) {
    double value = Numerals.numberOrNaN(node);
    return Math.abs(value) < 0x1p63 && value == Math.rint(value) && !node.given().contains(".");
  }

  private static boolean isNumber(Node node) {
    return !Double.isNaN(Numerals.numberOrNaN(node));
  }

  TableForm form() {
    return form;
  }

  /** Writes rows one after the other. */
  void write(Iterable<SweepRow> rows, Appendable out) throws IOException {
    var csv = CsvRows.begin(form, out);
    for (var row : rows) {
      csv.row(cells(row));
    }
  }

  /** The cells of a row. */
  List<Node> cells(SweepRow row) {
    var cells = new ArrayList<Node>();
    for (int i = 0; i < axes; i++) {
      cells.add(cell(row.values().get(i), form.columns().get(i).kind()));
    }
    for (int i = 0; i < row.measures().size(); i++) {
      cells.add(cell(row.measures().get(i), form.columns().get(axes + i).kind()));
    }
    cells.add(new Node.Text(row.run()));
    cells.add(new Node.Text(row.outcome()));
    cells.add(new Node.Text(row.error()));
    return cells;
  }

  private static Node cell(Node value, Column.Kind kind) {
    double number = Numerals.numberOrNaN(value);
    return switch (kind) {
      case WHOLE -> whole(value, number);
      case REAL -> Double.isNaN(number) ? new Node.Nothing() : new Node.Real(number);
      case TEXT -> text(value);
    };
  }

  /** With all its digits, which a double may not have. */
  private static Node whole(Node value, double number) {
    if (value instanceof Node.Whole) {
      return value;
    }
    boolean isWhole = Math.abs(number) < 0x1p63 && number == Math.rint(number);
    return isWhole ? new Node.Whole((long) number) : new Node.Nothing();
  }

  private static Node text(Node value) {
    return switch (value) {
      case Node.Text text -> text;
      case Node.Nothing nothing -> nothing;
      case Node.Items _, Node.Mapping _ -> new Node.Text(Json.line(value));
      case Node.Whole _, Node.Real _, Node.Truth _ -> new Node.Text(value.given());
    };
  }
}
