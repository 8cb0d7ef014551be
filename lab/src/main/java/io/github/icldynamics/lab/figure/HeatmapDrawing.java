package io.github.icldynamics.lab.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;

/** Blocks of matrices from left to right under a title. */
record HeatmapDrawing(String title, HeatmapGrid grid, List<HeatmapBlock> blocks)
    implements Drawing {
  private static final double EDGE = 12;
  private static final double TITLE_HEIGHT = 30;
  private static final double BETWEEN_BLOCKS = 24;

  @Override
  public Dimension size() {
    double matrices = blocks.stream().mapToDouble(HeatmapBlock::width).sum();
    matrices += (blocks.size() - 1) * BETWEEN_BLOCKS;
    double width = EDGE + Math.max(matrices, grid.left() + heading().width() + EDGE);
    double height = top() + grid.panelHeight() + grid.below() + EDGE;
    return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
  }

  private Text heading() {
    return new Text(title, Theme.HEADING);
  }

  private double top() {
    double titles = blocks.stream().mapToDouble(HeatmapBlock::titleHeight).max().orElse(0);
    return EDGE + (title.isEmpty() ? 0 : TITLE_HEIGHT) + titles;
  }

  @Override
  public void paint(Graphics2D graphics) {
    graphics.setPaint(Theme.INK);
    heading().drawFrom(graphics, EDGE + grid.left(), EDGE + 12);
    double x = EDGE;
    for (var block : blocks) {
      block.paint(graphics, x, top());
      x += block.width() + BETWEEN_BLOCKS;
    }
  }
}
