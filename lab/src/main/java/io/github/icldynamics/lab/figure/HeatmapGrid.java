package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** The cells of matrices of one shape, as large as told, and the labels along them. */
record HeatmapGrid(
    HeatmapRow.Ticks rows, HeatmapRow.Ticks columns, double cell, Typeface typeface) {
  static final double BETWEEN_PANELS = 20;
  private static final double LABEL_GAP = 7;
  private static final double CAPTION = 26;
  private static final double LABEL_PITCH = 16;

  /** How much of its cell a number may take, in height and in width. */
  private static final double TEXT_HEIGHT = 0.35;

  private static final double TEXT_WIDTH = 0.85;

  HeatmapGrid withCells(double side) {
    return new HeatmapGrid(rows, columns, side, typeface);
  }

  double panelWidth() {
    return cell * columns.count();
  }

  double panelHeight() {
    return cell * rows.count();
  }

  double stride() {
    return panelWidth() + BETWEEN_PANELS;
  }

  /** The width of so many matrices side by side. */
  double width(int panels) {
    return panels * stride() - BETWEEN_PANELS;
  }

  /** The room that the labels of the rows take. */
  double left() {
    return typeface.widest(rows.labels().stream()) + LABEL_GAP + captionRoom(rows);
  }

  /** The room that the labels of the columns take. */
  double below() {
    double labels =
        upright() ? typeface.tick("").size() : typeface.widest(columns.labels().stream());
    return labels + LABEL_GAP + captionRoom(columns);
  }

  private static double captionRoom(HeatmapRow.Ticks ticks) {
    return ticks.caption().isEmpty() ? 0 : CAPTION;
  }

  private boolean upright() {
    return typeface.widest(columns.labels().stream()) + 3 <= cell * labelStep();
  }

  /** Every how many cells there is room for a label. */
  private int labelStep() {
    return (int) Math.ceil(LABEL_PITCH / cell);
  }

  private Text text(String label) {
    return typeface.tick(label);
  }

  /** The size in which a text fits into a cell that is so wide among the labels. */
  double numberSize(double widestInTickFont) {
    double tick = typeface.tick("").size();
    double narrow = widestInTickFont > 0 ? tick * TEXT_WIDTH * cell / widestInTickFont : tick;
    return Math.min(tick, Math.min(TEXT_HEIGHT * cell, narrow));
  }

  void paintCells(
      Graphics2D graphics, Heatmap panel, ColorScale scale, double size, double left, double top) {
    paintJoints(graphics, scale, left, top);
    for (int i = 0; i < rows.count(); i++) {
      for (int j = 0; j < columns.count(); j++) {
        double value = panel.cells().get(i).get(j);
        paintCell(graphics, value, scale, size, left + j * cell, top + i * cell);
      }
    }
  }

  /** A thin joint around the cells also hides the seams that viewers leave between them. */
  private double joint() {
    return Math.min(1, cell / 12);
  }

  private void paintJoints(Graphics2D graphics, ColorScale scale, double left, double top) {
    graphics.setPaint(scale.joint());
    graphics.fill(
        new Rectangle2D.Double(
            left - joint(), top - joint(), panelWidth() + joint(), panelHeight() + joint()));
  }

  private void paintCell(
      Graphics2D graphics, double value, ColorScale scale, double size, double x, double y) {
    var color = Double.isNaN(value) ? Theme.MISSING : scale.color(value);
    double side = cell - joint();
    graphics.setPaint(color);
    graphics.fill(new Rectangle2D.Double(x, y, side, side));
    if (cell >= scale.smallestCellWithText() && !Double.isNaN(value)) {
      graphics.setPaint(isDark(color) ? Color.WHITE : Theme.INK);
      var text = text(scale.text(value)).sized(size);
      text.drawCentered(graphics, x + side / 2, y + (side + text.capitalHeight()) / 2);
    }
  }

  private static boolean isDark(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() < 140;
  }

  void paintRowLabels(Graphics2D graphics, double left, double top) {
    graphics.setPaint(Theme.INK);
    for (int i = 0; i < rows.count(); i += labelStep()) {
      var label = text(rows.labels().get(i));
      double middle = top + (i + 0.5) * cell;
      label.drawTo(graphics, left - LABEL_GAP, middle + label.capitalHeight() / 2);
    }
    typeface
        .label(rows.caption())
        .drawUpwards(graphics, left - left() + 12, top + panelHeight() / 2);
  }

  void paintColumnLabels(Graphics2D graphics, double left, double top) {
    graphics.setPaint(Theme.INK);
    double edge = top + panelHeight() + LABEL_GAP;
    for (int j = 0; j < columns.count(); j += labelStep()) {
      paintColumnLabel(graphics, text(columns.labels().get(j)), left + (j + 0.5) * cell, edge);
    }
  }

  /** One caption for so many matrices. */
  void paintColumnCaption(Graphics2D graphics, int panels, double left, double top) {
    typeface
        .label(columns.caption())
        .drawCentered(graphics, left + width(panels) / 2, top + panelHeight() + below() - 4);
  }

  private void paintColumnLabel(Graphics2D graphics, Text label, double centre, double edge) {
    double half = label.capitalHeight() / 2;
    if (upright()) {
      label.drawCentered(graphics, centre, edge + 2 * half);
    } else {
      label.drawUpwards(graphics, centre + half, edge + label.width() / 2);
    }
  }
}
