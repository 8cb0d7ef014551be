package io.github.icldynamics.lab.figure;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Line charts on a grid of one row or one column, a title above and a legend below. */
record PanelsDrawing(
    String title, List<Panel> panels, int rows, int columns, Dimension panelSize, Legend legend)
    implements Drawing {
  private static final double LEFT = 8;
  private static final double TITLE_HEIGHT = 30;
  private static final double BELOW = 12;

  private static final Dimension SINGLE = new Dimension(800, 480);
  private static final Dimension STACKED = new Dimension(800, 320);
  private static final Dimension BESIDE = new Dimension(520, 420);

  static PanelsDrawing of(LineChart chart) {
    return laidOut("", List.of(chart), 1, 1, SINGLE);
  }

  static PanelsDrawing of(MultiPanel figure) {
    int count = figure.panels().size();
    return switch (figure.arrangement()) {
      case SIDE_BY_SIDE -> laidOut(figure.title(), figure.panels(), 1, count, BESIDE);
      case STACKED -> laidOut(figure.title(), figure.panels(), count, 1, STACKED);
    };
  }

  private static PanelsDrawing laidOut(
      String title, List<LineChart> charts, int rows, int columns, Dimension panelSize) {
    var panels = charts.stream().map(chart -> Panel.of(chart, panelSize.getHeight())).toList();
    var curves = charts.stream().flatMap(chart -> chart.curves().stream());
    double width = columns * panelSize.getWidth() - axisWidth(panels) - 2 * LEFT;
    return new PanelsDrawing(title, panels, rows, columns, panelSize, Legend.of(curves, width));
  }

  /** One width for all, so that the plots of a column line up. */
  private static double axisWidth(List<Panel> panels) {
    return LEFT + panels.stream().mapToDouble(Panel::axisWidth).max().orElseThrow();
  }

  @Override
  public Dimension size() {
    double height = top() + rows * panelSize.getHeight() + legend.height() + BELOW;
    return new Dimension(columns * panelSize.width, (int) Math.ceil(height));
  }

  private double top() {
    return title.isEmpty() ? 0 : TITLE_HEIGHT;
  }

  @Override
  public void paint(Graphics2D graphics) {
    double axisWidth = axisWidth(panels);
    graphics.setPaint(Theme.INK);
    new Text(title, Theme.HEADING).drawFrom(graphics, axisWidth, TITLE_HEIGHT - 6);
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).paint(graphics, place(i), axisWidth);
    }
    legend.paint(graphics, axisWidth, top() + rows * panelSize.getHeight());
  }

  private Rectangle2D place(int index) {
    int column = index % columns;
    int row = index / columns;
    return new Rectangle2D.Double(
        column * panelSize.getWidth(),
        top() + row * panelSize.getHeight(),
        panelSize.getWidth(),
        panelSize.getHeight());
  }
}
