package io.github.icldynamics.linearclassification.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.descent.Trajectory;
import io.github.icldynamics.linearclassification.objective.Risk;
import io.github.icldynamics.linearclassification.objective.RiskMinimum;
import io.github.icldynamics.numeric.Vector;
import java.util.OptionalDouble;
import java.util.function.DoubleConsumer;

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
  private static final double MOST_ITERATIONS = 100_000;

  /** Trains, and tells nobody how far it is. */
  public static MixtureRun train(
      Risk risk,
      RiskMinimum minimum,
      TrainingMethod method,
      double learningRate,
      Vector start,
      OptionalDouble until) {
    return train(risk, minimum, method, learningRate, start, until, evaluations -> {});
  }

  /**
   * Trains.
   *
   * @param start the weights at the start
   * @param until the flow time to train to; empty: until it has converged
   * @param progress told how often the gradient has been worked out, each time
   */
  public static MixtureRun train(
      Risk risk,
      RiskMinimum minimum,
      TrainingMethod method,
      double learningRate,
      Vector start,
      OptionalDouble until,
      DoubleConsumer progress) {
    double first = squaredDistance(start, minimum.weights());
    var objective = new RiskObjective(risk, minimum, first, progress);
    Goal goal =
        until.isPresent()
            ? new Goal.Reach(until.getAsDouble())
            : new Goal.Converge(CONVERGED, MOST_ITERATIONS * learningRate);
    return new MixtureRun(risk, minimum, method.follow(objective, start, goal));
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
