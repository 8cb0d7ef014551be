package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.softmaxregression.training.Role;
import java.util.List;
import java.util.stream.Stream;

/** The descent directions α and |β| of a query, log–log, with the moment when the lead changes. */
final class GradientChart {
  private GradientChart() {}

  static MultiPanel of(RunView run) {
    return ColumnPanels.figure(run, "Descent directions", query -> panel(run, query));
  }

  private static LineChart panel(RunView run, QueryView query) {
    var time = TimeAxis.of(run, Curves.of(run));
    var curves =
        ColumnPanels.curves(
            run, query, "descent", ColumnPanels.Sign.DROPPED, "αₖ", n -> "|βₖ" + n + "|");
    return new LineChart(
        ColumnPanels.title(query),
        time.axis(),
        Axis.log("descent direction").within(lowest(curves), 30 * highest(curves)),
        curves,
        time.phases(query),
        changeOfLead(run, query));
  }

  /**
   * A tenth of the smallest value at either end of a curve: where a direction changes its sign on
   * the way its logarithm falls without bound, which the axis need not follow.
   */
  private static double lowest(List<Curve> curves) {
    return 0.1
        * curves.stream()
            .flatMap(curve -> Stream.of(curve.points().getFirst(), curve.points().getLast()))
            .mapToDouble(Point::y)
            .filter(value -> value > 0)
            .min()
            .orElse(1);
  }

  private static double highest(List<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .mapToDouble(Point::y)
        .filter(value -> value > 0)
        .max()
        .orElse(1);
  }

  /** The end of phase I of an under-represented feature, where α overtakes |β|. */
  private static List<ReferenceLine> changeOfLead(RunView run, QueryView query) {
    boolean underRepresented = query.role().equals(Role.UNDER_REPRESENTED.title());
    if (!underRepresented || query.phases().size() < 2 || query.phases().getFirst().to() <= 0) {
      return List.of();
    }
    double end = run.iterations(query.phases().getFirst().to());
    return List.of(ReferenceLine.vertical(end, "lead changes"));
  }
}
