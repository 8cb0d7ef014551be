package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.util.List;

/** The bilinear weights A and B of a column against iterations, with the recalled thresholds. */
final class WeightPlot {
  private WeightPlot() {}

  static MultiPanel of(ExperimentRun run) {
    return ColumnPanels.figure(run, "Bilinear weights", column -> panel(run, column));
  }

  private static LineChart panel(ExperimentRun run, ColumnRun column) {
    var time = TimeAxis.of(run);
    var curves =
        ColumnPanels.curves(
            time, column, "Aₖ", n -> "Bₖ" + n, (state, group) -> state.logits().get(group));
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
        .map(threshold -> ReferenceLine.horizontal(threshold.value(), threshold.bound()))
        .toList();
  }
}
