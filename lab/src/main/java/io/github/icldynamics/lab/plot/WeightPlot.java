package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.analysis.Phase;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.util.ArrayList;
import java.util.List;

/** The bilinear weights A and B of a column against iterations, with the recalled thresholds. */
final class WeightPlot {
  private WeightPlot() {}

  static MultiPanel of(ExperimentRun run) {
    var panels = new ArrayList<LineChart>();
    for (var column : ColumnPanels.shown(run)) {
      panels.add(panel(run, column, ColumnPanels.states(column)));
    }
    return new MultiPanel(
        TimeAxis.of(run).title("Bilinear weights"), panels, MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private static LineChart panel(ExperimentRun run, ColumnRun column, List<ColumnState> states) {
    var time = TimeAxis.of(run);
    var law = column.trajectory().column();
    var curves = new ArrayList<Curve>();
    curves.add(time.curve("Aₖ", states, s -> s.logits().get(law.query()), CurveStyle.solid(0)));
    for (var target : ColumnPanels.offTargets(law)) {
      curves.add(
          time.curve(
              "Bₖ" + target.subscript(),
              states,
              s -> s.logits().get(target.group()),
              target.style()));
    }
    return new LineChart(
        ColumnPanels.title(column),
        time.axis(),
        Axis.linear("weight"),
        curves,
        time.phases(column),
        thresholds(column));
  }

  private static List<ReferenceLine> thresholds(ColumnRun column) {
    return column.phases().stream()
        .flatMap(phase -> phase.threshold().stream())
        .map(WeightPlot::threshold)
        .toList();
  }

  private static ReferenceLine threshold(Phase.Threshold threshold) {
    String value = threshold.formula().substring(threshold.formula().indexOf('=') + 2);
    return ReferenceLine.horizontal(threshold.value(), value);
  }
}
