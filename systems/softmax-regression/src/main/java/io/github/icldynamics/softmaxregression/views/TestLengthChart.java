package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.run.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.util.FastMath;

/** The trained layer on test prompts of any length, with the least error that is possible there. */
final class TestLengthChart {
  private static final int MOST_QUERIES = 3;

  /** Below it, errors are those of no layer that anybody trains. */
  private static final double LEAST_ERROR = 1e-12;

  private TestLengthChart() {}

  static LineChart of(RunView run) {
    var table = run.record().table(Forms.TEST_LENGTHS.name());
    var curves = new ArrayList<Curve>();
    var shown = run.spread(Math.min(MOST_QUERIES, Math.max(2, run.queries().size())));
    for (int i = 0; i < shown.size(); i++) {
      long query = shown.get(i).query();
      String name = FeatureNames.of(query) + ", " + shown.get(i).role();
      curves.add(curve(name, table, query, CurveStyle.solid(i), row -> error(table, row)));
      curves.add(
          curve(
              FeatureNames.of(query) + ", floor",
              table,
              query,
              CurveStyle.dotted(i),
              row -> floor(table, row)));
    }
    return new LineChart(
        run.title("Test error of each query at its own end"),
        Axis.log("test prompt length N"),
        Axis.log("error"),
        curves.stream().filter(curve -> curve.points().size() > 1).toList(),
        List.of(),
        trained(run));
  }

  private static double error(Table table, int row) {
    return table.real("test_error", row);
  }

  private static double floor(Table table, int row) {
    return FastMath.exp(table.real("log_test_floor", row));
  }

  private static Curve curve(
      String label, Table table, long query, CurveStyle style, IntToDoubleFunction value) {
    var points =
        table
            .rows()
            .filter(row -> table.whole("query", row) == query)
            .mapToObj(row -> new Point(table.real("tokens", row), value.applyAsDouble(row)))
            .filter(point -> point.y() >= LEAST_ERROR)
            .toList();
    return new Curve(label, points, style);
  }

  /** Where the layer was trained, if on finite prompts. */
  private static List<ReferenceLine> trained(RunView run) {
    return run.experiment().promptLength() instanceof PromptLength.Finite(long tokens)
        ? List.of(ReferenceLine.vertical((double) tokens, "trained"))
        : List.of();
  }
}
