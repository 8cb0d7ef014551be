package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Line charts on a grid, a title above and a legend below. */
record PanelsDrawing(
    String title, List<Panel> panels, int columns, Panel.Size panelSize, Legend legend)
    implements Drawing {
  private static final double LEFT = 8;
  private static final double TITLE_HEIGHT = 30;
  private static final double BELOW = 12;

  private static final Panel.Size SINGLE = new Panel.Size(800, 480);
  private static final Panel.Size STACKED = new Panel.Size(800, 320);
  private static final Panel.Size BESIDE = new Panel.Size(520, 420);

  static PanelsDrawing of(LineChart chart) {
    return of("", List.of(Panel.of(chart, SINGLE.height())), 1, SINGLE);
  }

  static PanelsDrawing of(MultiPanel figure) {
    var size = figure.arrangement() == MultiPanel.Arrangement.STACKED ? STACKED : BESIDE;
    var panels = figure.panels().stream().map(chart -> Panel.of(chart, size.height())).toList();
    return of(figure.title(), panels, figure.arrangement().columns(panels.size()), size);
  }

  static PanelsDrawing of(String title, List<Panel> panels, int columns, Panel.Size panelSize) {
    var curves = panels.stream().flatMap(panel -> panel.chart().curves().stream());
    double width = columns * panelSize.width() - axisWidth(panels) - 2 * LEFT;
    return new PanelsDrawing(title, panels, columns, panelSize, Legend.of(curves, width));
  }

  /** One width for all, so that the plots of a column line up. */
  static double axisWidth(List<Panel> panels) {
    return LEFT + panels.stream().mapToDouble(Panel::axisWidth).max().orElseThrow();
  }

  @Override
  public Dimension size() {
    double titled = axisWidth(panels) + heading().width() + LEFT;
    double width = Math.max(columns * panelSize.width(), titled);
    double height = legendTop() + legend.height() + BELOW;
    return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
  }

  private Text heading() {
    return new Text(title, Theme.HEADING);
  }

  private double top() {
    return title.isEmpty() ? 0 : TITLE_HEIGHT;
  }

  private double legendTop() {
    return top() + Math.ceilDiv(panels.size(), columns) * panelSize.height();
  }

  @Override
  public void paint(Graphics2D graphics) {
    double axisWidth = axisWidth(panels);
    graphics.setPaint(Theme.INK);
    heading().drawFrom(graphics, axisWidth, TITLE_HEIGHT - 6);
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).paint(graphics, place(i), axisWidth);
    }
    legend.paint(graphics, axisWidth, legendTop());
  }

  private Rectangle2D place(int index) {
    int column = index % columns;
    int row = index / columns;
    return new Rectangle2D.Double(
        column * panelSize.width(),
        top() + row * panelSize.height(),
        panelSize.width(),
        panelSize.height());
  }
}
