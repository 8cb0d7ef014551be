package io.github.icldynamics.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows of described columns; what a run has measured, ready to be stored, drawn or compared. */
public final class Table {
  private final TableForm form;
  private final List<Cells> cells;
  private final int size;

  Table(TableForm form, List<Cells> cells, int size) {
    this.form = form;
    this.cells = List.copyOf(cells);
    this.size = size;
  }

  /** The cells of one column. */
  sealed interface Cells {}

  static final class Wholes implements Cells {
    private long[] values = new long[16];
    private int size;

    void add(long value) {
      values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
      values[size++] = value;
    }
  }

  static final class Reals implements Cells {
    private double[] values = new double[16];
    private int size;

    void add(double value) {
      values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
      values[size++] = value;
    }
  }

  static final class Texts implements Cells {
    private final List<String> values = new ArrayList<>();

    void add(String value) {
      values.add(value);
    }
  }

  /** What it looks like. */
  public TableForm form() {
    return form;
  }

  /** The number of rows. */
  public int size() {
    return size;
  }

  /** A whole number; rows and columns are counted from 0. */
  public long whole(int column, int row) {
    if (cells.get(column) instanceof Wholes wholes && row < size) {
      return wholes.values[row];
    }
    throw noSuch(column, row);
  }

  /** A number, or a whole one as a number; NaN where there is none. */
  public double real(int column, int row) {
    if (cells.get(column) instanceof Reals reals && row < size) {
      return reals.values[row];
    }
    return (double) whole(column, row);
  }

  /** A text, empty where there is none. */
  public String text(int column, int row) {
    if (cells.get(column) instanceof Texts texts && row < size) {
      return texts.values.get(row);
    }
    throw noSuch(column, row);
  }

  private IllegalArgumentException noSuch(int column, int row) {
    return new IllegalArgumentException(
        "no such cell of " + form.name() + ": " + form.columns().get(column) + ", row " + row);
  }

  /** A whole number, by the name of its column. */
  public long whole(String column, int row) {
    return whole(form.indexOf(column), row);
  }

  /** A number, by the name of its column. */
  public double real(String column, int row) {
    return real(form.indexOf(column), row);
  }

  /** A text, by the name of its column. */
  public String text(String column, int row) {
    return text(form.indexOf(column), row);
  }

  /** The numbers of all rows, ascending. */
  public IntStream rows() {
    return IntStream.range(0, size);
  }

  /** The rows of which something is true. */
  public Table where(IntPredicate condition) {
    var builder = form.begin();
    rows().filter(condition).forEach(row -> builder.row(this, row));
    return builder.table();
  }

  /** Equal tables have equal forms and equal cells, bit by bit. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Table table
        && form.equals(table.form)
        && size == table.size
        && rows().allMatch(row -> sameRow(table, row));
  }

  private boolean sameRow(Table other, int row) {
    return IntStream.range(0, cells.size())
        .allMatch(
            i ->
                switch (cells.get(i)) {
                  case Wholes _ -> whole(i, row) == other.whole(i, row);
                  case Reals _ -> Double.compare(real(i, row), other.real(i, row)) == 0;
                  case Texts _ -> text(i, row).equals(other.text(i, row));
                });
  }

  @Override
  public int hashCode() {
    return 31 * form.hashCode() + size;
  }

  @Override
  public String toString() {
    return form.name() + " with " + size + " rows";
  }
}
