package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import java.util.List;

/** The limit of {@code N G} for long prompts. */
final class DeviationLimitClaims {
  private static final int POINTS = 2048;

  private DeviationLimitClaims() {}

  static List<Claim> all() {
    return List.of(limit());
  }

  private static Claim limit() {
    return ClaimDraft.of(
            "deviation-limit",
            Shen2025.SOURCES.formal("section 'first order in 1/N'"),
            "N G → Γ, which one expansion in 1/N gives")
        .says(
            "The first-order term of the risk in 1/N and the Hessian for infinite prompts give the "
                + "limit of N G without any training; for Λ = 1 and two classes it is −41.4586.")
        .formula("N(W*_N/c − Λ^−1) → q Γ,  Γ = −H_∞^−1 ∇L′/c,   q = 1; Γ = −41.4586146 for Λ = 1")
        .given("c = 2; equally likely classes, means rotated; Λ = 1 and diag(1, 2)")
        .measures(
            "N G extrapolated in 1/N from 10⁵ and 10⁶ (exact): its value for Λ = 1, and its ratio "
                + "to the first-order formula (averaged over 16 × 2048 points, two standard "
                + "errors) on every axis")
        .tolerance(
            "10^−4 for the value, of which extrapolation leaves 10^−6 and rounding 10^−8; 0.05 for "
                + "the ratio, two to three standard errors of the formula's average")
        .reads("How far training on long prompts stays from Bayes is known beforehand.")
        .fixes("Γ", -41.4586146)
        .fixes("q", 1)
        .measuredBy(DeviationLimitClaims::measureLimit);
  }

  /** A value of Γ is stated in one dimension only. */
  private static Judgement measureLimit(Reach reach) {
    var tokens = Mixtures.decades(1, 6, reach);
    var observed =
        Observations.of(
            "N G against its limit", Mixtures.tokens("N"), Exhibit.Axis.linear("N G₁₁"));
    for (var law : Mixtures.exact()) {
      var scaled = scaledDeviations(law, 0, tokens, reach);
      observed.points(Mixtures.title(law), tokens, scaled);
      observeRatios(law, tokens, observed, reach);
      if (law.dimension() == 1) {
        observed.near("lim N G, Λ = 1", limit(scaled), "Γ", 1e-4);
      }
    }
    return observed.law("Γ for Λ = 1", tokens, (stated, n) -> stated.get("Γ"));
  }

  private static void observeRatios(
      MixtureLaw law, List<Long> tokens, Observations observed, Reach reach) {
    var formulas = Mixtures.longPrompts(law, POINTS, reach).deviation();
    for (int axis = 0; axis < formulas.size(); axis++) {
      double limit = limit(scaledDeviations(law, axis, tokens, reach));
      var formula = Mixtures.scaled(formulas.get(axis), 1);
      double error = limit * formula.uncertainty() / (formula.value() * formula.value());
      var ratio = new Quantity(limit / formula.value(), Math.abs(error));
      String title = Mixtures.title(law) + ", axis " + (axis + 1);
      observed.near("lim N G over the formula, " + title, ratio, "q", 0.05);
    }
  }

  /** An entry on the diagonal of N G, by prompt length. */
  private static List<Double> scaledDeviations(
      MixtureLaw law, int axis, List<Long> tokens, Reach reach) {
    return tokens.stream()
        .map(n -> n * Mixtures.minimiser(law, n, reach).deviation().get(axis, axis))
        .toList();
  }

  /** Without the next term in 1/N, from the last two lengths, a factor 10 apart. */
  private static double limit(List<Double> scaled) {
    double last = scaled.getLast();
    double before = scaled.get(scaled.size() - 2);
    return last + (last - before) / 9;
  }
}
