package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.run.ColumnSummary;
import io.github.icldynamics.lab.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long every query took, against its probability, log–log, with the slope of {@code 1/p²}, the
 * plateau of the theory, to compare.
 */
final class TimesPlot {
  private static final int BLACK = 6;

  /** Probabilities closer than this show no slope. */
  private static final double LEAST_RANGE = 3;

  private TimesPlot() {}

  static LineChart of(RunResult result) {
    var curves = new ArrayList<Curve>();
    result
        .byOutcome()
        .forEach(
            (outcome, columns) ->
                curves.add(
                    new Curve(
                        label(outcome),
                        points(result, columns),
                        CurveStyle.marks(color(outcome)))));
    guide(result).ifPresent(curves::add);
    return new LineChart(
        ExperimentTitle.of("Time to converge", result.experiment()),
        Axis.log("probability pₖ of the query"),
        Axis.log("iterations t = τ/η"),
        curves,
        List.of(),
        List.of());
  }

  /** Through the slowest query, over the range of the probabilities, if that is one. */
  private static Optional<Curve> guide(RunResult result) {
    double rarest =
        result.columns().stream().mapToDouble(ColumnSummary::probability).min().orElse(0);
    double commonest =
        result.columns().stream().mapToDouble(ColumnSummary::probability).max().orElse(0);
    if (commonest < LEAST_RANGE * rarest) {
      return Optional.empty();
    }
    return result.slowestFirst().stream()
        .findFirst()
        .map(
            slowest ->
                new Curve(
                    "∝ 1/pₖ²",
                    List.of(at(result, slowest, rarest), at(result, slowest, commonest)),
                    CurveStyle.dashed(BLACK)));
  }

  private static Point at(RunResult result, ColumnSummary slowest, double probability) {
    double ratio = slowest.probability() / probability;
    return new Point(probability, result.experiment().iterations(slowest.time()) * ratio * ratio);
  }

  private static String label(RunOutcome outcome) {
    return switch (outcome) {
      case CONVERGED -> "converged";
      case AT_REST -> "came to rest";
      case HORIZON_REACHED -> "not converged at its horizon";
      case STUCK -> "got stuck";
    };
  }

  private static int color(RunOutcome outcome) {
    return switch (outcome) {
      case CONVERGED -> 0;
      case AT_REST -> 2;
      case HORIZON_REACHED -> 1;
      case STUCK -> 3;
    };
  }

  private static List<Point> points(RunResult result, List<ColumnSummary> columns) {
    return columns.stream()
        .map(
            column ->
                new Point(column.probability(), result.experiment().iterations(column.time())))
        .toList();
  }
}
