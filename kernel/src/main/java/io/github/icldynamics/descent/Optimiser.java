package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;

/**
 * An update rule, iterated.
 *
 * @param rule how directions become steps
 * @param learningRate η, in [1e-30, 1e30]
 */
public record Optimiser(UpdateRule rule, double learningRate) implements TrainingMethod {
  public Optimiser {
    TrainingFields.LEARNING_RATES.require("learningRate", learningRate);
  }

  @Override
  public Trajectory follow(Objective objective, Vector initial, Goal goal) {
    return IterationTrajectory.run(objective, rule, learningRate, initial, goal);
  }

  @Override
  public Invariance invariance() {
    return rule.invariance();
  }
}
