package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.ContourMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A measure over two axes, as colours with contours: one map for each combination of the others.
 */
record MapFigure(SweepData data, List<PlotAxis> axes, PlotAxis x, PlotAxis y, String measure) {
  List<Chart> charts() {
    var combinations = new Combinations(axes, List.of(x, y));
    var charts = new ArrayList<Chart>();
    for (var place : combinations.places()) {
      var columns = ascending(x);
      var rows = ascending(y);
      var cells =
          rows.stream()
              .map(row -> row(combinations, combinations.with(place, y, row), columns))
              .toList();
      var scale = PlotAxis.scale(cells.stream().flatMap(List::stream).toList());
      if (columns.size() > 1 && rows.size() > 1 && ContourMap.hasNumber(cells, scale)) {
        charts.add(
            new ContourMap(
                combinations.title(place),
                x.axis(),
                y.axis(),
                places(x, columns),
                places(y, rows),
                cells,
                data.label(measure),
                scale));
      }
    }
    return charts;
  }

  private List<Double> row(Combinations combinations, List<Integer> place, List<Integer> columns) {
    return columns.stream()
        .map(column -> data.value(measure, combinations.with(place, x, column)))
        .toList();
  }

  /** Indices of an axis's values from the least to the greatest, equal ones once. */
  private static List<Integer> ascending(PlotAxis axis) {
    var scale = axis.axis().scale();
    var indices =
        IntStream.range(0, axis.size())
            .boxed()
            .filter(i -> Double.isFinite(scale.even(axis.numbers().get(i))))
            .sorted(Comparator.comparing(i -> axis.numbers().get(i)))
            .toList();
    return IntStream.range(0, indices.size())
        .filter(i -> i == 0 || differ(axis, indices.get(i - 1), indices.get(i)))
        .mapToObj(indices::get)
        .toList();
  }

  private static boolean differ(PlotAxis axis, int first, int second) {
    return axis.numbers().get(first) < axis.numbers().get(second);
  }

  private static List<Double> places(PlotAxis axis, List<Integer> indices) {
    return indices.stream().map(axis.numbers()::get).toList();
  }
}
