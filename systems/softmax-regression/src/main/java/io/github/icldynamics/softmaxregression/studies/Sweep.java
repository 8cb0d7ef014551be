package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.descent.UpdateRule;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.experiment.Training;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** What the studies share: runs of the flow, values along a range, curves through them. */
final class Sweep {
  /** ε, that of an experiment which does not name another. */
  static final double EPSILON = Training.usual().epsilon();

  /** ε in a picture of errors. */
  static final ReferenceLine TARGET = ReferenceLine.horizontal(EPSILON, "ε = 0.01");

  /** The query with the dominant feature of an imbalanced law. */
  static final int COMMON = 0;

  /** One of its under-represented queries, which are all alike. */
  static final int RARE = 1;

  private Sweep() {}

  /** The flow on infinite prompts from zero until {@code L ≤ ε}. */
  static Experiment experiment(TokenLawChoice law) {
    return Experiment.of(law, PromptLength.infinite());
  }

  /** The same with a discrete method. */
  static Experiment experiment(TokenLawChoice law, UpdateRule rule, double learningRate) {
    var training =
        Training.usual().with(Training.METHOD, rule).with(Training.LEARNING_RATE, learningRate);
    return experiment(law).with(Experiment.TRAINING, training);
  }

  /** The law as a query sees it with infinite prompts. */
  static QueryColumn column(TokenLawChoice law, long query) {
    return law.law().column(query, PromptLength.infinite(), LabelModel.linear());
  }

  /** The flow of one query. */
  static ColumnRun run(TokenLawChoice law, long query) {
    return experiment(law).layerPlan().train(query);
  }

  /** How long that takes. */
  static double time(TokenLawChoice law, long query) {
    return time(run(law, query));
  }

  /** How long a run takes to {@code L* + ε}. */
  static double time(ColumnRun run) {
    return run.convergence().orElseThrow();
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
    return IntStream.rangeClosed(0, intervals)
        .mapToObj(i -> from + (to - from) * i / intervals)
        .toList();
  }

  /** Values from one to another, evenly spaced in the logarithm; both ends exact. */
  static List<Double> logarithmic(double from, double to, int intervals) {
    var logarithms = linear(FastMath.log(from), FastMath.log(to), intervals);
    var values = new ArrayList<>(logarithms.stream().map(FastMath::exp).toList());
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
    return Series.of(at, function::applyAsDouble).curve(label, value -> value, style);
  }

  /** A chart without bands. */
  static LineChart chart(String title, Axis x, Axis y, List<Curve> curves, ReferenceLine... lines) {
    return new LineChart(title, x, y, curves, List.of(), List.of(lines));
  }
}
