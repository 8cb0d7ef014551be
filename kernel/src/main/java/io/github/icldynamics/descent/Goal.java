package io.github.icldynamics.descent;

import io.github.icldynamics.schema.InvalidInputException;

/** Where a run may end; at the latest at its horizon. */
public sealed interface Goal {
  /** The last flow time, finite and at least 0. */
  double horizon();

  /** A loss to come down to. */
  sealed interface Target extends Goal permits Converge, Approach {
    /** A run has converged at {@code L_k ≤ targetLoss}. */
    double targetLoss();
  }

  /**
   * The loss has come down.
   *
   * @param targetLoss a run has converged at {@code L_k ≤ targetLoss}
   */
  record Converge(double targetLoss, double horizon) implements Target {
    public Converge {
      requireTime(horizon);
      if (Double.isNaN(targetLoss)) {
        throw new InvalidInputException("targetLoss", "must be a number, not NaN");
      }
    }
  }

  /**
   * The loss has come down, where it does so at a steady rate or not at all: a run that would not
   * come down by its horizon, at the pace of its second half, is given up.
   */
  record Approach(double targetLoss, double horizon) implements Target {
    public Approach {
      requireTime(horizon);
      if (!(targetLoss > 0)) {
        throw new InvalidInputException("targetLoss", "must be positive, not " + targetLoss);
      }
    }
  }

  /** The horizon, whatever the loss. */
  record Reach(double horizon) implements Goal {
    public Reach {
      requireTime(horizon);
    }
  }

  /** The logits rest: for losses whose minimum is not known. */
  record Settle(double horizon) implements Goal {
    /** Logits that move less than this while the time grows by a factor e are at rest. */
    private static final double LEAST_MOTION = 1e-6;

    public Settle {
      requireTime(horizon);
    }

    /**
     * How far the logits are from rest, negative if they are at rest; before τ = 1 nothing has had
     * time to move.
     *
     * @param speed {@code max |dS/dτ|}
     */
    static double motionAboveRest(double speed, double tau) {
      return tau < 1 ? 1 : tau * speed - LEAST_MOTION;
    }
  }

  private static void requireTime(double horizon) {
    if (!(horizon >= 0 && horizon < Double.POSITIVE_INFINITY)) {
      throw new InvalidInputException(
          "until", "must be a finite time of at least 0, not " + horizon);
    }
  }

  /** The same goal with an earlier horizon. */
  default Goal until(double tau) {
    return switch (this) {
      case Converge(double target, _) -> new Converge(target, tau);
      case Approach(double target, _) -> new Approach(target, tau);
      case Reach _, Settle _ -> new Reach(tau);
    };
  }

  /** Whether a run with this loss has converged. */
  default boolean isMet(double loss) {
    return this instanceof Target target && loss <= target.targetLoss();
  }
}
