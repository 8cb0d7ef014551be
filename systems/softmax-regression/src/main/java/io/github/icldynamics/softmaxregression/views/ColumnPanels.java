package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ReferenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Which queries get a panel, and which of their groups a curve. */
final class ColumnPanels {
  private ColumnPanels() {}

  /**
   * A figure with a panel for the first query and for the leading one; one if they are the same.
   */
  static MultiPanel figure(RunView run, String what, Function<QueryView, LineChart> panel) {
    var panels = Stream.of(run.queries().getFirst(), run.leading()).distinct().map(panel).toList();
    return new MultiPanel(run.title(what), panels, MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  /**
   * The curves of a panel: the query's own group first, then the off-target ones.
   *
   * @param quantity the column of the trajectory
   * @param shown what is shown of the first
   * @param shownOff what is shown of an off-target value
   * @param own label of the first
   * @param offTarget label of the others, given the feature's subscript
   */
  static List<Curve> curves(
      RunView run,
      QueryView query,
      String quantity,
      DoubleUnaryOperator shown,
      DoubleUnaryOperator shownOff,
      String own,
      UnaryOperator<String> offTarget) {
    var through = Curves.of(run);
    var curves = new ArrayList<Curve>();
    curves.add(through.of(query.query(), query.own(), quantity, shown, own, CurveStyle.solid(0)));
    for (var target : OffTarget.of(run.record(), query)) {
      String label = offTarget.apply(target.subscript());
      curves.add(
          through.of(query.query(), target.group(), quantity, shownOff, label, target.style()));
    }
    return curves;
  }

  static LineChart panel(
      RunView run, QueryView query, Axis y, List<Curve> curves, List<ReferenceLine> lines) {
    String title = "Query " + FeatureNames.of(query.query()) + ", " + query.role();
    return TimeAxis.of(run, Curves.of(run)).chart(title, query, y, curves, lines);
  }
}
