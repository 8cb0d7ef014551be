package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.contract.CatalogueContract;
import io.github.icldynamics.contract.Falsification;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of the second paper. */
class CatalogueTest extends CatalogueContract {
  @Override
  protected List<Claim> claims() {
    return Shen2025.claims();
  }

  @Override
  protected Stream<Falsification> falsifications() {
    return Stream.of(
        samples("unique-minimiser", "n", 2),
        sizes("infinite-prompt-minimiser", "f", 0.5),
        samples("strictly-convex", "b", 0.5),
        samples("curvature-greatest-at-zero", "f", 0.9),
        samples("diagonal-stays-diagonal", "s", 0.1),
        runs("linear-rate", "R²", 1),
        runs("linear-rate", "decades", 20),
        runs("rate-is-curvature", "m", 1),
        sizes("deviation-exponent", "e", -0.95),
        sizes("deviation-settles-late", "a", 0.2),
        sizes("deviation-settles-late", "b", 0.99),
        sizes("short-prompts-train-small-weights", "u", 0.99),
        sizes("short-prompts-train-small-weights", "s", 0.5),
        sizes("deviation-limit", "Γ", -41.4),
        samples("deviation-limit", "q", 2),
        samples("deviation-bound-in-classes", "C", 15),
        samples("deviation-in-classes", "limit", 20),
        samples("deviation-in-classes", "least exponent up to c = 16", 1.4),
        samples("inference-bounds-in-classes", "a", 0.5),
        samples("inference-bounds-in-classes", "b", 1),
        samples("inference-in-classes", "a", 1),
        samples("inference-in-classes", "b", 1.5),
        sizes("test-length-exponent", "e", -0.6),
        sizes("training-length-exponent", "e", -0.9),
        samples("inference-constants", "a", 0.45),
        sizes("inference-constants", "b", 2.2),
        samples("long-prompts-reach-bayes", "δ", 0.004),
        samples("excess-risk-exponent", "κ", 2),
        sizes("excess-risk-exponent", "e", -0.5),
        sizes("unequal-priors", "least error", 0.2),
        sizes("unequal-priors", "share kept", 1.1),
        samples("changed-covariance", "least error", 0.2),
        sizes("changed-covariance", "share kept", 1.1),
        sizes("unequal-norms", "least error", 0.2),
        samples("unequal-norms", "share kept", 1.1),
        samples("scaled-covariance-keeps-classes", "e", 0.01),
        samples("scaled-covariance-keeps-classes", "b", 0.2),
        samples("attention-errs-as-computed", "f", 1.2));
  }

  @Override
  protected List<String> randomClaims() {
    return List.of("unequal-norms", "attention-errs-as-computed");
  }
}
