package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.List;

/** The three kinds of query that the paper speaks of. */
enum Family {
  DOMINANT("dominant"),
  UNDER_REPRESENTED("under-represented"),
  BALANCED("balanced");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  /** With p₁, for a family that depends on it. */
  String title(double dominant) {
    return this == BALANCED ? title : title + ", p₁ = " + dominant;
  }

  /** The p₁ to try; one that has no meaning for balanced features. */
  List<Double> dominants() {
    return this == BALANCED ? List.of(0.0) : Runs.DOMINANT;
  }

  /** The law with so many features. */
  TokenLaw law(long features, double dominant) {
    return this == BALANCED ? TokenLaw.balanced(features) : TokenLaw.imbalanced(features, dominant);
  }

  /** A feature of this kind in its law. */
  long query() {
    return this == UNDER_REPRESENTED ? Runs.UNDER_REPRESENTED : 0;
  }

  /** The run to ε on infinite prompts. */
  ColumnRun run(long features, double dominant, double epsilon, Reach reach) {
    return Runs.infinite(law(features, dominant), query(), epsilon, reach);
  }
}
