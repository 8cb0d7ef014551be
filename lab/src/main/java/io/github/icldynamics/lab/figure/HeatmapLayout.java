package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MatrixPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How large the cells of a figure of matrices are, and which matrices share a colour bar. */
final class HeatmapLayout {
  private static final double ROW_WIDTH = 830;
  private static final double ROW_HEIGHT = 360;
  private static final double LARGEST_CELL = 56;
  private static final double SMALLEST_CELL = 4;

  private static final double MAP_WIDTH = 1100;
  private static final double MAP_SIDE = 280;

  /** The side of a matrix with numbers in its cells, and the most rows that it may have. */
  private static final double NUMBERED_SIDE = 330;

  private static final int MOST_NUMBERED_ROWS = 6;
  private static final double LARGEST_NUMBERED_CELL = 100;

  private HeatmapLayout() {}

  static HeatmapDrawing of(HeatmapRow figure) {
    int panels = figure.panels().size();
    double between = (panels - 1) * HeatmapGrid.BETWEEN_PANELS;
    double wide = (ROW_WIDTH - between) / (panels * figure.columns().count());
    double tall = ROW_HEIGHT / figure.rows().count();
    double cell = Math.clamp(Math.min(wide, tall), SMALLEST_CELL, LARGEST_CELL);
    var grid = new HeatmapGrid(figure.rows(), figure.columns(), cell);
    var block = HeatmapBlock.of(grid, figure.quantity(), ColorScale.unit(), figure.panels());
    return new HeatmapDrawing(figure.title(), grid, List.of(block));
  }

  static HeatmapDrawing of(MatrixMap figure) {
    var grid =
        new HeatmapGrid(
            indices(figure.rows(), figure.order()),
            indices(figure.columns(), figure.order()),
            cell(figure));
    var blocks = runs(figure.panels()).stream().map(run -> block(grid, figure, run)).toList();
    return new HeatmapDrawing(figure.title(), grid, blocks);
  }

  private static HeatmapRow.Ticks indices(String caption, int count) {
    return new HeatmapRow.Ticks(
        caption, IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
  }

  private static double cell(MatrixMap figure) {
    int order = figure.order();
    double side = order <= MOST_NUMBERED_ROWS ? NUMBERED_SIDE : MAP_SIDE;
    double cell = Math.min(side, MAP_WIDTH / figure.panels().size()) / order;
    return Math.clamp(cell, SMALLEST_CELL, LARGEST_NUMBERED_CELL);
  }

  /** Neighbours of one scale: they share a colour bar. */
  private static List<List<MatrixPanel>> runs(List<MatrixPanel> panels) {
    var runs = new ArrayList<List<MatrixPanel>>();
    for (var panel : panels) {
      if (runs.isEmpty() || !runs.getLast().getLast().scale().equals(panel.scale())) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(panel);
    }
    return runs;
  }

  private static HeatmapBlock block(HeatmapGrid grid, MatrixMap figure, List<MatrixPanel> run) {
    var scale = run.getFirst().scale();
    var heatmaps = run.stream().map(panel -> new Heatmap(panel.title(), panel.entries())).toList();
    return HeatmapBlock.of(grid, scale, ColorScale.diverging(figure.bound(scale)), heatmaps);
  }
}
