package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Line charts on a grid, a title above and a legend below. */
record PanelsDrawing(
    Text heading, List<Panel> panels, int columns, Panel.Size panelSize, Legend legend)
    implements Drawing {
  private static final double LEFT = 8;
  private static final double TITLE_HEIGHT = 30;
  private static final double BELOW = 12;

  static PanelsDrawing of(LineChart chart, Sheet sheet) {
    var panel = Panel.of(chart, sheet.single().height(), sheet.typeface());
    return of("", List.of(panel), 1, sheet.single());
  }

  static PanelsDrawing of(MultiPanel figure, Sheet sheet) {
    int number = figure.panels().size();
    var size = sheet.panel(figure.arrangement(), number);
    var panels =
        figure.panels().stream()
            .map(chart -> Panel.of(chart, size.height(), sheet.typeface()))
            .toList();
    return of(figure.title(), panels, sheet.columns(figure.arrangement(), number), size);
  }

  static PanelsDrawing of(String title, List<Panel> panels, int columns, Panel.Size panelSize) {
    var typeface = panels.getFirst().typeface();
    var curves = panels.stream().flatMap(panel -> panel.chart().curves().stream());
    double width = columns * panelSize.width() - axisWidth(panels) - 2 * LEFT;
    var legend = Legend.of(curves, width, typeface);
    return new PanelsDrawing(typeface.heading(title), panels, columns, panelSize, legend);
  }

  /** One width for all, so that the plots of a column line up. */
  static double axisWidth(List<Panel> panels) {
    return LEFT + panels.stream().mapToDouble(Panel::axisWidth).max().orElseThrow();
  }

  @Override
  public Dimension size() {
    double titled = axisWidth(panels) + heading.width() + LEFT;
    double width = Math.max(columns * panelSize.width(), titled);
    double height = legendTop() + legend.height() + BELOW;
    return new Dimension((int) Math.ceil(width), (int) Math.ceil(height));
  }

  private double top() {
    return heading.content().isEmpty() ? 0 : TITLE_HEIGHT;
  }

  private double legendTop() {
    return top() + Math.ceilDiv(panels.size(), columns) * panelSize.height();
  }

  @Override
  public void paint(Graphics2D graphics) {
    double axisWidth = axisWidth(panels);
    graphics.setPaint(Theme.INK);
    heading.drawFrom(graphics, axisWidth, TITLE_HEIGHT - 6);
    for (int i = 0; i < panels.size(); i++) {
      panels.get(i).paint(graphics, place(i), axisWidth);
    }
    legend.paint(graphics, axisWidth, legendTop());
  }

  /** Where the plot of a panel lies. */
  Rectangle2D plot(int index) {
    return panels.get(index).plot(place(index), axisWidth(panels));
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
