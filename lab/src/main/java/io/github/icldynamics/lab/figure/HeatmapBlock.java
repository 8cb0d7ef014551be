package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Heatmap;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Matrices side by side, their labels on the left and below, their colour bar on the right. */
record HeatmapBlock(
    HeatmapGrid grid,
    String quantity,
    ColorScale scale,
    List<Heatmap> panels,
    List<List<Text>> titles,
    double numberSize) {
  private static final double TITLE_LINE = 17;

  static HeatmapBlock of(
      HeatmapGrid grid, String quantity, ColorScale scale, List<Heatmap> panels) {
    var titles =
        panels.stream()
            .map(panel -> Wrapping.lines(grid.typeface().tick(panel.title()), grid.panelWidth()))
            .toList();
    double numberSize = grid.numberSize(widestNumber(grid.typeface(), scale, panels));
    return new HeatmapBlock(grid, quantity, scale, panels, titles, numberSize);
  }

  private static double widestNumber(Typeface typeface, ColorScale scale, List<Heatmap> panels) {
    return typeface.widest(
        panels.stream()
            .flatMap(panel -> panel.cells().stream().flatMap(List::stream))
            .filter(value -> !Double.isNaN(value))
            .map(scale::text));
  }

  double width() {
    return grid.left() + grid.width(panels.size()) + bar().width();
  }

  private ColorBar bar() {
    return new ColorBar(quantity, scale, grid.typeface());
  }

  double titleHeight() {
    return TITLE_LINE * titles.stream().mapToInt(List::size).max().orElse(0);
  }

  /** Paints the block; the cells start at a height, the labels of the rows at the left edge. */
  void paint(Graphics2D graphics, double edge, double top) {
    double left = edge + grid.left();
    for (int i = 0; i < panels.size(); i++) {
      double x = left + i * grid.stride();
      paintTitle(graphics, titles.get(i), x, top);
      grid.paintCells(graphics, panels.get(i), scale, numberSize, x, top);
      grid.paintColumnLabels(graphics, x, top);
    }
    grid.paintRowLabels(graphics, left, top);
    grid.paintColumnCaption(graphics, panels.size(), left, top);
    paintColorBar(graphics, left + grid.width(panels.size()), top);
  }

  private void paintColorBar(Graphics2D graphics, double x, double top) {
    var room = new Rectangle2D.Double(x, top, bar().width(), grid.panelHeight());
    bar().paint(graphics, room);
  }

  private static void paintTitle(Graphics2D graphics, List<Text> lines, double x, double top) {
    graphics.setPaint(Theme.INK);
    for (int i = 0; i < lines.size(); i++) {
      double baseline = top - 8 - (lines.size() - 1 - i) * TITLE_LINE;
      lines.get(i).drawFrom(graphics, x, baseline);
    }
  }
}
