package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.training.Goal;
import io.github.icldynamics.training.TrainingMethod;
import io.github.icldynamics.training.Trajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/**
 * Descent on sampled prompts over the exact curve: the population loss of one query under gradient
 * descent, and the median and the range of it over seeds under sgd with the same step.
 */
final class SpreadPlot {
  private static final int SEEDS = 7;
  private static final int TIMES = 80;
  private static final int EXACT = 6;

  private final ExperimentRun run;
  private final ColumnRun leading;
  private final PopulationEvaluator evaluator;
  private final List<Double> iterations = new ArrayList<>();

  private SpreadPlot(ExperimentRun run) {
    this.run = run;
    this.leading = run.leadingColumn();
    this.evaluator = PopulationEvaluator.of(leading.trajectory().column());
    double last = Math.max(1, run.experiment().iterations(leading.trajectory().end()));
    for (int i = 0; i <= TIMES; i++) {
      double t = FastMath.rint(FastMath.exp(FastMath.log(last) * i / TIMES));
      if (iterations.isEmpty() || t > iterations.getLast()) {
        iterations.add(t);
      }
    }
  }

  /** The plot, where prompts were sampled. */
  static Optional<MultiPanel> of(ExperimentRun run) {
    return run.experiment().layerPlan().plan().method()
            instanceof TrainingMethod.StochasticDescent descent
        ? Optional.of(new SpreadPlot(run).chart(descent))
        : Optional.empty();
  }

  private MultiPanel chart(TrainingMethod.StochasticDescent descent) {
    var exact = losses(new TrainingMethod.GradientDescent(descent.learningRate()));
    double[][] sampled = new double[SEEDS][];
    for (int i = 0; i < SEEDS; i++) {
      var seeded =
          new TrainingMethod.StochasticDescent(
              descent.learningRate(), descent.batch(), descent.seed() + i);
      sampled[i] = losses(seeded);
    }
    String name = FeatureNames.of(leading.query());
    var panels = List.of(panel("prediction error Lₖ", exact, sampled), departures(exact, sampled));
    return new MultiPanel(
        ExperimentTitle.of("Sampled prompts, query " + name, run.experiment()),
        panels,
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private LineChart panel(String quantity, double[] exact, double[][] sampled) {
    var curves = new ArrayList<Curve>();
    curves.add(curve("exact gradient", exact, CurveStyle.dashed(EXACT)));
    curves.addAll(spread(sampled));
    var time = Axis.log("iterations t");
    return new LineChart("", time, Axis.log(quantity), curves, List.of(), List.of());
  }

  /** By how much sampling departs from the exact curve, which the errors themselves hide. */
  private LineChart departures(double[] exact, double[][] sampled) {
    double[][] departures = new double[sampled.length][exact.length];
    for (int i = 0; i < sampled.length; i++) {
      for (int j = 0; j < exact.length; j++) {
        departures[i][j] = 100 * (sampled[i][j] / exact[j] - 1);
      }
    }
    return new LineChart(
        "",
        Axis.log("iterations t"),
        Axis.linear("departure from the exact error, %"),
        spread(departures),
        List.of(),
        List.of(ReferenceLine.horizontal(0, "exact")));
  }

  private List<Curve> spread(double[][] values) {
    return List.of(
        curve("sgd, median of " + SEEDS + " seeds", rank(values, SEEDS / 2), CurveStyle.solid(1)),
        curve("lowest", rank(values, 0), CurveStyle.solid(0)),
        curve("highest", rank(values, SEEDS - 1), CurveStyle.solid(2)));
  }

  private double[] losses(TrainingMethod method) {
    var column = leading.trajectory().column();
    var start = leading.trajectory().logitsAt(0);
    double end = leading.trajectory().end();
    Trajectory trajectory = method.train(column, start, new Goal.Reach(end));
    double rate = run.experiment().learningRate();
    return iterations.stream().mapToDouble(t -> loss(trajectory, t * rate)).toArray();
  }

  /** A run that got stuck stays where it is. */
  private double loss(Trajectory trajectory, double tau) {
    double[] logits = trajectory.logitsAt(Math.min(tau, trajectory.end())).toArray();
    return evaluator.descend(logits, new double[logits.length]);
  }

  /** At every time, the value that so many of the runs stay below. */
  private double[] rank(double[][] values, int rank) {
    double[] ranked = new double[iterations.size()];
    for (int i = 0; i < ranked.length; i++) {
      double[] column = new double[values.length];
      for (int run = 0; run < values.length; run++) {
        column[run] = values[run][i];
      }
      Arrays.sort(column);
      ranked[i] = column[rank];
    }
    return ranked;
  }

  private Curve curve(String label, double[] losses, CurveStyle style) {
    var points = new ArrayList<Point>();
    for (int i = 0; i < losses.length; i++) {
      points.add(new Point(iterations.get(i), losses[i]));
    }
    return new Curve(label, points, style);
  }
}
