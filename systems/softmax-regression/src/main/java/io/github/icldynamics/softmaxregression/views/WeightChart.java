package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ReferenceLine;
import java.util.ArrayList;
import java.util.List;

/** The bilinear weights A and B of a query against iterations, with the recalled thresholds. */
final class WeightChart {
  private static final int VALUE_SCALE_COLOR = 4;

  private WeightChart() {}

  static MultiPanel of(RunView run) {
    var weights = ColumnPanels.figure(run, "Bilinear weights", query -> panel(run, query));
    if (!run.experiment().valueScale().trained()) {
      return weights;
    }
    var panels = new ArrayList<>(weights.panels());
    panels.add(valueScale(run));
    return new MultiPanel(weights.title(), panels, weights.arrangement());
  }

  /** ν, which all queries share. */
  private static LineChart valueScale(RunView run) {
    var query = run.leading();
    var curves = Curves.of(run);
    var time = TimeAxis.of(run, curves);
    var curve =
        curves.of(
            query.query(),
            query.own(),
            "value_scale",
            value -> value,
            "ν",
            CurveStyle.solid(VALUE_SCALE_COLOR));
    var y = Axis.linear("value scale ν");
    return time.chart("Value scale", query, y, List.of(curve), List.of());
  }

  private static LineChart panel(RunView run, QueryView query) {
    var curves =
        ColumnPanels.curves(
            run, query, "logit", value -> value, value -> value, "Aₖ", n -> "Bₖ" + n);
    return ColumnPanels.panel(run, query, Axis.linear("weight"), curves, thresholds(query));
  }

  private static List<ReferenceLine> thresholds(QueryView query) {
    return query.phases().stream()
        .flatMap(phase -> phase.threshold().stream())
        .map(threshold -> ReferenceLine.horizontal(threshold.value(), threshold.bound()))
        .toList();
  }
}
