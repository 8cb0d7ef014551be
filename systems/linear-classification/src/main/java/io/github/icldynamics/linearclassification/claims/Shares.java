package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.objective.MinimiserEstimate;
import java.util.List;
import java.util.stream.IntStream;

/** How much of {@code cΛ^{−1}} a minimiser has in each direction. */
final class Shares {
  private Shares() {}

  /** The diagonal of {@code W*Λ/c} by prompt length, with two standard errors; Λ is diagonal. */
  static List<List<Quantity>> of(MixtureLaw law, List<Long> tokens, Reach reach) {
    return tokens.stream().map(n -> of(Mixtures.minimiser(law, n, reach))).toList();
  }

  private static List<Quantity> of(MinimiserEstimate estimate) {
    var whole = estimate.law().infinitePromptMinimiser();
    return IntStream.range(0, whole.size())
        .mapToObj(
            i ->
                new Quantity(
                    estimate.minimiser().get(i, i) / whole.get(i, i),
                    2 * estimate.standardError().get(i, i) / whole.get(i, i)))
        .toList();
  }

  /** Those of the first axis. */
  static List<Double> onFirstAxis(List<List<Quantity>> shares) {
    return shares.stream().map(each -> each.getFirst().value()).toList();
  }
}
