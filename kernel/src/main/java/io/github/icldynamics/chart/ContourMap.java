package io.github.icldynamics.chart;

import java.util.List;

/**
 * A number at each pair of an x and a y, as colours with contours, such as a phase diagram.
 *
 * @param title above the map; may be empty
 * @param x automatic: from edge to edge of the outer cells
 * @param y likewise
 * @param columns where the cells lie along x, at least two, ascending
 * @param rows likewise along y
 * @param cells a list a row, the first for the first of {@code rows}; NaN leaves a cell grey, and
 *     so does what the scale has no place for
 * @param quantity what the colours show
 * @param scale of the colours; contours run along the labelled marks of their bar
 */
public record ContourMap(
    String title,
    Axis x,
    Axis y,
    List<Double> columns,
    List<Double> rows,
    List<List<Double>> cells,
    String quantity,
    Scale scale)
    implements Chart {
  public ContourMap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    cells = cells.stream().map(List::copyOf).toList();
    requireAscending(x, columns);
    requireAscending(y, rows);
    int width = columns.size();
    if (cells.size() != rows.size() || cells.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException(
          "The cells of \"" + title + "\" are not " + rows.size() + " by " + width);
    }
    if (!hasNumber(cells, scale)) {
      throw new IllegalArgumentException("The map \"" + title + "\" has nothing to show");
    }
  }

  private static void requireAscending(Axis axis, List<Double> places) {
    boolean ascends = places.size() > 1;
    for (int i = 1; i < places.size(); i++) {
      ascends &= axis.scale().even(places.get(i - 1)) < axis.scale().even(places.get(i));
    }
    if (!ascends) {
      throw new IllegalArgumentException(
          "The axis \"" + axis.label() + "\" needs two or more ascending places, not " + places);
    }
  }

  /** Whether there is a cell that a scale has a place for. */
  public static boolean hasNumber(List<List<Double>> cells, Scale scale) {
    return cells.stream().flatMap(List::stream).anyMatch(cell -> Double.isFinite(scale.even(cell)));
  }
}
