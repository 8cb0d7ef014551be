package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Role;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.util.List;
import java.util.stream.Stream;

/** The descent directions α and |β| of a column, log–log, with the moment when the lead changes. */
final class GradientPlot {
  private GradientPlot() {}

  static MultiPanel of(ExperimentRun run) {
    return ColumnPanels.figure(run, "Descent directions", column -> panel(run, column));
  }

  private static LineChart panel(ExperimentRun run, ColumnRun column) {
    var time = TimeAxis.of(run);
    int own = column.trajectory().column().query();
    var curves =
        ColumnPanels.curves(
            time,
            column,
            "αₖ",
            n -> "|βₖ" + n + "|",
            (state, group) -> {
              double descent = state.value().descent().get(group);
              return group == own ? descent : Math.abs(descent);
            });
    return new LineChart(
        ColumnPanels.title(column),
        time.axis(),
        Axis.log("descent direction").within(lowest(curves), 30 * highest(curves)),
        curves,
        time.phases(column),
        changeOfLead(run, column));
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
  private static List<ReferenceLine> changeOfLead(ExperimentRun run, ColumnRun column) {
    var first = column.phases().getFirst();
    boolean changes =
        column.role() == Role.UNDER_REPRESENTED && column.phases().size() > 1 && first.to() > 0;
    return changes
        ? List.of(ReferenceLine.vertical(run.experiment().iterations(first.to()), "lead changes"))
        : List.of();
  }
}
