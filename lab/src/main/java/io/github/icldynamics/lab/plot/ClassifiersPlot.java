package io.github.icldynamics.lab.plot;

import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.run.ClassificationRun;
import java.util.ArrayList;
import java.util.List;

/** The share of wrong answers beyond Bayes's of the layer and of classical classifiers, over M. */
final class ClassifiersPlot {
  private static final int COLORS = 6;

  private ClassifiersPlot() {}

  static LineChart of(ClassificationRun run) {
    var curves = new ArrayList<Curve>();
    int classifiers = run.comparison().getFirst().errors().classifiers().size();
    for (int i = 0; i < classifiers; i++) {
      curves.add(curve(run, i));
    }
    return new LineChart(
        MixtureTitle.of("Classifiers that see only the prompt", run.experiment()),
        Axis.log("test prompt length M"),
        Axis.log("wrong answers beyond Bayes"),
        curves,
        List.of(),
        List.of());
  }

  private static Curve curve(ClassificationRun run, int index) {
    var points = new ArrayList<Point>();
    String title = "";
    for (var at : run.comparison()) {
      var each = at.errors().classifiers().get(index);
      title = each.title();
      if (each.excess().mean() > 0) {
        points.add(new Point(at.length(), each.excess().mean()));
      }
    }
    return new Curve(title, points, style(index));
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
