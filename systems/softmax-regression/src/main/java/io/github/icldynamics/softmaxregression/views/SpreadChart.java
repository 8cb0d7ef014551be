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
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * Descent on sampled prompts over the exact curve: the population loss of one query under gradient
 * descent, and the median and the range of it over seeds.
 */
record SpreadChart(RunView run, Table table) {
  private static final int EXACT = 6;

  static MultiPanel of(RunView run) {
    return new SpreadChart(run, run.record().table(Forms.SPREAD.name())).figure();
  }

  private MultiPanel figure() {
    String name = FeatureNames.of(run.leading().query());
    return new MultiPanel(
        run.title("Sampled prompts, query " + name),
        List.of(errors(), departures()),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private LineChart errors() {
    var exact = curve("exact gradient", "exact", table::real, CurveStyle.dashed(EXACT));
    var curves = Stream.concat(Stream.of(exact), seeds(table::real)).toList();
    return chart(Axis.log("prediction error Lₖ"), curves);
  }

  /** By how much sampling departs from the exact curve, which the errors themselves hide. */
  private LineChart departures() {
    return chart(
        Axis.linear("departure from the exact error, %"),
        seeds(this::departure).toList(),
        ReferenceLine.horizontal(0, "exact"));
  }

  private static LineChart chart(Axis y, List<Curve> curves, ReferenceLine... lines) {
    return new LineChart("", Axis.log("iterations t"), y, curves, List.of(), List.of(lines));
  }

  private double departure(String column, int row) {
    return 100 * (table.real(column, row) / table.real("exact", row) - 1);
  }

  private Stream<Curve> seeds(ToDoubleBiFunction<String, Integer> value) {
    return Stream.of(
        curve("sgd, median of the seeds", "median", value, CurveStyle.solid(1)),
        curve("lowest", "lowest", value, CurveStyle.solid(0)),
        curve("highest", "highest", value, CurveStyle.solid(2)));
  }

  private Curve curve(
      String label, String column, ToDoubleBiFunction<String, Integer> value, CurveStyle style) {
    var points =
        table
            .rows()
            .mapToObj(
                row -> new Point(table.real("iterations", row), value.applyAsDouble(column, row)))
            .toList();
    return new Curve(label, points, style);
  }
}
