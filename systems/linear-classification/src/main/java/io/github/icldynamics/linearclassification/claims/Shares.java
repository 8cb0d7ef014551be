package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.linearclassification.objective.MinimiserEstimate;
import java.util.ArrayList;
import java.util.List;

/** How much of {@code cΛ^{−1}} a minimiser has in each direction. */
final class Shares {
  private Shares() {}

  /** The diagonal of {@code W*Λ/c}, with two standard errors; Λ is diagonal. */
  static List<Quantity> of(MinimiserEstimate estimate) {
    var whole = estimate.law().infinitePromptMinimiser();
    var shares = new ArrayList<Quantity>();
    for (int i = 0; i < whole.size(); i++) {
      shares.add(
          new Quantity(
              estimate.minimiser().get(i, i) / whole.get(i, i),
              2 * estimate.standardError().get(i, i) / whole.get(i, i)));
    }
    return shares;
  }

  /** Those of the first axis. */
  static List<Double> onFirstAxis(List<List<Quantity>> shares) {
    return shares.stream().map(each -> each.getFirst().value()).toList();
  }
}
