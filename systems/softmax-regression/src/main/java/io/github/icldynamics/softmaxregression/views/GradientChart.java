package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.softmaxregression.training.Role;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The negative gradients |α| and |β| of a query, log–log, with the moment when the lead changes.
 */
final class GradientChart {
  private GradientChart() {}

  static MultiPanel of(RunView run) {
    return ColumnPanels.figure(run, "Negative gradients", query -> panel(run, query));
  }

  private static LineChart panel(RunView run, QueryView query) {
    var curves =
        ColumnPanels.curves(
            run, query, "descent", Math::abs, Math::abs, "|αₖ|", n -> "|βₖ" + n + "|");
    var y = Axis.log("negative gradient").within(lowest(curves), 30 * highest(curves));
    return ColumnPanels.panel(run, query, y, curves, changeOfLead(run, query));
  }

  /**
   * A tenth of the smallest value at either end of a curve: where a direction changes its sign on
   * the way its logarithm falls without bound, which the axis need not follow.
   */
  private static double lowest(List<Curve> curves) {
    var ends =
        curves.stream()
            .flatMap(curve -> Stream.of(curve.points().getFirst(), curve.points().getLast()));
    return 0.1 * positive(ends).min().orElse(1);
  }

  private static double highest(List<Curve> curves) {
    return positive(curves.stream().flatMap(curve -> curve.points().stream())).max().orElse(1);
  }

  private static DoubleStream positive(Stream<Point> points) {
    return points.mapToDouble(Point::y).filter(value -> value > 0);
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
