package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import java.util.List;
import java.util.stream.IntStream;

/** The share of wrong answers beyond Bayes's of the layer and of classical classifiers, over M. */
final class ClassifiersChart {
  private static final int COLORS = 6;

  private ClassifiersChart() {}

  static LineChart of(RunView run) {
    var names = run.classifierNames();
    var curves = IntStream.range(0, names.size()).mapToObj(i -> curve(run, names.get(i), style(i)));
    return new LineChart(
        run.title("Classifiers that see only the prompt"),
        Axis.log("test prompt length M"),
        Axis.log("wrong answers beyond Bayes"),
        curves.toList(),
        List.of(),
        List.of());
  }

  private static Curve curve(RunView run, String name, CurveStyle style) {
    var errors = run.classifier(name);
    var points =
        errors
            .rows()
            .filter(row -> errors.real("excess", row) > 0)
            .mapToObj(row -> new Point(errors.real("tested_on", row), errors.real("excess", row)))
            .toList();
    return new Curve(name, points, style);
  }

  /** The layer is black; more classifiers than colours are dashed. */
  private static CurveStyle style(int index) {
    if (index == 0) {
      return CurveStyle.solid(COLORS);
    }
    int color = index - 1;
    return color % 2 == 0 ? CurveStyle.solid(color) : CurveStyle.dashed(color);
  }
}
