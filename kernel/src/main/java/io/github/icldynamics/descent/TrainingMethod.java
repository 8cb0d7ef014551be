package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;

/** How the weights of an objective move, at a learning rate. */
public interface TrainingMethod {
  /** The relative accuracy of gradients at which nothing of a double is lost. */
  double FULL_ACCURACY = 1e-17;

  /**
   * The run of all the weights of an objective.
   *
   * @param initial one weight an entry
   */
  Trajectory follow(Objective objective, Vector initial, Goal goal);

  /** What its runs do not depend on. */
  Invariance invariance();

  /** How accurately, relative to their size, it wants its gradients. */
  default double gradientAccuracy() {
    return FULL_ACCURACY;
  }

  /** Whether it follows the gradient flow as long as its steps are small. */
  default boolean followsFlow() {
    return false;
  }
}
