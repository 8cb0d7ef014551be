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

  /** On paper: what a label of 13 units can still stand beside at every second cell. */
  private static final double SMALLEST_PRINTED_CELL = 10;

  private final Sheet sheet;

  private HeatmapLayout(Sheet sheet) {
    this.sheet = sheet;
  }

  static HeatmapDrawing of(HeatmapRow figure, Sheet sheet) {
    var layout = new HeatmapLayout(sheet);
    var bare = new HeatmapGrid(figure.rows(), figure.columns(), 1, sheet.typeface());
    var bar = new ColorBar(figure.quantity(), ColorScale.unit(), sheet.typeface());
    double around = HeatmapDrawing.EDGE + bare.left() + bar.width();
    int number = layout.onOneLine(figure, around);
    var grid = bare.withCells(layout.cell(figure, number, around));
    var lines =
        chunks(figure.panels(), number).stream()
            .map(run -> HeatmapBlock.of(grid, figure.quantity(), ColorScale.unit(), run))
            .map(List::of)
            .toList();
    return new HeatmapDrawing(figure.title(), grid, lines);
  }

  /** How many matrices share a line: all, or as many as paper has room for. */
  private int onOneLine(HeatmapRow figure, double around) {
    int all = figure.panels().size();
    return switch (sheet) {
      case Sheet.Screen() -> all;
      case Sheet.Print(var paper) -> {
        double room = paper.units() - around + HeatmapGrid.BETWEEN_PANELS;
        double least =
            SMALLEST_PRINTED_CELL * figure.columns().count() + HeatmapGrid.BETWEEN_PANELS;
        yield Math.clamp((long) (room / least), 1, all);
      }
    };
  }

  private double cell(HeatmapRow figure, int number, double around) {
    double between = (number - 1) * HeatmapGrid.BETWEEN_PANELS;
    double room =
        switch (sheet) {
          case Sheet.Screen() -> ROW_WIDTH;
          case Sheet.Print(var paper) -> paper.units() - around;
        };
    double wide = (room - between) / (number * figure.columns().count());
    double tall = Math.min(ROW_HEIGHT, sheet.matrixSide()) / figure.rows().count();
    return Math.clamp(Math.min(wide, tall), SMALLEST_CELL, LARGEST_CELL);
  }

  static HeatmapDrawing of(MatrixMap figure, Sheet sheet) {
    var grid =
        new HeatmapGrid(
            indices(figure.rows(), figure.order()),
            indices(figure.columns(), figure.order()),
            cell(figure, sheet.matrixSide()),
            sheet.typeface());
    var blocks = runs(figure.panels()).stream().map(run -> block(grid, figure, run)).toList();
    return new HeatmapDrawing(figure.title(), grid, lines(blocks, sheet));
  }

  /** Blocks from left to right, a new line where the next one has no room. */
  private static List<List<HeatmapBlock>> lines(List<HeatmapBlock> blocks, Sheet sheet) {
    var lines = new ArrayList<List<HeatmapBlock>>();
    double used = 0;
    for (var block : blocks) {
      used += HeatmapDrawing.BETWEEN_BLOCKS + block.width();
      if (lines.isEmpty() || used > sheet.matrixWidth()) {
        lines.add(new ArrayList<>());
        used = HeatmapDrawing.EDGE + block.width();
      }
      lines.getLast().add(block);
    }
    return lines;
  }

  private static <T> List<List<T>> chunks(List<T> all, int size) {
    return IntStream.range(0, Math.ceilDiv(all.size(), size))
        .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
        .toList();
  }

  private static HeatmapRow.Ticks indices(String caption, int count) {
    return new HeatmapRow.Ticks(
        caption, IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
  }

  private static double cell(MatrixMap figure, double most) {
    int order = figure.order();
    double side = order <= MOST_NUMBERED_ROWS ? NUMBERED_SIDE : MAP_SIDE;
    double cell = Math.min(most, Math.min(side, MAP_WIDTH / figure.panels().size())) / order;
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
