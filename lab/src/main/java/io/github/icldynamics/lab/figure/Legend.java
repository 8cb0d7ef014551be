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

  private static final double LINE = 16;

  record Entry(List<Text> lines, CurveStyle style) {
    double width() {
      return SAMPLE + GAP + lines.stream().mapToDouble(Text::width).max().orElse(0);
    }

    double height() {
      return ROW + (lines.size() - 1) * LINE;
    }
  }

  /** The legend of the curves that have a label, each kind once. */
  static Legend of(Stream<Curve> curves, double width, Typeface typeface) {
    var rows = new ArrayList<List<Entry>>();
    double used = 0;
    for (var entry : entries(curves, width, typeface)) {
      used += BETWEEN + entry.width();
      if (rows.isEmpty() || used > width) {
        rows.add(new ArrayList<>());
        used = entry.width();
      }
      rows.getLast().add(entry);
    }
    return new Legend(rows);
  }

  private static List<Entry> entries(Stream<Curve> curves, double width, Typeface typeface) {
    return curves
        .filter(curve -> !curve.label().isEmpty())
        .map(curve -> entry(curve, width, typeface))
        .distinct()
        .toList();
  }

  private static Entry entry(Curve curve, double width, Typeface typeface) {
    double room = width - SAMPLE - GAP;
    return new Entry(Wrapping.lines(typeface.tick(curve.label()), room), curve.style());
  }

  double height() {
    return rows.stream().mapToDouble(Legend::height).sum();
  }

  private static double height(List<Entry> row) {
    return row.stream().mapToDouble(Entry::height).max().orElse(0);
  }

  void paint(Graphics2D graphics, double left, double top) {
    double y = top;
    for (var row : rows) {
      paintRow(graphics, row, left, y + ROW / 2);
      y += height(row);
    }
  }

  private static void paintRow(Graphics2D graphics, List<Entry> row, double left, double middle) {
    double x = left;
    for (var entry : row) {
      graphics.setPaint(Palette.color(entry.style().color()));
      paintSample(graphics, entry.style(), x, middle);
      graphics.setPaint(Theme.INK);
      for (int i = 0; i < entry.lines().size(); i++) {
        var line = entry.lines().get(i);
        double baseline = middle + i * LINE + line.capitalHeight() / 2;
        line.drawFrom(graphics, x + SAMPLE + GAP, baseline);
      }
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
