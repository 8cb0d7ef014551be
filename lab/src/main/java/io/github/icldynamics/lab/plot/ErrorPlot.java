package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.analysis.SampleTimes;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.NumberText;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.util.ArrayList;
import java.util.List;

/** The prediction error of every query against iterations, log–log, with the phases and ε. */
final class ErrorPlot {
  private static final int MOST_DISTINCT_COLORS = 6;
  private static final int MANY_POINTS = 300;
  private static final int FEW_POINTS = 90;

  /** A floor below this share of ε does not show. */
  private static final double NEGLIGIBLE_FLOOR = 1e-2;

  private ErrorPlot() {}

  static LineChart of(ExperimentRun run) {
    var time = TimeAxis.of(run);
    var curves = new ArrayList<Curve>();
    int columns = run.columns().size();
    for (int i = 0; i < columns; i++) {
      curves.add(
          time.curve(label(run, i), states(run, i), s -> s.value().loss(), style(i, columns)));
    }
    return new LineChart(
        TimeAxis.of(run).title("Prediction error"),
        time.axis(),
        Axis.log("prediction error Lₖ"),
        curves,
        time.phases(run.leadingColumn()),
        targets(run));
  }

  private static List<ColumnState> states(ExperimentRun run, int index) {
    int number = run.columns().size() <= MOST_DISTINCT_COLORS ? MANY_POINTS : FEW_POINTS;
    var column = run.columns().get(index);
    return column.states(SampleTimes.of(column, number));
  }

  private static CurveStyle style(int index, int number) {
    return number <= MOST_DISTINCT_COLORS
        ? CurveStyle.solid(index)
        : CurveStyle.graded((double) index / (number - 1));
  }

  /** Every curve of a few, else the first, the middle and the last one. */
  private static String label(ExperimentRun run, int index) {
    int number = run.columns().size();
    boolean shown =
        number <= MOST_DISTINCT_COLORS || index == 0 || index == number / 2 || index == number - 1;
    var column = run.columns().get(index);
    String name = FeatureNames.of(column.query());
    return shown ? name + ", " + column.role().title() : "";
  }

  private static List<ReferenceLine> targets(ExperimentRun run) {
    double epsilon = run.experiment().epsilon();
    return run.leadingColumn()
        .floor()
        .map(
            floor ->
                floor.value() < NEGLIGIBLE_FLOOR * epsilon
                    ? ReferenceLine.horizontal(epsilon, "ε = " + NumberText.of(epsilon, 3))
                    : ReferenceLine.horizontal(floor.value() + epsilon, "L* + ε"))
        .map(List::of)
        .orElseGet(List::of);
  }
}
