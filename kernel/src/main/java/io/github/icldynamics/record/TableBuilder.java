package io.github.icldynamics.record;

import java.util.ArrayList;
import java.util.List;

/** A table being written, cell by cell in the order of its columns, row by row. */
public final class TableBuilder {
  private final TableForm form;
  private final List<Table.Cells> cells = new ArrayList<>();
  private int column;
  private int rows;

  TableBuilder(TableForm form) {
    this.form = form;
    for (var each : form.columns()) {
      cells.add(
          switch (each.kind()) {
            case WHOLE -> new Table.Wholes();
            case REAL -> new Table.Reals();
            case TEXT -> new Table.Texts();
          });
    }
  }

  /** Puts a whole number into the next cell. */
  public TableBuilder whole(long value) {
    if (next(Column.Kind.WHOLE) instanceof Table.Wholes wholes) {
      wholes.add(value);
    }
    return this;
  }

  /** Puts a number into the next cell; NaN: there is none. */
  public TableBuilder real(double value) {
    if (next(Column.Kind.REAL) instanceof Table.Reals reals) {
      reals.add(value);
    }
    return this;
  }

  /** Puts a text into the next cell. */
  public TableBuilder text(String value) {
    if (next(Column.Kind.TEXT) instanceof Table.Texts texts) {
      texts.add(value);
    }
    return this;
  }

  private Table.Cells next(Column.Kind kind) {
    var described = form.columns().get(column);
    if (described.kind() != kind) {
      throw new IllegalArgumentException(
          "column " + described.name() + " of " + form.name() + " holds no " + kind);
    }
    var target = cells.get(column);
    column = (column + 1) % cells.size();
    rows += column == 0 ? 1 : 0;
    return target;
  }

  /** Puts all rows of another table of this form. */
  public TableBuilder all(Table other) {
    other.rows().forEach(row -> row(other, row));
    return this;
  }

  void row(Table other, int row) {
    for (int i = 0; i < cells.size(); i++) {
      switch (form.columns().get(i).kind()) {
        case WHOLE -> whole(other.whole(i, row));
        case REAL -> real(other.real(i, row));
        case TEXT -> text(other.text(i, row));
      }
    }
  }

  /** The table; the last row must be complete. */
  public Table table() {
    if (column != 0) {
      throw new IllegalStateException("a row of " + form.name() + " is not complete");
    }
    return new Table(form, cells, rows);
  }
}
