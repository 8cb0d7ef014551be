package io.github.icldynamics.lab.run;

import io.github.icldynamics.classification.ExactRisk;
import io.github.icldynamics.classification.Risk;
import io.github.icldynamics.classification.RiskMinimum;
import io.github.icldynamics.classification.SafeStep;
import io.github.icldynamics.classification.SampledRisk;
import io.github.icldynamics.classification.Sampling;
import io.github.icldynamics.classification.WeightSpace;
import io.github.icldynamics.classification.Workforce;
import io.github.icldynamics.lab.experiment.MixtureExperiment;

/**
 * The risk that a run descends, step by step: exact where it can be, else over as many points as
 * the expected number of steps allows.
 *
 * @param risk what is descended
 * @param minimum its own minimum
 * @param learningRate η
 * @param points over which it is averaged; 0 where nothing is sampled
 * @param expectedIterations until the squared distance has fallen by the factor of convergence
 */
record DescentRisk(
    Risk risk, RiskMinimum minimum, double learningRate, long points, double expectedIterations) {
  private static final int REPLICATES = 16;
  private static final int FEWEST_POINTS = 8;
  private static final int MOST_POINTS = 256;

  /** Logarithm of the factor by which the squared distance falls. */
  private static final double LOG_FALL = 32.2;

  /** Conditional losses worked out in a whole run: some seconds. */
  private static final double AFFORDABLE = 3e7;

  static DescentRisk of(MixtureExperiment experiment, Workforce workforce) {
    var law = experiment.law();
    if (ExactRisk.covers(law)) {
      var exact = ExactRisk.of(law, experiment.promptLength(), WeightSpace.DIAGONAL, workforce);
      return of(exact, experiment, 0);
    }
    var pilot = sampled(experiment, FEWEST_POINTS, workforce);
    double classes = law.classes();
    double casesOfPoint = REPLICATES * classes * 2 * classes;
    double affordable = AFFORDABLE / (pilot.expectedIterations * casesOfPoint);
    int points = FEWEST_POINTS;
    while (2 * points <= Math.min(affordable, MOST_POINTS)) {
      points *= 2;
    }
    return points == FEWEST_POINTS ? pilot : sampled(experiment, points, workforce);
  }

  private static DescentRisk sampled(
      MixtureExperiment experiment, int points, Workforce workforce) {
    var sampling = new Sampling(points, REPLICATES, experiment.accuracy().seed());
    var risk =
        SampledRisk.of(
            experiment.law(), experiment.promptLength(), WeightSpace.DIAGONAL, sampling, workforce);
    return of(risk, experiment, (long) points * REPLICATES);
  }

  private static DescentRisk of(Risk risk, MixtureExperiment experiment, long points) {
    double rate = experiment.learningRate().orElseGet(() -> SafeStep.of(risk));
    var minimum = RiskMinimum.of(risk);
    double slowest = rate * minimum.at().hessian().spectrum().least();
    return new DescentRisk(risk, minimum, rate, points, LOG_FALL / (2 * slowest));
  }
}
