package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.ContourMap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ProbabilityMap;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;

/** A figure laid out: it knows its size and paints itself onto a white page of that size. */
sealed interface Drawing permits PanelsDrawing, HeatmapDrawing, ContourDrawing, PaperDrawing {
  static Drawing of(Chart figure, Sheet sheet) {
    return switch (figure) {
      case LineChart chart -> PanelsDrawing.of(chart, sheet);
      case MultiPanel panels -> PanelsDrawing.of(panels, sheet);
      case HeatmapRow row -> HeatmapLayout.of(row, sheet);
      case ProbabilityMap map -> ProbabilityLayout.of(map, sheet);
      case MatrixMap map -> HeatmapLayout.of(map, sheet);
      case ContourMap map -> ContourDrawing.of(map, sheet);
    };
  }

  Dimension size();

  void paint(Graphics2D graphics);

  /** Paints it onto a page that is still empty. */
  default void paintPage(Graphics2D graphics) {
    Theme.smooth(graphics);
    graphics.setPaint(Color.WHITE);
    graphics.fillRect(0, 0, size().width, size().height);
    paint(graphics);
  }
}
