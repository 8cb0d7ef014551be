package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.descent.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    var curves = new ArrayList<Curve>();
    for (var kind : Kind.values()) {
      var ended = run.queries().stream().filter(query -> query.ended(kind.ending)).toList();
      if (!ended.isEmpty()) {
        curves.add(new Curve(kind.label, points(run, ended), CurveStyle.marks(kind.color)));
      }
    }
    guide(run).ifPresent(curves::add);
    return new LineChart(
        ExperimentTitle.of("Time to converge", run.experiment()),
        Axis.log("probability pₖ of the query"),
        Axis.log("iterations t = τ/η"),
        curves,
        List.of(),
        List.of());
  }

  /** The ways to end that are told apart. */
  private enum Kind {
    CONVERGED(Ending.CONVERGED, "converged", 0),
    AT_REST(Ending.AT_REST, "came to rest", 2),
    HORIZON_REACHED(Ending.HORIZON_REACHED, "not converged at its horizon", 1),
    STUCK(Ending.STIFF, "got stuck", 3);

    private final Ending ending;
    private final String label;
    private final int color;

    Kind(Ending ending, String label, int color) {
      this.ending = ending;
      this.label = label;
      this.color = color;
    }
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

  private static List<Point> points(RunView run, List<QueryView> queries) {
    return queries.stream()
        .map(query -> new Point(query.probability(), run.iterations(query.time())))
        .toList();
  }
}
