package io.github.icldynamics.training;

/** How a training run ended. */
public sealed interface Outcome {
  /** The flow time at which it ended. */
  double tau();

  /** One sentence for people. */
  String sentence();

  /** The loss has come down to the target, for the first time at {@code tau}. */
  record Converged(double tau) implements Outcome {
    @Override
    public String sentence() {
      return "converged";
    }
  }

  /** The time was over before the loss came down to the target, or there was no target. */
  record HorizonReached(double tau) implements Outcome {
    @Override
    public String sentence() {
      return "the horizon was reached";
    }
  }

  /** The logits have stopped moving at a minimum: the goal where the least loss is not known. */
  record AtRest(double tau) implements Outcome {
    @Override
    public String sentence() {
      return "the logits have stopped moving";
    }
  }

  /** The run cannot go on. */
  record Stuck(double tau, Reason reason) implements Outcome {
    @Override
    public String sentence() {
      return reason.sentence();
    }
  }

  /** Why a run cannot go on. */
  enum Reason {
    NO_DESCENT("the descent direction is zero"),
    TOO_SLOW("a step is smaller than the rounding of the logits"),
    DIVERGED("the logits have grown beyond 1e6"),
    STIFF("the flow has become too stiff to follow");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }

    /** The reason in words. */
    public String sentence() {
      return sentence;
    }
  }
}
