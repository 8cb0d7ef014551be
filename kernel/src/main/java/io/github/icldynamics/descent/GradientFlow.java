package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;

/**
 * The gradient flow, integrated with Dormand and Prince's method of order 8 in a variable that is
 * logarithmic in time.
 *
 * @param tolerance of one step: absolute, in weights, and relative; in [1e-14, 1e-2]
 */
public record GradientFlow(double tolerance) implements TrainingMethod {
  private static final double DEFAULT_TOLERANCE = 1e-11;
  private static final double GRADIENT_SHARE = 0.01;

  public GradientFlow {
    if (!(tolerance >= 1e-14 && tolerance <= 1e-2)) {
      throw new InvalidInputException("tolerance", "must lie in [1e-14, 1e-2], not " + tolerance);
    }
  }

  /** The flow at a tolerance that leaves about ten correct digits. */
  public static GradientFlow accurate() {
    return new GradientFlow(DEFAULT_TOLERANCE);
  }

  @Override
  public Trajectory follow(Objective objective, Vector initial, Goal goal) {
    return FlowIntegration.run(objective, initial, goal, tolerance);
  }

  /**
   * How a run ends, without the way that the weights took: for so many of them that it would not
   * fit into memory.
   *
   * @param initial one weight an entry
   */
  public Outcome outcome(Objective objective, Vector initial, Goal goal) {
    return FlowIntegration.outcome(objective, initial, goal, tolerance);
  }

  @Override
  public Invariance invariance() {
    return Invariance.ROTATIONS;
  }

  /** A coarse flow needs no more of its gradients than a hundredth of its tolerance. */
  @Override
  public double gradientAccuracy() {
    return tolerance <= DEFAULT_TOLERANCE ? FULL_ACCURACY : GRADIENT_SHARE * tolerance;
  }

  @Override
  public boolean followsFlow() {
    return true;
  }
}
