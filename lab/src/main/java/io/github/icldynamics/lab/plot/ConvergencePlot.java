package io.github.icldynamics.lab.plot;

import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.run.ClassificationRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/**
 * Loss above its minimum and squared distance from W*, both on a logarithmic axis over iterations.
 */
final class ConvergencePlot {
  private static final int BLACK = 6;

  /** Of the least loss: differences below are rounding. */
  private static final double ROUNDING = 1e-15;

  private ConvergencePlot() {}

  static MultiPanel of(ClassificationRun run) {
    double least = run.training().minimum().at().slope().loss();
    var loss = curve(run, "loss − L(W*)", s -> excess(s.loss(), least), CurveStyle.solid(0));
    var distance =
        curve(run, "‖W − W*‖²", ClassificationRun.State::squaredDistance, CurveStyle.solid(1));
    var second = new ArrayList<Curve>();
    second.add(distance);
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
      ClassificationRun run,
      String label,
      ToDoubleFunction<ClassificationRun.State> value,
      CurveStyle style) {
    var points = new ArrayList<Point>();
    for (var state : run.states()) {
      double y = value.applyAsDouble(state);
      if (y > 0) {
        points.add(new Point(state.tau() / run.learningRate(), y));
      }
    }
    return new Curve(label, points, style);
  }

  /** The slope that the Hessian at W* gives, through the end of the run. */
  private static void addSlope(ClassificationRun run, List<Curve> curves) {
    boolean descends = run.experiment().method() == MethodChoice.GD;
    if (!descends || run.rate().isEmpty()) {
      return;
    }
    double slope = run.rate().get().asymptotic();
    var last = run.states().getLast();
    double end = last.tau() / run.learningRate();
    var points = new ArrayList<Point>();
    for (double t : List.of(0.0, end)) {
      points.add(new Point(t, last.squaredDistance() * FastMath.exp(slope * (t - end))));
    }
    curves.add(new Curve("rate of the Hessian at W*", points, CurveStyle.dashed(BLACK)));
  }
}
