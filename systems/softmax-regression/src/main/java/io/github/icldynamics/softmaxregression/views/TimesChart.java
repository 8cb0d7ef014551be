package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.descent.Ending;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long every query took, against its probability, log–log, with the slope of {@code 1/p²}, the
 * plateau of the theory, to compare.
 */
final class TimesChart {
  private static final int BLACK = 6;

  /** Probabilities closer than this show no slope. */
  private static final double LEAST_RANGE = 3;

  private TimesChart() {}

  static LineChart of(RunView run) {
    var curves =
        Stream.of(
            ended(run, Ending.CONVERGED, "converged", 0),
            ended(run, Ending.STATIONARY, "stationary", 2),
            ended(run, Ending.BUDGET_EXHAUSTED, "budget exhausted", 1),
            ended(run, Ending.STIFF, "got stuck", 3),
            guide(run));
    return new LineChart(
        run.title("Time to converge"),
        Axis.log("probability pₖ of the query"),
        Axis.log(run.iterationsLabel()),
        curves.flatMap(Optional::stream).toList(),
        List.of(),
        List.of());
  }

  /** The queries that ended in one way, if there are any. */
  private static Optional<Curve> ended(RunView run, Ending ending, String label, int color) {
    var points =
        run.queries().stream()
            .filter(query -> query.ended(ending))
            .map(query -> new Point(query.probability(), run.iterations(query.time())))
            .toList();
    return Optional.of(new Curve(label, points, CurveStyle.marks(color)))
        .filter(curve -> !curve.points().isEmpty());
  }

  /** Through the slowest query, over the range of the probabilities, if that is one. */
  private static Optional<Curve> guide(RunView run) {
    double rarest = run.queries().stream().mapToDouble(QueryView::probability).min().orElse(0);
    double commonest = run.queries().stream().mapToDouble(QueryView::probability).max().orElse(0);
    if (commonest < LEAST_RANGE * rarest) {
      return Optional.empty();
    }
    return run.slowestFirst().stream()
        .findFirst()
        .map(
            slowest ->
                new Curve(
                    "∝ 1/pₖ²",
                    List.of(at(run, slowest, rarest), at(run, slowest, commonest)),
                    CurveStyle.dashed(BLACK)));
  }

  private static Point at(RunView run, QueryView slowest, double probability) {
    double ratio = slowest.probability() / probability;
    return new Point(probability, run.iterations(slowest.time()) * ratio * ratio);
  }
}
