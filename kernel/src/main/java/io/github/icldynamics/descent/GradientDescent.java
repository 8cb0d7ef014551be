package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;

/**
 * Gradient descent, every iteration.
 *
 * @param learningRate η, in [1e-30, 1e30]
 * @param accuracy relative, of every gradient; in [1e-17, 1e-2]. A coarse one halves the cost
 */
public record GradientDescent(double learningRate, double accuracy) implements TrainingMethod {
  private static final double COARSEST = 1e-2;

  public GradientDescent {
    TrainingFields.LEARNING_RATES.require("learningRate", learningRate);
    if (!(accuracy >= FULL_ACCURACY && accuracy <= COARSEST)) {
      throw new InvalidInputException("accuracy", "must lie in [1e-17, 1e-2], not " + accuracy);
    }
  }

  /** Gradient descent at full double precision. */
  public GradientDescent(double learningRate) {
    this(learningRate, FULL_ACCURACY);
  }

  @Override
  public Trajectory follow(Objective objective, Vector initial, Goal goal) {
    return IterationTrajectory.run(objective, new PlainDescent(), learningRate, initial, goal);
  }

  @Override
  public Invariance invariance() {
    return Invariance.ROTATIONS;
  }

  @Override
  public double gradientAccuracy() {
    return accuracy;
  }

  @Override
  public boolean followsFlow() {
    return true;
  }
}
