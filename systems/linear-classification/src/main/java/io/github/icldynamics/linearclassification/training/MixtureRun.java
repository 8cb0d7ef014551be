package io.github.icldynamics.linearclassification.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.descent.Trajectory;
import io.github.icldynamics.descent.Watch;
import io.github.icldynamics.linearclassification.objective.Risk;
import io.github.icldynamics.linearclassification.objective.RiskMinimum;
import io.github.icldynamics.numeric.Vector;
import java.util.OptionalDouble;

/**
 * A training run of the layer, in the axes of Λ, where its weights stay diagonal.
 *
 * @param risk what was descended
 * @param minimum the risk's own minimum, towards which the run goes
 * @param trajectory the run
 */
public record MixtureRun(Risk risk, RiskMinimum minimum, Trajectory trajectory) {
  /**
   * Share of the squared distance at the start at which a run without another end has converged.
   */
  public static final double CONVERGED = 1e-14;

  /** A run that has not converged by so many iterations ends. */
  public static final double MOST_ITERATIONS = 100_000;

  /** Trains, and tells nobody how far it is. */
  public static MixtureRun train(
      Risk risk,
      RiskMinimum minimum,
      TrainingMethod method,
      double learningRate,
      Vector start,
      OptionalDouble until) {
    return train(risk, minimum, method, learningRate, start, until, Watch.none());
  }

  /**
   * Trains.
   *
   * @param start the weights at the start
   * @param until the flow time to train to; empty: until it has converged
   * @param watch told the share of the squared distance that is left
   */
  public static MixtureRun train(
      Risk risk,
      RiskMinimum minimum,
      TrainingMethod method,
      double learningRate,
      Vector start,
      OptionalDouble until,
      Watch watch) {
    double first = squaredDistance(start, minimum.weights());
    var objective = new RiskObjective(risk, minimum, first);
    Goal goal =
        until.isPresent()
            ? new Goal.Reach(until.getAsDouble())
            : new Goal.Approach(CONVERGED, MOST_ITERATIONS * learningRate);
    return new MixtureRun(risk, minimum, method.follow(watch.over(objective), start, goal));
  }

  /** {@code ‖W − W'‖²}. */
  static double squaredDistance(Vector weights, Vector others) {
    double sum = 0;
    for (int i = 0; i < weights.size(); i++) {
      double difference = weights.get(i) - others.get(i);
      sum += difference * difference;
    }
    return sum;
  }

  /** {@code ‖W − W*‖²} at a flow time. */
  public double squaredDistanceAt(double tau) {
    return squaredDistance(trajectory.weightsAt(tau), minimum.weights());
  }

  /** The risk at a flow time. */
  public double lossAt(double tau) {
    return risk.slope(trajectory.weightsAt(tau)).loss();
  }
}
