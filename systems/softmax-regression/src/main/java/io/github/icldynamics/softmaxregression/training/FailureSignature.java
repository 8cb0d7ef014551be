package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;

/** What keeps an under-represented query from converging, read off the end of its run. */
public enum FailureSignature {
  /** None: the error has converged, or attention has settled on the target. */
  NONE("none"),
  /** The competitor still has more attention than all other features together. */
  DOMINANT_NOT_SUPPRESSED("the dominant feature is never suppressed"),
  /** The competitor is suppressed, yet A_k has not grown enough to collect the attention. */
  TARGET_TOO_SLOW("A_k grows too slowly against the B's");

  private final String sentence;

  FailureSignature(String sentence) {
    this.sentence = sentence;
  }

  /** The signature in words. */
  public String sentence() {
    return sentence;
  }

  /** The signature of a run, at its end. */
  public static FailureSignature of(ColumnRun run) {
    var trajectory = run.trajectory();
    var column = trajectory.column();
    var attention =
        PopulationEvaluator.of(column).meanAttention(trajectory.logitsAt(trajectory.end()));
    if (run.convergence().isPresent() || attention.get(column.query()) >= 0.5) {
      return NONE;
    }
    int competitor = column.competitor();
    return column.count(competitor) * attention.get(competitor) > 0.5
        ? DOMINANT_NOT_SUPPRESSED
        : TARGET_TOO_SLOW;
  }
}
