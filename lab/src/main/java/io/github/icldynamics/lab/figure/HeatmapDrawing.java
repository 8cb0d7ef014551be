package io.github.icldynamics.lab.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;

/** Blocks of matrices from left to right, line by line, under a title. */
record HeatmapDrawing(String title, HeatmapGrid grid, List<List<HeatmapBlock>> lines)
    implements Drawing {
  static final double EDGE = 12;
  private static final double TITLE_HEIGHT = 30;
  static final double BETWEEN_BLOCKS = 24;

  @Override
  public Dimension size() {
    double matrices = lines.stream().mapToDouble(HeatmapDrawing::width).max().orElseThrow();
    double width = EDGE + Math.max(matrices, grid.left() + heading().width() + EDGE);
    double height = top() + lines.stream().mapToDouble(this::height).sum();
    return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
  }

  private static double width(List<HeatmapBlock> line) {
    double matrices = line.stream().mapToDouble(HeatmapBlock::width).sum();
    return matrices + (line.size() - 1) * BETWEEN_BLOCKS;
  }

  private double height(List<HeatmapBlock> line) {
    return titleHeight(line) + grid.panelHeight() + grid.below() + EDGE;
  }

  private static double titleHeight(List<HeatmapBlock> line) {
    return line.stream().mapToDouble(HeatmapBlock::titleHeight).max().orElse(0);
  }

  private Text heading() {
    return grid.typeface().heading(title);
  }

  private double top() {
    return EDGE + (title.isEmpty() ? 0 : TITLE_HEIGHT);
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setPaint(Theme.INK);
    heading().drawFrom(graphics, EDGE + grid.left(), EDGE + 12);
    double y = top();
    for (var line : lines) {
      paint(graphics, line, y + titleHeight(line));
      y += height(line);
    }
  }

  private static void paint(Graphics2D graphics, List<HeatmapBlock> line, double y) {
    double x = EDGE;
    for (var block : line) {
      block.paint(graphics, x, y);
      x += block.width() + BETWEEN_BLOCKS;
    }
  }
}
