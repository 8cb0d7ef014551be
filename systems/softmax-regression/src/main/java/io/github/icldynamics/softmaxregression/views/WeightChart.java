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
    var time = TimeAxis.of(run, Curves.of(run));
    return new LineChart(
        ColumnPanels.title(query),
        time.axis(),
        Axis.linear("weight"),
        ColumnPanels.curves(run, query, "logit", ColumnPanels.Sign.KEPT, "Aₖ", n -> "Bₖ" + n),
        time.phases(query),
        thresholds(query));
  }

  private static List<ReferenceLine> thresholds(QueryView query) {
    return query.phases().stream()
        .filter(QueryView.PhaseView::hasThreshold)
        .map(phase -> ReferenceLine.horizontal(phase.thresholdValue(), phase.thresholdBound()))
        .toList();
  }
}
