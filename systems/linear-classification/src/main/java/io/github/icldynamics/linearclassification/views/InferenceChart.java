package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How far the layer's probabilities are from Bayes's, against the length of test prompts and of
 * training prompts, log–log, with the laws that they come to.
 */
record InferenceChart(RunView run) {
  private static final int BLACK = 6;

  static MultiPanel of(RunView run) {
    var chart = new InferenceChart(run);
    return new MultiPanel(
        run.title("Distance from the Bayes classifier"),
        List.of(chart.byTestLength(), chart.byTrainingLength()),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private LineChart byTestLength() {
    var curves = new ArrayList<Curve>();
    String own = NumberText.of(run.experiment().promptLength());
    curves.add(points("trained on N = " + own, "own", RunView.AtLength::testedOn, 0));
    curves.add(points("trained on N = ∞", "ideal", RunView.AtLength::testedOn, 2));
    run.optional("longPrompts.excessErrorTimesRootM")
        .ifPresent(
            limit ->
                curves.add(
                    law("∝ 1/√M", "own", RunView.AtLength::testedOn, m -> limit / Math.sqrt(m))));
    return chart("test prompt length M", curves, plateau());
  }

  /** What is left at M = ∞. */
  private List<ReferenceLine> plateau() {
    double left = run.inference("own").getLast().excessError().mean();
    return left > 0 ? List.of(ReferenceLine.horizontal(left, "M = ∞")) : List.of();
  }

  private LineChart byTrainingLength() {
    var curves = new ArrayList<Curve>();
    curves.add(points("tested on M = ∞", "other", RunView.AtLength::trainedOn, 1));
    run.optional("longPrompts.excessErrorTimesN")
        .ifPresent(
            limit ->
                curves.add(law("∝ 1/N", "other", RunView.AtLength::trainedOn, n -> limit / n)));
    return chart("training prompt length N", curves, List.of());
  }

  private static LineChart chart(String x, List<Curve> curves, List<ReferenceLine> lines) {
    return new LineChart(
        "",
        Axis.log(x),
        Axis.log("distance from Bayes (total variation)"),
        curves,
        List.of(),
        lines);
  }

  private Curve points(
      String label, String layer, Function<RunView.AtLength, String> length, int color) {
    var points = finite(layer, length, at -> at.excessError().mean());
    return new Curve(
        label, points.filter(point -> point.y() > 0).toList(), CurveStyle.marks(color));
  }

  /** Where it is below 1, which no distance exceeds. */
  private Curve law(
      String label,
      String layer,
      Function<RunView.AtLength, String> length,
      DoubleUnaryOperator law) {
    var points =
        finite(layer, length, at -> law.applyAsDouble((double) Long.parseLong(length.apply(at))));
    return new Curve(
        label, points.filter(point -> point.y() < 1).toList(), CurveStyle.dashed(BLACK));
  }

  private Stream<Point> finite(
      String layer,
      Function<RunView.AtLength, String> length,
      ToDoubleFunction<RunView.AtLength> value) {
    return run.inference(layer).stream()
        .filter(at -> !length.apply(at).equals("inf"))
        .map(at -> new Point(Long.parseLong(length.apply(at)), value.applyAsDouble(at)));
  }
}
