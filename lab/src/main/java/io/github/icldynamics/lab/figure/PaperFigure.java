package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.ContourMap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ProbabilityMap;

/**
 * Charts painted for a paper: in letters with serifs of 7 to 10 points, as wide as a column or the
 * page, without a title, for that is the caption's. Panels of one figure keep the titles that tell
 * them apart.
 */
public final class PaperFigure {
  private PaperFigure() {}

  /** A chart as a PDF of one page with its fonts in it. */
  public static byte[] pdf(Chart chart, PaperWidth width) {
    return PdfPage.of(drawing(chart, width));
  }

  /** A chart as an SVG document with real text. */
  public static String svg(Chart chart, PaperWidth width) {
    return SvgPage.of(drawing(chart, width), new Sheet.Print(width));
  }

  private static Drawing drawing(Chart chart, PaperWidth width) {
    return new PaperDrawing(Drawing.of(untitled(chart), new Sheet.Print(width)), width);
  }

  private static Chart untitled(Chart figure) {
    return switch (figure) {
      case LineChart(var title, var x, var y, var curves, var bands, var lines) ->
          new LineChart("", x, y, curves, bands, lines);
      case MultiPanel(var title, var panels, var arrangement) ->
          new MultiPanel("", panels, arrangement);
      case HeatmapRow(var title, var rows, var columns, var quantity, var panels) ->
          new HeatmapRow("", rows, columns, quantity, panels);
      case ProbabilityMap(var title, var x, var y, var classes, var panels, var arrangement) ->
          new ProbabilityMap("", x, y, classes, panels, arrangement);
      case MatrixMap(var title, var rows, var columns, var panels) ->
          new MatrixMap("", rows, columns, panels);
      case ContourMap(
              var title,
              var x,
              var y,
              var columns,
              var rows,
              var cells,
              var quantity,
              var scale) ->
          new ContourMap("", x, y, columns, rows, cells, quantity, scale);
    };
  }
}
