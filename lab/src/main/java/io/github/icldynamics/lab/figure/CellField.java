package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.Scale;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Colours of cells side by side, in the even units of the axes; each reaches half way to the next.
 *
 * @param columns where the cells lie along x, ascending
 * @param rows likewise along y
 * @param cells in the even units of their scale, a list a row; NaN where there is none
 * @param colors of the cells
 */
record CellField(
    List<Double> columns, List<Double> rows, List<List<Double>> cells, ColorScale colors) {
  static CellField of(
      List<Double> columns,
      Scale x,
      List<Double> rows,
      Scale y,
      List<List<Double>> cells,
      ColorScale colors) {
    return new CellField(
        even(columns, x),
        even(rows, y),
        cells.stream().map(row -> even(row, colors.scale())).toList(),
        colors);
  }

  static List<Double> even(List<Double> values, Scale scale) {
    return values.stream().map(scale::even).toList();
  }

  /** The edges of cells: one more than there are cells. */
  static List<Double> edges(List<Double> places) {
    int last = places.size() - 1;
    var edges = new ArrayList<Double>();
    edges.add(places.getFirst() - (places.get(1) - places.getFirst()) / 2);
    IntStream.range(1, places.size())
        .forEach(i -> edges.add((places.get(i - 1) + places.get(i)) / 2));
    edges.add(places.get(last) + (places.get(last) - places.get(last - 1)) / 2);
    return edges;
  }

  /** The colour at a place. */
  Color color(double x, double y) {
    double cell = cells.get(nearest(rows, y)).get(nearest(columns, x));
    return Double.isNaN(cell) ? Theme.MISSING : colors.color(cell);
  }

  private static int nearest(List<Double> places, double place) {
    int index = 0;
    while (index < places.size() - 1 && place >= (places.get(index) + places.get(index + 1)) / 2) {
      index++;
    }
    return index;
  }

  /**
   * Where the cells reach a level. Between four cells two triangles are spanned, over which the
   * numbers are linear.
   */
  List<Segment> contour(double level) {
    var segments = new ArrayList<Segment>();
    for (int i = 1; i < rows.size(); i++) {
      for (int j = 1; j < columns.size(); j++) {
        cut(List.of(corner(i - 1, j - 1), corner(i - 1, j), corner(i, j)), level, segments);
        cut(List.of(corner(i - 1, j - 1), corner(i, j), corner(i, j - 1)), level, segments);
      }
    }
    return segments;
  }

  private record Corner(double x, double y, double value) {}

  private Corner corner(int row, int column) {
    return new Corner(columns.get(column), rows.get(row), cells.get(row).get(column));
  }

  private static void cut(List<Corner> triangle, double level, List<Segment> segments) {
    if (triangle.stream().anyMatch(corner -> Double.isNaN(corner.value()))) {
      return;
    }
    var ends = new ArrayList<Point>();
    for (int i = 0; i < 3; i++) {
      var from = triangle.get(i);
      var to = triangle.get((i + 1) % 3);
      if (from.value() < level != to.value() < level) {
        double share = (level - from.value()) / (to.value() - from.value());
        ends.add(
            new Point(
                from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y())));
      }
    }
    if (ends.size() == 2) {
      segments.add(new Segment(ends.getFirst(), ends.getLast()));
    }
  }
}
