package io.github.icldynamics.lab.paper;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Band;
import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.ContourMap;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ProbabilityMap;
import io.github.icldynamics.chart.ProbabilityPanel;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.record.Column;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.record.TableForm;
import java.util.List;

/** The numbers that a figure shows, so that it can be drawn again with other tools. */
final class FigureTable {
  private static final TableForm FORM =
      TableForm.of(
          "figure",
          "a point of a curve, a line, a phase, or a cell of a figure",
          text("panel", "the title of its panel, empty where there is one panel"),
          text("kind", "curve, marks, line, phase, cell or probability"),
          text("label", "what the legend or the plot calls it"),
          text("x_axis", "what x is"),
          text("y_axis", "what y is"),
          real("x", "the first coordinate; of a phase, where it begins; of a cell, its column"),
          real("y", "the second coordinate; of a cell, its row"),
          real("value", "of a phase, where it ends; of a cell, its number"));

  private final TableBuilder table = FORM.begin();

  private FigureTable() {}

  private static Column text(String name, String sentence) {
    return new Column(name, Column.Kind.TEXT, "", sentence);
  }

  private static Column real(String name, String sentence) {
    return new Column(name, Column.Kind.REAL, "", sentence);
  }

  /** The table of a figure; rows and columns of matrices are counted from 1. */
  static Table of(Chart figure) {
    var table = new FigureTable();
    switch (figure) {
      case LineChart chart -> table.put("", chart);
      case MultiPanel panels -> panels.panels().forEach(chart -> table.put(chart.title(), chart));
      case HeatmapRow row -> row.panels().forEach(map -> table.put(map, row));
      case MatrixMap map -> table.put(map);
      case ContourMap map -> table.put(map);
      case ProbabilityMap map -> map.panels().forEach(panel -> table.put(panel, map));
    }
    return table.table.table();
  }

  private void put(String panel, LineChart chart) {
    var part = new Part(panel, chart.x(), chart.y());
    chart.curves().forEach(curve -> put(part, curve));
    chart.bands().forEach(band -> put(part, band));
    chart.referenceLines().forEach(line -> put(part, line));
  }

  /** A panel and its axes. */
  private record Part(String panel, Axis x, Axis y) {}

  private void put(Part part, Curve curve) {
    String kind = curve.style().dash().isMarks() ? "marks" : "curve";
    for (var point : curve.points()) {
      row(part, kind, curve.label(), point.x(), point.y(), Double.NaN);
    }
  }

  private void put(Part part, Band band) {
    row(part, "phase", band.label(), band.from(), Double.NaN, band.to());
  }

  private void put(Part part, ReferenceLine line) {
    switch (line.direction()) {
      case HORIZONTAL -> row(part, "line", line.label(), Double.NaN, line.value(), Double.NaN);
      case VERTICAL -> row(part, "line", line.label(), line.value(), Double.NaN, Double.NaN);
    }
  }

  private void put(Heatmap map, HeatmapRow figure) {
    var part =
        new Part(
            map.title(),
            Axis.linear(figure.columns().caption()),
            Axis.linear(figure.rows().caption()));
    for (int i = 0; i < figure.rows().count(); i++) {
      for (int j = 0; j < figure.columns().count(); j++) {
        String place = figure.rows().labels().get(i) + ", " + figure.columns().labels().get(j);
        row(part, "cell", place, j + 1, i + 1, map.cells().get(i).get(j));
      }
    }
  }

  private void put(MatrixMap figure) {
    for (var panel : figure.panels()) {
      var part = new Part(panel.title(), Axis.linear(figure.columns()), Axis.linear(figure.rows()));
      cells(part, panel.entries());
    }
  }

  private void cells(Part part, List<List<Double>> entries) {
    for (int i = 0; i < entries.size(); i++) {
      for (int j = 0; j < entries.get(i).size(); j++) {
        row(part, "cell", "", j + 1, i + 1, entries.get(i).get(j));
      }
    }
  }

  private void put(ContourMap figure) {
    var part = new Part("", figure.x(), figure.y());
    for (int i = 0; i < figure.rows().size(); i++) {
      for (int j = 0; j < figure.columns().size(); j++) {
        double cell = figure.cells().get(i).get(j);
        row(part, "cell", figure.quantity(), figure.columns().get(j), figure.rows().get(i), cell);
      }
    }
  }

  private void put(ProbabilityPanel panel, ProbabilityMap figure) {
    var part = new Part(panel.title(), figure.x(), figure.y());
    for (int k = 0; k < panel.classes(); k++) {
      put(part, panel, figure.classes().get(k), k);
    }
  }

  private void put(Part part, ProbabilityPanel panel, String name, int index) {
    for (var mark : panel.marks().get(index)) {
      row(part, "marks", name, mark.x(), mark.y(), Double.NaN);
    }
    var places = panel.probabilities();
    for (int i = 0; i < places.size(); i++) {
      double y = at(part.y(), i, places.size());
      for (int j = 0; j < places.get(i).size(); j++) {
        double x = at(part.x(), j, places.get(i).size());
        row(part, "probability", name, x, y, places.get(i).get(j).get(index));
      }
    }
  }

  /** A place of an even grid from one end of an axis to the other. */
  private static double at(Axis axis, int index, int number) {
    return ((Extent.Fixed) axis.extent()).at(index, number);
  }

  private void row(Part part, String kind, String label, double x, double y, double value) {
    table.text(part.panel()).text(kind).text(label).text(part.x().label()).text(part.y().label());
    table.real(x).real(y).real(value);
  }
}
