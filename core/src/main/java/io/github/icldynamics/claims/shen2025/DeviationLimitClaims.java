package io.github.icldynamics.claims.shen2025;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Quantity;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.classification.LongPromptLimit;
import java.util.ArrayList;
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
        .decidedBy(DeviationLimitClaims::measureLimit);
  }

  private static Evidence measureLimit(Constants constants, Reach reach) {
    var tokens = Mixtures.decades(1, 6, reach);
    var picture =
        Picture.of("N G against its limit", Mixtures.tokens("N"), Exhibit.Axis.linear("N G₁₁"));
    var checks = new ArrayList<Check>();
    for (var law : Mixtures.exact()) {
      var scaled = new ArrayList<List<Double>>();
      for (long n : tokens) {
        scaled.add(scaledDeviation(Mixtures.minimiser(law, n, reach).deviation().toArray(), n));
      }
      var expected = LongPromptLimit.of(law, Mixtures.sampling(POINTS, reach), Mixtures.WORKFORCE);
      for (int axis = 0; axis < law.dimension(); axis++) {
        double limit = extrapolated(scaled, axis);
        var formula = Mixtures.scaled(expected.deviation().get(axis), 1);
        double error = limit * formula.uncertainty() / (formula.value() * formula.value());
        checks.add(
            Check.near(
                "lim N G over the formula, " + Mixtures.title(law) + ", axis " + (axis + 1),
                new Quantity(limit / formula.value(), Math.abs(error)),
                constants.get("q"),
                0.05));
      }
      picture.points(Mixtures.title(law), tokens, scaled.stream().map(List::getFirst).toList());
      if (law.dimension() == 1) {
        checks.add(Check.near("lim N G, Λ = 1", extrapolated(scaled, 0), constants.get("Γ"), 1e-4));
      }
    }
    return Evidence.of(
        picture.law("Γ for Λ = 1", tokens, n -> constants.get("Γ")).exhibit(), checks);
  }

  private static List<Double> scaledDeviation(double[][] deviation, long tokens) {
    var diagonal = new ArrayList<Double>();
    for (int i = 0; i < deviation.length; i++) {
      diagonal.add(tokens * deviation[i][i]);
    }
    return diagonal;
  }

  /** Without the next term in 1/N, from the last two lengths, a factor 10 apart. */
  private static double extrapolated(List<List<Double>> scaled, int axis) {
    double last = scaled.getLast().get(axis);
    double before = scaled.get(scaled.size() - 2).get(axis);
    return last + (last - before) / 9;
  }
}
