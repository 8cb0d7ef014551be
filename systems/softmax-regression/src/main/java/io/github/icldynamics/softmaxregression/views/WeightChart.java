package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ReferenceLine;
import java.util.List;

/** The bilinear weights A and B of a query against iterations, with the recalled thresholds. */
final class WeightChart {
  private WeightChart() {}

  static MultiPanel of(RunView run) {
    return ColumnPanels.figure(run, "Bilinear weights", query -> panel(run, query));
  }

  private static LineChart panel(RunView run, QueryView query) {
    var curves = ColumnPanels.curves(run, query, "logit", value -> value, "Aₖ", n -> "Bₖ" + n);
    return ColumnPanels.panel(run, query, Axis.linear("weight"), curves, thresholds(query));
  }

  private static List<ReferenceLine> thresholds(QueryView query) {
    return query.phases().stream()
        .flatMap(phase -> phase.threshold().stream())
        .map(threshold -> ReferenceLine.horizontal(threshold.value(), threshold.bound()))
        .toList();
  }
}
