package io.github.icldynamics.training;

import io.github.icldynamics.prompt.InvalidInputException;

/**
 * Where a run may end.
 *
 * @param targetLoss the run has converged at {@code L_k ≤ targetLoss}; −1 if there is no target
 * @param leastMotion a run whose logits move less than this while the time grows by a factor e has
 *     settled, unless it rests at a saddle; 0 if the run is to go on all the same
 * @param horizon the last flow time, finite and at least 0
 */
public record Goal(double targetLoss, double leastMotion, double horizon) {
  private static final double NO_TARGET = -1;
  private static final double LEAST_MOTION = 1e-6;

  public Goal {
    if (!(horizon >= 0 && horizon < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException(
          "until", "must be a finite time of at least 0, not " + horizon);
    }
    if (Double.isNaN(targetLoss)) {
      throw new InvalidInputException("targetLoss", "must be a number, not NaN");
    }
  }

  /** To run until the loss is at most {@code targetLoss}, but no longer than to the horizon. */
  public static Goal converge(double targetLoss, double horizon) {
    return new Goal(targetLoss, 0, horizon);
  }

  /** To run to the horizon, whatever the loss. */
  public static Goal reach(double horizon) {
    return new Goal(NO_TARGET, 0, horizon);
  }

  /**
   * To run until the logits rest, for losses whose minimum is not known; at most to the horizon.
   */
  public static Goal settle(double horizon) {
    return new Goal(NO_TARGET, LEAST_MOTION, horizon);
  }

  boolean isMet(double loss) {
    return loss <= targetLoss;
  }

  /**
   * Whether so little motion means rest.
   *
   * @param motion {@code max |dS/d ln τ|}
   */
  boolean isMotionless(double motion, double tau) {
    return motion < leastMotion && tau >= 1;
  }
}
