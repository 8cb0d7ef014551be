package io.github.icldynamics.linearclassification.run;

import io.github.icldynamics.linearclassification.experiment.MixtureExperiment;
import io.github.icldynamics.linearclassification.objective.ExactRisk;
import io.github.icldynamics.linearclassification.objective.Risk;
import io.github.icldynamics.linearclassification.objective.RiskMinimum;
import io.github.icldynamics.linearclassification.objective.SafeStep;
import io.github.icldynamics.linearclassification.objective.SampledRisk;
import io.github.icldynamics.linearclassification.objective.Sampling;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.linearclassification.training.MixtureRun;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.work.Workforce;

/**
 * The risk that a run descends, step by step: exact where it can be, else over as many points as
 * the expected number of steps allows.
 *
 * @param risk what is descended
 * @param minimum its own minimum
 * @param learningRate η
 * @param safeRate η at which descent cannot overshoot
 * @param points over which it is averaged; 0 where nothing is sampled
 * @param expectedIterations until the squared distance has fallen by the factor of convergence
 */
record DescentRisk(
    Risk risk,
    RiskMinimum minimum,
    double learningRate,
    double safeRate,
    long points,
    double expectedIterations) {
  private static final int REPLICATES = 16;
  private static final int FEWEST_POINTS = 8;
  private static final int MOST_POINTS = 256;
  private static final int MOST_PILOT_POINTS = 1024;

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
    var pilot = pilot(experiment, workforce);
    double classes = law.classes();
    double casesOfPoint = REPLICATES * classes * 2 * classes;
    double affordable = AFFORDABLE / (pilot.expectedIterations * casesOfPoint);
    int few = (int) (pilot.points / REPLICATES);
    int points = few;
    while (2 * points <= Math.min(affordable, MOST_POINTS)) {
      points *= 2;
    }
    return points == few ? pilot : sampled(experiment, points, workforce);
  }

  /** Over as few points as have a minimum. */
  private static DescentRisk pilot(MixtureExperiment experiment, Workforce workforce) {
    for (int points = FEWEST_POINTS; ; points *= 2) {
      try {
        return sampled(experiment, points, workforce);
      } catch (InvalidInputException e) {
        if (points >= MOST_PILOT_POINTS) {
          throw e;
        }
      }
    }
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
    double safeRate = SafeStep.of(risk);
    double rate = experiment.training().learningRate().orElse(safeRate);
    var minimum = RiskMinimum.of(risk);
    double expected = expectedIterations(rate, minimum.at().hessian().spectrum());
    return new DescentRisk(risk, minimum, rate, safeRate, points, expected);
  }

  /** As gradient descent takes near the minimum; no more than a run may take. */
  private static double expectedIterations(double rate, SymmetricMatrix.Spectrum spectrum) {
    double most = MixtureRun.MOST_ITERATIONS;
    boolean overshoots = rate * spectrum.greatest() >= 2;
    return overshoots ? most : Math.min(most, LOG_FALL / (2 * rate * spectrum.least()));
  }
}
