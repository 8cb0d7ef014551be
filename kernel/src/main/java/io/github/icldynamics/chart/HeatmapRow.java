package io.github.icldynamics.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Matrices of one shape side by side, with one colour bar from 0 to 1.
 *
 * @param title above all panels; may be empty
 * @param rows what the rows are
 * @param columns what the columns are
 * @param quantity what the colours show, such as "mean attention"
 */
public record HeatmapRow(
    String title, Ticks rows, Ticks columns, String quantity, List<Heatmap> panels)
    implements Chart {
  /**
   * One side of a matrix.
   *
   * @param caption what it runs over, such as "query"; may be empty
   * @param labels one for every row or column
   * @param written which of them are to be written, as far as there is room; ascending, from 0
   */
  public record Ticks(String caption, List<String> labels, List<Integer> written) {
    public Ticks {
      labels = List.copyOf(labels);
      written = List.copyOf(written);
    }

    /** All of them. */
    public Ticks(String caption, List<String> labels) {
      this(caption, labels, IntStream.range(0, labels.size()).boxed().toList());
    }

    /** How many there are. */
    public int count() {
      return labels.size();
    }
  }

  public HeatmapRow {
    panels = List.copyOf(panels);
    for (var panel : panels) {
      requireShape(panel, rows.count(), columns.count());
    }
    if (panels.isEmpty() || rows.count() == 0 || columns.count() == 0) {
      throw new IllegalArgumentException("A row of heatmaps needs at least one cell");
    }
  }

  private static void requireShape(Heatmap panel, int rows, int columns) {
    var cells = panel.cells();
    if (cells.size() != rows || cells.stream().anyMatch(row -> row.size() != columns)) {
      throw new IllegalArgumentException(
          "The cells of \"" + panel.title() + "\" are not " + rows + " by " + columns);
    }
  }
}
