package io.github.icldynamics.lab.study;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.TrainingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/** What the studies share: runs of the flow, values along a range, curves through them. */
final class Sweep {
  private Sweep() {}

  /** The flow from given logits until {@code L ≤ L* + ε}. */
  static ColumnRun run(
      TokenLaw law, PromptLength length, long query, double epsilon, Vector initial) {
    return ColumnRun.train(plan(law, length, epsilon), query, initial);
  }

  /** The flow from zero until {@code L ≤ L* + ε}. */
  static ColumnRun run(TokenLaw law, PromptLength length, long query, double epsilon) {
    return ColumnRun.train(plan(law, length, epsilon), query);
  }

  private static TrainingPlan plan(TokenLaw law, PromptLength length, double epsilon) {
    return new TrainingPlan(
        law,
        length,
        LabelModel.linear(),
        TrainingMethod.GradientFlow.accurate(),
        epsilon,
        Ending.convergence());
  }

  /** Values from one to another, evenly spaced. */
  static List<Double> linear(double from, double to, int intervals) {
    var values = new ArrayList<Double>();
    for (int i = 0; i <= intervals; i++) {
      values.add(from + (to - from) * i / intervals);
    }
    return values;
  }

  /** Values from one to another, evenly spaced in the logarithm; both ends exact. */
  static List<Double> logarithmic(double from, double to, int intervals) {
    var values = new ArrayList<Double>();
    for (double log : linear(FastMath.log(from), FastMath.log(to), intervals)) {
      values.add(FastMath.exp(log));
    }
    values.set(0, from);
    values.set(intervals, to);
    return values;
  }

  /** A curve through values at some places. */
  static Curve curve(String label, List<Double> at, List<Double> values, CurveStyle style) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < at.size(); i++) {
      points.add(new Point(at.get(i), values.get(i)));
    }
    return new Curve(label, points, style);
  }

  /** A curve through the values of a function. */
  static Curve curve(
      String label, List<Double> at, DoubleUnaryOperator function, CurveStyle style) {
    return curve(label, at, at.stream().map(function::applyAsDouble).toList(), style);
  }

  /** A chart without bands. */
  static LineChart chart(String title, Axis x, Axis y, List<Curve> curves, ReferenceLine... lines) {
    return new LineChart(title, x, y, curves, List.of(), List.of(lines));
  }
}
