package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The descent directions α and |β| of a column, log–log, with the moment when the lead changes. */
final class GradientPlot {
  private GradientPlot() {}

  static MultiPanel of(ExperimentRun run) {
    var panels = new ArrayList<LineChart>();
    for (var column : ColumnPanels.shown(run)) {
      panels.add(panel(run, column, ColumnPanels.states(column)));
    }
    return new MultiPanel(
        TimeAxis.of(run).title("Descent directions"), panels, MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private static LineChart panel(ExperimentRun run, ColumnRun column, List<ColumnState> states) {
    var time = TimeAxis.of(run);
    var law = column.trajectory().column();
    var curves = new ArrayList<Curve>();
    curves.add(
        time.curve("αₖ", states, s -> s.value().descent().get(law.query()), CurveStyle.solid(0)));
    for (var target : ColumnPanels.offTargets(law)) {
      curves.add(
          time.curve(
              "|βₖ" + target.subscript() + "|",
              states,
              s -> Math.abs(s.value().descent().get(target.group())),
              target.style()));
    }
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
    boolean over = column.phases().size() > 2 && column.phases().get(0).to() > 0;
    return over
        ? List.of(
            ReferenceLine.vertical(
                run.experiment().iterations(column.phases().get(0).to()), "lead changes"))
        : List.of();
  }
}
