package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Band;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Figures of every kind with the look of real results. */
final class SampleFigures {
  private static final List<Band> PHASES =
      List.of(
          new Band(1, 8e3, "I"),
          new Band(8e3, 2.4e4, "II"),
          new Band(2.4e4, 2.6e4, "III"),
          new Band(2.6e4, 4e4, "IV"));

  private SampleFigures() {}

  static LineChart errors() {
    return new LineChart(
        "Prediction error of two queries",
        Axis.log("iteration τ"),
        Axis.log("population error"),
        List.of(
            curve("dominant", CurveStyle.solid(0), t -> 1e-4 + 0.6 / (1 + Math.pow(t / 900, 2))),
            curve(
                "under-represented",
                CurveStyle.dashed(1),
                t -> 1.3e-4 + 0.45 / (1 + Math.pow(t / 2.1e4, 3)))),
        PHASES,
        List.of(ReferenceLine.horizontal(0.01, "ε = 0.01"), ReferenceLine.vertical(5e5, "T")));
  }

  static LineChart weights(String title, double centre) {
    return new LineChart(
        title,
        Axis.linear("iteration τ").within(0, 5e4),
        Axis.linear("weight"),
        List.of(
            curve("A, diagonal", CurveStyle.solid(0), t -> 6 * t / (t + centre)),
            curve("A, off-diagonal", CurveStyle.dashed(0), t -> -1.5 * t / (t + 2 * centre)),
            curve("B", CurveStyle.dotted(1), t -> 3 * Math.tanh(t / (3 * centre)))),
        PHASES,
        List.of(ReferenceLine.horizontal(Math.log(50) / 2, "½ ln K")));
  }

  static MultiPanel twoQueries() {
    return new MultiPanel(
        "",
        List.of(weights("query v₁", 3e3), weights("query v₂", 1.2e4)),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  static MultiPanel stacked() {
    return new MultiPanel(
        "Errors and weights",
        List.of(errors(), weights("query v₂", 1.2e4)),
        MultiPanel.Arrangement.STACKED);
  }

  static LineChart zipf() {
    var curves =
        IntStream.rangeClosed(1, 50)
            .mapToObj(
                k ->
                    new Curve(
                        k == 1 || k == 10 || k == 50 ? "feature " + k : "",
                        points(1, 1e18, t -> 1e-8 + 1 / (1 + t / (1e4 * Math.pow(k, 6)))),
                        CurveStyle.graded((k - 1) / 49.0)))
            .toList();
    return new LineChart(
        "Fifty features of a Zipf law",
        Axis.log("iteration τ"),
        Axis.log("error").within(1e-8, 1.5),
        curves,
        List.of(),
        List.of(
            ReferenceLine.vertical(1e15, "T = 10¹⁵"), ReferenceLine.horizontal(1e-2, "ε = 0.01")));
  }

  static HeatmapRow attention() {
    var moments =
        List.of(
            "start, τ = 0",
            "end of I, τ = 8.5·10³",
            "end of II, τ = 2.4·10⁴",
            "end of III, τ = 2.6·10⁴",
            "end of IV, τ = 4·10⁴");
    return new HeatmapRow(
        "Attention of four queries while training",
        new HeatmapRow.Ticks("query", List.of("v₁", "v₂", "v₃", "v₄")),
        new HeatmapRow.Ticks("feature", List.of("v₁", "v₂", "v₃", "v₄", "rest")),
        "mean attention",
        IntStream.range(0, 5).mapToObj(i -> new Heatmap(moments.get(i), cells(i / 4.0))).toList());
  }

  private static List<List<Double>> cells(double progress) {
    return IntStream.range(0, 4)
        .mapToObj(i -> IntStream.range(0, 5).mapToObj(j -> cell(i, j, progress)).toList())
        .toList();
  }

  private static double cell(int i, int j, double progress) {
    double own = 0.2 + 0.78 * Math.clamp(2.5 * progress - 0.5 * i, 0.0, 1.0);
    return i == j ? own : (1 - own) / 4;
  }

  private static Curve curve(String label, CurveStyle style, DoubleUnaryOperator value) {
    return new Curve(label, points(1, 1e6, value), style);
  }

  private static List<Point> points(double from, double to, DoubleUnaryOperator value) {
    return IntStream.rangeClosed(0, 400)
        .mapToDouble(i -> from * Math.pow(to / from, i / 400.0))
        .mapToObj(t -> new Point(t, value.applyAsDouble(t)))
        .toList();
  }
}
