package io.github.icldynamics.lab.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;

/** A drawing in the middle of a sheet of paper; one that is wider is made smaller. */
record PaperDrawing(Drawing inner, PaperWidth paper) implements Drawing {
  private double scale() {
    return Math.min(1, (double) paper.units() / inner.size().width);
  }

  @Override
  public Dimension size() {
    return new Dimension(paper.units(), (int) Math.ceil(scale() * inner.size().height));
  }

  @Override
  public void paint(Graphics2D graphics) {
    double margin = (paper.units() - scale() * inner.size().width) / 2;
    graphics.translate(margin, 0);
    graphics.scale(scale(), scale());
    inner.paint(graphics);
  }
}
