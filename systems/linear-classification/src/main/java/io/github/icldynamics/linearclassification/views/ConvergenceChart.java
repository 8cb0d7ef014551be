package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.system.TimeScale;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * Loss above its minimum, where that is more than rounding, and squared distance from W*, on
 * logarithmic axes over iterations.
 */
final class ConvergenceChart {
  private static final int BLACK = 6;
  private static final int POINTS = 200;

  /** Of the least loss: differences below are rounding. */
  private static final double ROUNDING = 1e-15;

  private ConvergenceChart() {}

  static MultiPanel of(RunView run, TimeScale scale) {
    double least = run.value("leastTrainingLoss");
    var loss =
        curve(run, "loss − L(W*)", "loss", value -> excess(value, least), CurveStyle.solid(0));
    var distance = curve(run, "‖W − W*‖²", "squared_distance", value -> value, CurveStyle.solid(1));
    var second = Stream.concat(Stream.of(distance), slope(run, scale).stream()).toList();
    var distances = panel("squared distance from the minimiser", second, scale);
    // A loss that falls by no more than its rounding has no curve, and axes alone say nothing.
    var panels =
        loss.points().size() > 1
            ? List.of(panel("loss above its minimum", List.of(loss), scale), distances)
            : List.of(distances);
    return new MultiPanel(run.title("Convergence"), panels, MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  /** Not a number where only rounding is left, which lifts the pen. */
  private static double excess(double loss, double least) {
    double excess = loss - least;
    return excess > ROUNDING * least ? excess : Double.NaN;
  }

  /** Convergence is geometric, and a line where time is linear. */
  private static LineChart panel(String quantity, List<Curve> curves, TimeScale scale) {
    String label = "iterations t";
    var time =
        switch (scale) {
          case AUTOMATIC, LINEAR -> Axis.linear(label);
          case LOGARITHMIC -> Axis.log(label);
        };
    return new LineChart("", time, Axis.log(quantity), curves, List.of(), List.of());
  }

  private static Curve curve(
      RunView run, String label, String column, DoubleUnaryOperator change, CurveStyle style) {
    var table = run.trajectory();
    var points =
        table
            .rows()
            .mapToObj(
                row ->
                    new Point(
                        table.real("iterations", row),
                        change.applyAsDouble(table.real(column, row))));
    return new Curve(label, points.filter(point -> point.y() > 0).toList(), style);
  }

  /** The slope that the Hessian at W* gives, through the end of the run. */
  private static Optional<Curve> slope(RunView run, TimeScale scale) {
    double end = run.value("end") / run.value("learningRate");
    double last = run.value("finalSquaredDistance");
    var times = scale == TimeScale.LOGARITHMIC ? logarithmic(end) : List.of(0.0, end);
    return run.optional("rate.fromHessian").stream()
        .mapToObj(
            slope ->
                times.stream()
                    .map(t -> new Point(t, last * FastMath.exp(slope * (t - end))))
                    .toList())
        .map(points -> new Curve("rate of the Hessian at W*", points, CurveStyle.dashed(BLACK)))
        .findFirst();
  }

  /** On a logarithmic axis an exponential is no line, and 0 has no place. */
  private static List<Double> logarithmic(double end) {
    return IntStream.rangeClosed(0, POINTS)
        .mapToObj(i -> FastMath.pow(end, (double) i / POINTS))
        .toList();
  }
}
