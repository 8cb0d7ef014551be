package io.github.icldynamics.lab.plot;

import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.NumberText;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.ColumnSummary;
import io.github.icldynamics.lab.run.RunResult;
import io.github.icldynamics.lab.run.SampledState;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** The prediction error of queries spread over the law against iterations, each to its own end. */
final class LargeErrorPlot {
  private static final int MOST = 7;

  /** A floor below this share of ε does not show. */
  private static final double NEGLIGIBLE_FLOOR = 1e-2;

  /** Room after the last of the ends, for the label of ε. */
  private static final double BEYOND = 6;

  /** Decades shown before the first of the ends. */
  private static final double SHORTEST_SPAN = 1e-3;

  private LargeErrorPlot() {}

  static LineChart of(RunResult result, LongFunction<List<SampledState>> states) {
    var shown = result.spread(MOST);
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < shown.size(); i++) {
      var column = shown.get(i);
      curves.add(
          new Curve(
              FeatureNames.of(column.query()),
              points(result, states.apply(column.query())),
              CurveStyle.graded(i / Math.max(1.0, shown.size() - 1))));
    }
    return new LineChart(
        ExperimentTitle.of("Prediction error", result.experiment()),
        axis(result, shown),
        Axis.log("prediction error Lₖ"),
        curves,
        List.of(),
        targets(shown, result.experiment().epsilon()));
  }

  /** Where all curves end, if their floors do not show. */
  private static List<ReferenceLine> targets(List<ColumnSummary> shown, double epsilon) {
    boolean common =
        shown.stream()
            .allMatch(
                column ->
                    column
                        .floor()
                        .filter(floor -> floor.value() < NEGLIGIBLE_FLOOR * epsilon)
                        .isPresent());
    return common
        ? List.of(ReferenceLine.horizontal(epsilon, "ε = " + NumberText.of(epsilon, 3)))
        : List.of();
  }

  private static List<Point> points(RunResult result, List<SampledState> states) {
    return states.stream()
        .map(state -> new Point(result.experiment().iterations(state.tau()), state.error()))
        .toList();
  }

  private static Axis axis(RunResult result, List<ColumnSummary> shown) {
    double first = shown.stream().mapToDouble(ColumnSummary::end).min().orElseThrow();
    double last = shown.stream().mapToDouble(ColumnSummary::end).max().orElseThrow();
    double high = Math.max(BEYOND * result.experiment().iterations(last), Double.MIN_NORMAL);
    double low = Math.max(SHORTEST_SPAN * result.experiment().iterations(first), 1e-30 * high);
    return Axis.log("iterations t = τ/η").within(Math.min(1, low), high);
  }
}
