package io.github.icldynamics.lab.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Matrices side by side, their labels on the left and below, a colour bar on the right. */
record HeatmapDrawing(HeatmapRow figure, HeatmapGrid grid, List<List<Text>> titles)
    implements Drawing {
  private static final double EDGE = 12;
  private static final double FIGURE_TITLE = 30;
  private static final double TITLE_LINE = 17;

  static HeatmapDrawing of(HeatmapRow figure) {
    var grid = HeatmapGrid.of(figure);
    var titles =
        figure.panels().stream()
            .map(panel -> Wrapping.lines(panel.title(), Theme.TICK, grid.panelWidth()))
            .toList();
    return new HeatmapDrawing(figure, grid, titles);
  }

  @Override
  public Dimension size() {
    double width = EDGE + grid.left() + grid.width() + ColorBar.WIDTH;
    double height = top() + grid.panelHeight() + grid.below() + EDGE;
    return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
  }

  private double top() {
    int lines = titles.stream().mapToInt(List::size).max().orElse(0);
    return EDGE + (figure.title().isEmpty() ? 0 : FIGURE_TITLE) + TITLE_LINE * lines;
  }

  @Override
  public void paint(Graphics2D graphics) {
    double left = EDGE + grid.left();
    graphics.setPaint(Theme.INK);
    new Text(figure.title(), Theme.HEADING).drawFrom(graphics, left, EDGE + 12);
    for (int i = 0; i < figure.panels().size(); i++) {
      double x = left + i * grid.stride();
      paintTitle(graphics, titles.get(i), x);
      grid.paintCells(graphics, figure.panels().get(i), x, top());
      grid.paintColumnLabels(graphics, x, top());
    }
    grid.paintRowLabels(graphics, left, top());
    grid.paintColumnCaption(graphics, left, top());
    ColorBar.paint(
        graphics,
        figure.quantity(),
        new Rectangle2D.Double(left + grid.width(), top(), ColorBar.WIDTH, grid.panelHeight()));
  }

  private void paintTitle(Graphics2D graphics, List<Text> lines, double x) {
    graphics.setPaint(Theme.INK);
    for (int i = 0; i < lines.size(); i++) {
      double baseline = top() - 8 - (lines.size() - 1 - i) * TITLE_LINE;
      lines.get(i).drawFrom(graphics, x, baseline);
    }
  }
}
