package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.experiment.Training;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** What the studies share: runs of the flow, values along a range, curves through them. */
final class Sweep {
  /** ε, that of an experiment which does not name another. */
  static final double EPSILON = Training.usual().epsilon();

  /** The query with the dominant feature of an imbalanced law. */
  static final long COMMON = 0;

  /** One of its under-represented queries, which are all alike. */
  static final long RARE = 1;

  private Sweep() {}

  /** The flow on infinite prompts from zero until {@code L ≤ ε}. */
  static ColumnRun run(TokenLawChoice law, long query) {
    return Experiment.of(law, PromptLength.infinite()).layerPlan().train(query);
  }

  /** How long that takes. */
  static double time(TokenLawChoice law, long query) {
    return run(law, query).convergence().orElseThrow();
  }

  /** The error at a flow time within a run. */
  static double loss(ColumnRun run, double tau) {
    return run.stateAt(tau).value().loss();
  }

  /** What is at least 0 as soon as the error in a column is within a target. */
  static ToDoubleFunction<Vector> within(double target, QueryColumn column) {
    var evaluator = PopulationEvaluator.of(column);
    double[] descent = new double[column.size()];
    return logits -> target - evaluator.descend(logits.toArray(), descent);
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

  /** The same, rounded to whole numbers. */
  static List<Double> whole(double from, double to, int intervals) {
    return logarithmic(from, to, intervals).stream().map(Math::rint).distinct().toList();
  }

  /** A curve through the values of a function. */
  static Curve curve(
      String label, List<Double> at, DoubleUnaryOperator function, CurveStyle style) {
    var points = at.stream().map(x -> new Point(x, function.applyAsDouble(x))).toList();
    return new Curve(label, points, style);
  }

  /** A chart without bands. */
  static LineChart chart(String title, Axis x, Axis y, List<Curve> curves, ReferenceLine... lines) {
    return new LineChart(title, x, y, curves, List.of(), List.of(lines));
  }
}
