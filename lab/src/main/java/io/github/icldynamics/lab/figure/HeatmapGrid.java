package io.github.icldynamics.lab.figure;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;

/** The cells of the matrices of a figure and the labels along them. */
record HeatmapGrid(HeatmapRow figure, double cell) {
  private static final double AVAILABLE = 830;
  private static final double TALLEST = 360;
  private static final double LARGEST_CELL = 56;
  private static final double SMALLEST_CELL = 4;
  private static final double SMALLEST_CELL_WITH_VALUE = 27;
  private static final double BETWEEN_PANELS = 20;
  private static final double LABEL_GAP = 7;
  private static final double CAPTION = 26;
  private static final double LABEL_PITCH = 16;

  static HeatmapGrid of(HeatmapRow figure) {
    int panels = figure.panels().size();
    double wide = (AVAILABLE - (panels - 1) * BETWEEN_PANELS) / (panels * figure.columns().count());
    double tall = TALLEST / figure.rows().count();
    double cell = Math.clamp(Math.min(wide, tall), SMALLEST_CELL, LARGEST_CELL);
    return new HeatmapGrid(figure, cell);
  }

  double panelWidth() {
    return cell * figure.columns().count();
  }

  double panelHeight() {
    return cell * figure.rows().count();
  }

  double stride() {
    return panelWidth() + BETWEEN_PANELS;
  }

  double width() {
    return figure.panels().size() * stride() - BETWEEN_PANELS;
  }

  /** The room that the labels of the rows take. */
  double left() {
    return widest(figure.rows()) + LABEL_GAP + captionRoom(figure.rows());
  }

  /** The room that the labels of the columns take. */
  double below() {
    double labels = upright() ? Theme.TICK.getSize2D() : widest(figure.columns());
    return labels + LABEL_GAP + captionRoom(figure.columns());
  }

  private static double captionRoom(HeatmapRow.Ticks ticks) {
    return ticks.caption().isEmpty() ? 0 : CAPTION;
  }

  private static double widest(HeatmapRow.Ticks ticks) {
    return ticks.labels().stream().mapToDouble(label -> text(label).width()).max().orElse(0);
  }

  private boolean upright() {
    return widest(figure.columns()) + 3 <= cell * labelStep();
  }

  /** Every how many cells there is room for a label. */
  private int labelStep() {
    return (int) Math.ceil(LABEL_PITCH / cell);
  }

  private static Text text(String label) {
    return new Text(label, Theme.TICK);
  }

  void paintCells(Graphics2D graphics, Heatmap panel, double left, double top) {
    for (int i = 0; i < figure.rows().count(); i++) {
      for (int j = 0; j < figure.columns().count(); j++) {
        double value = panel.cells().get(i).get(j);
        paintCell(graphics, value, left + j * cell, top + i * cell);
      }
    }
  }

  private void paintCell(Graphics2D graphics, double value, double x, double y) {
    var color = Double.isNaN(value) ? Theme.MISSING : Viridis.color(value);
    // A thin white joint between the cells also hides the seams that viewers leave.
    double joint = Math.min(1, cell / 12);
    graphics.setPaint(color);
    graphics.fill(new Rectangle2D.Double(x, y, cell - joint, cell - joint));
    if (cell >= SMALLEST_CELL_WITH_VALUE && !Double.isNaN(value)) {
      graphics.setPaint(isDark(color) ? Color.WHITE : Theme.INK);
      var text = valueText(value);
      double baseline = y + (cell - joint + text.capitalHeight()) / 2;
      text.drawCentered(graphics, x + (cell - joint) / 2, baseline);
    }
  }

  private Text valueText(double value) {
    var digits = BigDecimal.valueOf(Math.round(100 * value), 2).toPlainString();
    float size = (float) Math.min(Theme.TICK.getSize2D(), 0.35 * cell);
    return new Text(digits, Theme.TICK.deriveFont(Font.PLAIN, size));
  }

  private static boolean isDark(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() < 140;
  }

  void paintRowLabels(Graphics2D graphics, double left, double top) {
    graphics.setPaint(Theme.INK);
    for (int i = 0; i < figure.rows().count(); i += labelStep()) {
      var label = text(figure.rows().labels().get(i));
      double middle = top + (i + 0.5) * cell;
      label.drawTo(graphics, left - LABEL_GAP, middle + label.capitalHeight() / 2);
    }
    new Text(figure.rows().caption(), Theme.LABEL)
        .drawUpwards(graphics, left - left() + 12, top + panelHeight() / 2);
  }

  void paintColumnLabels(Graphics2D graphics, double left, double top) {
    graphics.setPaint(Theme.INK);
    double edge = top + panelHeight() + LABEL_GAP;
    for (int j = 0; j < figure.columns().count(); j += labelStep()) {
      paintColumnLabel(
          graphics, text(figure.columns().labels().get(j)), left + (j + 0.5) * cell, edge);
    }
  }

  /** One caption for all matrices. */
  void paintColumnCaption(Graphics2D graphics, double left, double top) {
    new Text(figure.columns().caption(), Theme.LABEL)
        .drawCentered(graphics, left + width() / 2, top + panelHeight() + below() - 4);
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
