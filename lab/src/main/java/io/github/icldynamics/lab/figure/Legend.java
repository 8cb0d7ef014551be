package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Samples of lines with their labels, in as many rows as the width needs. */
record Legend(List<List<Legend.Entry>> rows) {
  private static final double ROW = 22;
  private static final double SAMPLE = 30;
  private static final double GROUND = 16;
  private static final double GAP = 8;
  private static final double BETWEEN = 26;

  record Entry(String label, CurveStyle style) {
    double width() {
      return SAMPLE + GAP + text().width();
    }

    Text text() {
      return new Text(label, Theme.TICK);
    }
  }

  /** The legend of the curves that have a label, each kind once. */
  static Legend of(Stream<Curve> curves, double width) {
    var rows = new ArrayList<List<Entry>>();
    double used = 0;
    for (var entry : entries(curves)) {
      used += BETWEEN + entry.width();
      if (rows.isEmpty() || used > width) {
        rows.add(new ArrayList<>());
        used = entry.width();
      }
      rows.getLast().add(entry);
    }
    return new Legend(rows);
  }

  private static List<Entry> entries(Stream<Curve> curves) {
    return curves
        .filter(curve -> !curve.label().isEmpty())
        .map(curve -> new Entry(curve.label(), curve.style()))
        .distinct()
        .toList();
  }

  double height() {
    return ROW * rows.size();
  }

  void paint(Graphics2D graphics, double left, double top) {
    for (int i = 0; i < rows.size(); i++) {
      paintRow(graphics, rows.get(i), left, top + i * ROW + ROW / 2);
    }
  }

  private static void paintRow(Graphics2D graphics, List<Entry> row, double left, double middle) {
    double x = left;
    for (var entry : row) {
      graphics.setPaint(Palette.color(entry.style().color()));
      paintSample(graphics, entry.style(), x, middle);
      graphics.setPaint(Theme.INK);
      var text = entry.text();
      text.drawFrom(graphics, x + SAMPLE + GAP, middle + text.capitalHeight() / 2);
      x += entry.width() + BETWEEN;
    }
  }

  private static void paintSample(
      Graphics2D graphics, CurveStyle style, double left, double middle) {
    var toPlace = AffineTransform.getTranslateInstance(left + SAMPLE / 2, middle);
    var ground = new Rectangle2D.Double(left, middle - GROUND / 2, SAMPLE, GROUND);
    var mark = toPlace.createTransformedShape(MarkShape.of(style.color()));
    switch (style.dash()) {
      case MARKS -> graphics.fill(mark);
      case OUTLINED_MARKS -> paintOnGround(graphics, Palette.color(style.color()), mark, ground);
      case SOLID, DASHED, DOTTED -> {
        graphics.setStroke(Theme.stroke(style.dash()));
        graphics.draw(new Line2D.Double(left + 2, middle, left + SAMPLE - 2, middle));
      }
    }
  }

  private static void paintOnGround(Graphics2D graphics, Color color, Shape mark, Shape ground) {
    graphics.setPaint(ClassShade.of(color));
    graphics.fill(ground);
    graphics.setPaint(color);
    graphics.fill(mark);
    graphics.setPaint(Theme.INK);
    graphics.setStroke(Theme.OUTLINE);
    graphics.draw(mark);
  }
}
