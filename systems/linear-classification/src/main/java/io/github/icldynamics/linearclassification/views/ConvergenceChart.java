package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/**
 * Loss above its minimum and squared distance from W*, both on a logarithmic axis over iterations.
 */
final class ConvergenceChart {
  private static final int BLACK = 6;

  /** Of the least loss: differences below are rounding. */
  private static final double ROUNDING = 1e-15;

  private ConvergenceChart() {}

  static MultiPanel of(RunView run) {
    double least = run.value("leastTrainingLoss");
    var loss =
        curve(run, "loss − L(W*)", "loss", value -> excess(value, least), CurveStyle.solid(0));
    var second = new ArrayList<Curve>();
    second.add(curve(run, "‖W − W*‖²", "squared_distance", value -> value, CurveStyle.solid(1)));
    addSlope(run, second);
    return new MultiPanel(
        MixtureTitle.of("Convergence", run.experiment()),
        List.of(
            panel("loss above its minimum", List.of(loss)),
            panel("squared distance from the minimiser", second)),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  /** Not a number where only rounding is left, which lifts the pen. */
  private static double excess(double loss, double least) {
    double excess = loss - least;
    return excess > ROUNDING * least ? excess : Double.NaN;
  }

  private static LineChart panel(String quantity, List<Curve> curves) {
    return new LineChart(
        "", Axis.linear("iterations t"), Axis.log(quantity), curves, List.of(), List.of());
  }

  private static Curve curve(
      RunView run, String label, String column, DoubleUnaryOperator change, CurveStyle style) {
    var table = run.trajectory();
    var points = new ArrayList<Point>();
    for (int row = 0; row < table.size(); row++) {
      double y = change.applyAsDouble(table.real(column, row));
      if (y > 0) {
        points.add(new Point(table.real("iterations", row), y));
      }
    }
    return new Curve(label, points, style);
  }

  /** The slope that the Hessian at W* gives, through the end of the run. */
  private static void addSlope(RunView run, List<Curve> curves) {
    var slope = run.optional("rate.fromHessian");
    if (slope.isEmpty()) {
      return;
    }
    double end = run.value("end") / run.value("learningRate");
    double last = run.value("finalSquaredDistance");
    var points = new ArrayList<Point>();
    for (double t : List.of(0.0, end)) {
      points.add(new Point(t, last * FastMath.exp(slope.getAsDouble() * (t - end))));
    }
    curves.add(new Curve("rate of the Hessian at W*", points, CurveStyle.dashed(BLACK)));
  }
}
