package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  private static Judgement measureLimit(Reach reach) {
    var tokens = Mixtures.decades(1, 6, reach);
    var approaches = Mixtures.exact().stream().map(law -> Approach.of(law, tokens, reach)).toList();
    return constants -> {
      double gamma = constants.get("Γ");
      var checks = approaches.stream().flatMap(each -> each.checks(constants)).toList();
      var picture = picture(tokens, approaches).law("Γ for Λ = 1", tokens, n -> gamma);
      return Evidence.of(picture.exhibit(), checks);
    };
  }

  private static Picture picture(List<Long> tokens, List<Approach> approaches) {
    var picture =
        Picture.of("N G against its limit", Mixtures.tokens("N"), Exhibit.Axis.linear("N G₁₁"));
    for (var approach : approaches) {
      var onFirstAxis = approach.scaled().stream().map(List::getFirst).toList();
      picture.points(approach.title(), tokens, onFirstAxis);
    }
    return picture;
  }

  /**
   * The way of N G to its limit.
   *
   * @param scaled the diagonal of N G, by prompt length
   * @param formulas of first order for its limit, by axis
   */
  private record Approach(String title, List<List<Double>> scaled, List<Quantity> formulas) {
    static Approach of(MixtureLaw law, List<Long> tokens, Reach reach) {
      var scaled = tokens.stream().map(n -> scaledDeviation(law, n, reach)).toList();
      var limit = Mixtures.longPrompts(law, POINTS, reach);
      var formulas = limit.deviation().stream().map(each -> Mixtures.scaled(each, 1)).toList();
      return new Approach(Mixtures.title(law), scaled, formulas);
    }

    private static List<Double> scaledDeviation(MixtureLaw law, long tokens, Reach reach) {
      var deviation = Mixtures.minimiser(law, tokens, reach).deviation();
      return IntStream.range(0, law.dimension())
          .mapToObj(axis -> tokens * deviation.get(axis, axis))
          .toList();
    }

    /** A value of Γ is stated in one dimension only. */
    Stream<Check> checks(Constants constants) {
      double q = constants.get("q");
      var ratios = IntStream.range(0, formulas.size()).mapToObj(axis -> ratio(axis, q));
      return formulas.size() > 1
          ? ratios
          : Stream.concat(
              ratios, Stream.of(Check.near("lim N G, Λ = 1", limit(0), constants.get("Γ"), 1e-4)));
    }

    private Check ratio(int axis, double q) {
      var formula = formulas.get(axis);
      double limit = limit(axis);
      double error = limit * formula.uncertainty() / (formula.value() * formula.value());
      return Check.near(
          "lim N G over the formula, " + title + ", axis " + (axis + 1),
          new Quantity(limit / formula.value(), Math.abs(error)),
          q,
          0.05);
    }

    /** Without the next term in 1/N, from the last two lengths, a factor 10 apart. */
    private double limit(int axis) {
      double last = scaled.getLast().get(axis);
      double before = scaled.get(scaled.size() - 2).get(axis);
      return last + (last - before) / 9;
    }
  }
}
