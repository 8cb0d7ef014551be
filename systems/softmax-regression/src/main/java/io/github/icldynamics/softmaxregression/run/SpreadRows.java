package io.github.icldynamics.softmaxregression.run;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.SampledPrompts;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.ColumnTrajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * Descent on sampled prompts beside the exact curve: the population loss of one query under
 * gradient descent, and the median and the range of it over seeds with the same step.
 */
final class SpreadRows {
  private static final int SEEDS = 7;
  private static final int TIMES = 80;

  private final ColumnRun leading;
  private final PopulationEvaluator evaluator;
  private final double rate;
  private final List<Double> iterations = new ArrayList<>();

  private SpreadRows(Experiment experiment, ColumnRun leading) {
    this.leading = leading;
    this.evaluator = PopulationEvaluator.of(leading.trajectory().column());
    this.rate = experiment.training().learningRate();
    double last = Math.max(1, experiment.iterations(leading.trajectory().end()));
    for (int i = 0; i <= TIMES; i++) {
      double t = FastMath.rint(FastMath.exp(FastMath.log(last) * i / TIMES));
      if (iterations.isEmpty() || t > iterations.getLast()) {
        iterations.add(t);
      }
    }
  }

  static Table of(Experiment experiment, ColumnRun leading) {
    if (experiment.training().method() instanceof SampledPrompts prompts) {
      return new SpreadRows(experiment, leading).table(prompts);
    }
    return Forms.SPREAD.empty();
  }

  private Table table(SampledPrompts prompts) {
    double[] exact = losses(new GradientDescent(rate));
    double[][] sampled = new double[SEEDS][];
    for (int i = 0; i < SEEDS; i++) {
      var seeded = new SampledPrompts(prompts.batch(), prompts.seed() + i);
      sampled[i] = losses(seeded.at(rate, 0));
    }
    var rows = Forms.SPREAD.begin();
    for (int i = 0; i < exact.length; i++) {
      double[] sorted = sorted(sampled, i);
      rows.real(iterations.get(i)).real(exact[i]);
      rows.real(sorted[0]).real(sorted[SEEDS / 2]).real(sorted[SEEDS - 1]);
    }
    return rows.table();
  }

  private double[] losses(TrainingMethod method) {
    var column = leading.trajectory().column();
    var start = leading.trajectory().logitsAt(0);
    double end = leading.trajectory().end();
    var trajectory = ColumnTrajectory.train(method, column, start, new Goal.Reach(end));
    return iterations.stream().mapToDouble(t -> loss(trajectory, t * rate)).toArray();
  }

  /** A run that got stuck stays where it is. */
  private double loss(ColumnTrajectory trajectory, double tau) {
    return evaluator.loss(trajectory.logitsAt(Math.min(tau, trajectory.end())));
  }

  /** The values of all seeds at a time, ascending. */
  private static double[] sorted(double[][] values, int time) {
    double[] all = Arrays.stream(values).mapToDouble(losses -> losses[time]).toArray();
    Arrays.sort(all);
    return all;
  }
}
