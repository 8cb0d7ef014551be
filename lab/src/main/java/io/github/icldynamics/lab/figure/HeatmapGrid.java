package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;

/** The cells of matrices of one shape, as large as told, and the labels along them. */
record HeatmapGrid(
    HeatmapRow.Ticks rows, HeatmapRow.Ticks columns, double cell, Typeface typeface) {
  static final double BETWEEN_PANELS = 20;
  private static final double LABEL_GAP = 7;
  private static final double CAPTION = 26;
  private static final double LABEL_PITCH = 10.5;
  private static final double LEAST_HEIGHT = 84;

  /** How much of its cell a number may take, in height and in width. */
  private static final double TEXT_HEIGHT = 0.35;

  private static final double TEXT_WIDTH = 0.85;

  HeatmapGrid withCells(double side) {
    return new HeatmapGrid(rows, columns, side, typeface);
  }

  double panelWidth() {
    return cell * columns.count();
  }

  /** The height of a cell: its width, unless the colour bar beside so few rows had no room. */
  private double height() {
    return Math.max(cell, LEAST_HEIGHT / rows.count());
  }

  double panelHeight() {
    return height() * rows.count();
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
    return typeface.widest(columns.written().stream().map(columns.labels()::get)) + 3
        <= cell * pitch(labelled(columns, cell));
  }

  /** The least number of cells from one label to the next. */
  private static int pitch(int[] labelled) {
    return IntStream.range(1, labelled.length)
        .map(i -> labelled[i] - labelled[i - 1])
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Which cells of a side have a label: those that are given one, as far as there is room. */
  private int[] labelled(HeatmapRow.Ticks ticks, double room) {
    int[] given = ticks.written().stream().mapToInt(Integer::intValue).toArray();
    int step = Math.max(1, (int) Math.ceil(LABEL_PITCH / (room * pitch(given))));
    return IntStream.iterate(0, i -> i < given.length, i -> i + step).map(i -> given[i]).toArray();
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
        paintCell(graphics, value, scale, size, left + j * cell, top + i * height());
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
    var place = new Rectangle2D.Double(x, y, cell - joint(), height() - joint());
    graphics.setPaint(color);
    graphics.fill(place);
    if (cell >= scale.smallestCellWithText() && !Double.isNaN(value)) {
      graphics.setPaint(isDark(color) ? Color.WHITE : Theme.INK);
      var text = text(scale.text(value)).sized(size);
      double baseline = place.getCenterY() + text.capitalHeight() / 2;
      text.drawCentered(graphics, place.getCenterX(), baseline);
    }
  }

  private static boolean isDark(Color color) {
    return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue() < 140;
  }

  void paintRowLabels(Graphics2D graphics, double left, double top) {
    graphics.setPaint(Theme.INK);
    for (int i : labelled(rows, height())) {
      var label = text(rows.labels().get(i));
      double middle = top + (i + 0.5) * height();
      label.drawTo(graphics, left - LABEL_GAP, middle + label.capitalHeight() / 2);
    }
    typeface
        .label(rows.caption())
        .drawUpwards(graphics, left - left() + 12, top + panelHeight() / 2);
  }

  void paintColumnLabels(Graphics2D graphics, double left, double top) {
    graphics.setPaint(Theme.INK);
    double edge = top + panelHeight() + LABEL_GAP;
    for (int j : labelled(columns, cell)) {
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
