package io.github.icldynamics.descent;

/** How a run ended, best first. */
public enum Ending {
  /** The loss has come down to the target. */
  CONVERGED("converged", "converged"),
  /** The weights rest at a minimum: the goal where the least loss is not known. */
  STATIONARY("stationary", "the weights are stationary"),
  /** The time was over before the loss came down to the target, or there was no target. */
  BUDGET_EXHAUSTED("budget-exhausted", "the budget of time or iterations is exhausted"),
  /** At the pace of the run, the loss would not come down to the target by the horizon. */
  OUT_OF_REACH("stuck", "at this pace the goal is out of reach"),
  /** Nothing moves, and nothing ever will. */
  NO_DESCENT("stuck", "the negative gradient is zero"),
  /** Nor do any later steps move anything. */
  TOO_SLOW("stuck", "a step is smaller than the rounding of the weights"),
  /** No number or beyond {@link Objective#largestWeight}. */
  DIVERGED("stuck", "the weights have grown without bound"),
  /** The integrator needs too many steps. */
  STIFF("stuck", "the flow has become too stiff to follow");

  private final String title;
  private final String sentence;

  Ending(String title, String sentence) {
    this.title = title;
    this.sentence = sentence;
  }

  /** The word for it in JSON; all that cannot go on share one. */
  public String title() {
    return title;
  }

  /** One sentence for people. */
  public String sentence() {
    return sentence;
  }

  /** Whether the run could not go on. */
  public boolean isStuck() {
    return compareTo(BUDGET_EXHAUSTED) > 0;
  }

  /** The worse of two. */
  public Ending worse(Ending other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
