package io.github.icldynamics.descent;

/**
 * Finds out whether an explicit method's steps are short because something decays fast, and not
 * because something moves: then a step is as long as the method is stable, some times the time of
 * the fastest decay.
 */
final class StiffnessWatch {
  /** So many steps in turn must be short before anything is looked at. */
  private static final int PATIENCE = 50;

  /** A step so long, in the variable of the integration, is not short. */
  private static final double SHORT = 0.03;

  /** The method is stable up to about 6; steps go to and fro about that. */
  private static final double NEAR_LIMIT = 2;

  private final Objective objective;
  private int shortSteps;

  StiffnessWatch(Objective objective) {
    this.objective = objective;
  }

  /**
   * Whether stability limits the steps.
   *
   * @param step each in turn
   */
  boolean isLimited(ExplicitStep step) {
    boolean isShort = step.last() - step.first() < SHORT;
    shortSteps = isShort ? shortSteps + 1 : 0;
    if (shortSteps < PATIENCE || !Linearisation.isAffordable(objective)) {
      return false;
    }
    shortSteps = 0;
    double[] weights = step.weightsAt(step.last()).toArray();
    double decay = -Stability.fastestDecay(objective, step.lastTau(), weights);
    return decay * (step.lastTau() - step.firstTau()) > NEAR_LIMIT;
  }
}
