package io.github.icldynamics.lab;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.ContourMap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ProbabilityMap;
import io.github.icldynamics.lab.figure.Picture;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;

/** What a chart must be for a person to see something on it. */
final class DrawnChart {
  private DrawnChart() {}

  static void requireLegible(String name, Chart chart) throws IOException {
    requireContent(name, chart);
    var svg = Picture.svg(chart);
    assertTrue(svg.contains("<svg") && svg.contains("</svg"), name);
    var image = ImageIO.read(new ByteArrayInputStream(Picture.png(chart)));
    assertNotNull(image, name);
    assertTrue(image.getWidth() >= 300 && image.getHeight() >= 200, name);
  }

  private static void requireContent(String name, Chart chart) {
    switch (chart) {
      case LineChart lines -> requireCurves(name, lines);
      case MultiPanel panels -> panels.panels().forEach(panel -> requireCurves(name, panel));
      case HeatmapRow row ->
          row.panels().forEach(panel -> assertTrue(hasNumbers(panel.cells()), panel::title));
      // These are made of numbers alone: their constructors refuse anything else.
      case ProbabilityMap _, MatrixMap _, ContourMap _ -> {}
    }
  }

  private static boolean hasNumbers(List<List<Double>> cells) {
    return cells.stream().flatMap(List::stream).anyMatch(cell -> !cell.isNaN());
  }

  /** Labelled axes, and on them at least one point that they can show. */
  private static void requireCurves(String name, LineChart chart) {
    assertTrue(!chart.x().label().isEmpty() && !chart.y().label().isEmpty(), name);
    boolean visible =
        chart.curves().stream()
            .flatMap(curve -> curve.points().stream())
            .anyMatch(
                point ->
                    Double.isFinite(chart.x().scale().even(point.x()))
                        && Double.isFinite(chart.y().scale().even(point.y())));
    assertTrue(visible, () -> name + " has an empty panel " + chart.title());
  }
}
