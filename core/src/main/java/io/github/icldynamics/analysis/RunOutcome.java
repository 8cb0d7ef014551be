package io.github.icldynamics.analysis;

import io.github.icldynamics.training.Outcome;

/** How a run ended, best first. */
public enum RunOutcome {
  CONVERGED("converged"),
  AT_REST("at-rest"),
  HORIZON_REACHED("horizon-reached"),
  STUCK("stuck");

  private final String title;

  RunOutcome(String title) {
    this.title = title;
  }

  /** The word for it in JSON. */
  public String title() {
    return title;
  }

  /**
   * How one query ended. One that converged on the way to a later horizon has converged; one that
   * got stuck on the way has not reached what was asked for, unless its error is already the least.
   */
  public static RunOutcome of(ColumnRun run) {
    boolean converged = run.convergence().isPresent();
    return switch (run.outcome()) {
      case Outcome.Converged _ -> CONVERGED;
      case Outcome.AtRest _ -> AT_REST;
      case Outcome.HorizonReached _ -> converged ? CONVERGED : HORIZON_REACHED;
      case Outcome.Stuck(_, var reason) ->
          converged && reason == Outcome.Reason.NO_DESCENT ? CONVERGED : STUCK;
    };
  }

  /** How a run that has a single goal ended. */
  public static RunOutcome of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Converged _ -> CONVERGED;
      case Outcome.AtRest _ -> AT_REST;
      case Outcome.HorizonReached _ -> HORIZON_REACHED;
      case Outcome.Stuck _ -> STUCK;
    };
  }

  /** The worse of two. */
  public RunOutcome worse(RunOutcome other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
