package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.descent.Invariance;
import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.descent.TrainingMethod;
import io.github.icldynamics.descent.Trajectory;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.Bounds;

/**
 * Gradient descent on sampled prompts, a new batch at every iteration; of the batch only the
 * prompts that ask this query move its column. The loss that ends the run is the exact one.
 *
 * @param learningRate η, in [1e-30, 1e30]
 * @param batch prompts in a batch, of any query; from 1 to 10⁶
 * @param seed equal seeds give equal runs
 */
public record StochasticDescent(double learningRate, int batch, long seed)
    implements TrainingMethod {
  private static final Bounds BATCH = Bounds.count(1, 1_000_000);

  public StochasticDescent {
    BATCH.require("batch", batch);
  }

  /** Descends a {@link SampledObjective}: what is random is the objective, not the steps. */
  @Override
  public Trajectory follow(Objective objective, Vector initial, Goal goal) {
    return new GradientDescent(learningRate).follow(objective, initial, goal);
  }

  @Override
  public Invariance invariance() {
    return Invariance.ROTATIONS;
  }
}
