package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.run.Forms;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Descent on sampled prompts over the exact curve: the population loss of one query under gradient
 * descent, and the median and the range of it over seeds.
 */
final class SpreadChart {
  private static final int EXACT = 6;

  private final RunView run;
  private final Table table;

  private SpreadChart(RunView run) {
    this.run = run;
    this.table = run.record().table(Forms.SPREAD.name());
  }

  static MultiPanel of(RunView run) {
    return new SpreadChart(run).figure();
  }

  private MultiPanel figure() {
    String name = FeatureNames.of(run.leading().query());
    return new MultiPanel(
        ExperimentTitle.of("Sampled prompts, query " + name, run.experiment()),
        List.of(errors(), departures()),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private LineChart errors() {
    return chart(
        Axis.log("prediction error Lₖ"),
        List.of(
            curve("exact gradient", this::exact, CurveStyle.dashed(EXACT)),
            curve(median(), row -> table.real("median", row), CurveStyle.solid(1)),
            curve("lowest", row -> table.real("lowest", row), CurveStyle.solid(0)),
            curve("highest", row -> table.real("highest", row), CurveStyle.solid(2))));
  }

  /** By how much sampling departs from the exact curve, which the errors themselves hide. */
  private LineChart departures() {
    return chart(
        Axis.linear("departure from the exact error, %"),
        List.of(
            curve(median(), row -> departure("median", row), CurveStyle.solid(1)),
            curve("lowest", row -> departure("lowest", row), CurveStyle.solid(0)),
            curve("highest", row -> departure("highest", row), CurveStyle.solid(2))),
        ReferenceLine.horizontal(0, "exact"));
  }

  private static LineChart chart(Axis y, List<Curve> curves, ReferenceLine... lines) {
    return new LineChart("", Axis.log("iterations t"), y, curves, List.of(), List.of(lines));
  }

  private static String median() {
    return "sgd, median of the seeds";
  }

  private double exact(int row) {
    return table.real("exact", row);
  }

  private double departure(String column, int row) {
    return 100 * (table.real(column, row) / exact(row) - 1);
  }

  private Curve curve(String label, IntToDoubleFunction value, CurveStyle style) {
    var points =
        table
            .rows()
            .mapToObj(row -> new Point(table.real("iterations", row), value.applyAsDouble(row)))
            .toList();
    return new Curve(label, points, style);
  }
}
