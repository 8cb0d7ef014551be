package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.lab.paper.LatexTable;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What is kept of the rows of a sweep while they go by. */
final class SweepGathering {
  private static final int FIRST_ROWS = 500;

  private final SweepTable table;
  private final SweepData data;
  private final List<String> names;
  private final SweepCounts counts = new SweepCounts();
  private final List<List<String>> first = new ArrayList<>();
  private long size;

  SweepGathering(SweepTable table, SweepData data, List<String> names) {
    this.table = table;
    this.data = data;
    this.names = List.copyOf(names);
  }

  /** The rows, each of which is looked at as it goes by. */
  Iterable<SweepRow> gathering(Iterable<SweepRow> rows) {
    return () -> {
      var inner = rows.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return inner.hasNext();
        }

        @Override
        public SweepRow next() {
          var row = inner.next();
          add(row);
          return row;
        }
      };
    };
  }

  private void add(SweepRow row) {
    size++;
    counts.add(row);
    data.add(row, names);
    if (first.size() < FIRST_ROWS) {
      first.add(table.cells(row).stream().map(SweepGathering::text).toList());
    }
  }

  private static String text(Node cell) {
    return switch (cell) {
      case Node.Nothing _ -> "";
      case Node.Real(double value) -> SignificantDigits.of(value);
      default -> cell.given().equals("an empty text") ? "" : cell.given();
    };
  }

  SweepData data() {
    return data;
  }

  SweepCounts counts() {
    return counts;
  }

  /** How many rows there were. */
  long size() {
    return size;
  }

  /** The first rows as people read them. */
  List<List<String>> first() {
    return List.copyOf(first);
  }

  /** The first rows for a paper, without hashes and what is empty in all of them. */
  LatexTable latex(int most) {
    var rows = first.stream().limit(most).toList();
    var heads = table.form().columns().stream().<String>map(column -> column.name()).toList();
    var kept = new ArrayList<Integer>();
    for (int i = 0; i < heads.size(); i++) {
      int column = i;
      if (!heads.get(i).equals("run")
          && rows.stream().anyMatch(row -> !row.get(column).isEmpty())) {
        kept.add(i);
      }
    }
    String title =
        size > rows.size()
            ? "the first %d of %d points of the sweep".formatted(rows.size(), size)
            : "all %d points of the sweep".formatted(size);
    return new LatexTable(
        title,
        kept.stream().map(heads::get).toList(),
        rows.stream()
            .map(row -> kept.stream().map(row::get).map(SweepGathering::orDash).toList())
            .toList());
  }

  private static String orDash(String cell) {
    return cell.isEmpty() ? "–" : cell;
  }
}
