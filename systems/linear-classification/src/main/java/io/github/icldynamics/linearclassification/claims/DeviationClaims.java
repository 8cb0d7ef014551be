package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.util.FastMath;

/** How the deviation G of {@code W* = c(Λ^{−1} + G)} depends on the prompt length. */
final class DeviationClaims {
  private DeviationClaims() {}

  static List<Claim> all() {
    return List.of(exponent(), settlesLate(), deficitShrinks());
  }

  /** {@code N ‖G‖_max}. */
  private static List<Double> scaledDeviations(MixtureLaw law, List<Long> tokens, Reach reach) {
    return tokens.stream()
        .map(n -> n * Mixtures.minimiser(law, n, reach).deviation().maximumNorm())
        .toList();
  }

  private static Claim exponent() {
    return ClaimDraft.of(
            "deviation-exponent",
            Shen2025.SOURCES.paper("theorem on training: ‖G‖_max = O(1/N)"),
            "The deviation of W* from cΛ^−1 falls as 1/N")
        .says("With prompts of N tokens the trained weights miss their limit by O(1/N).")
        .formula("‖G‖_max = Θ(N^e),   e = −1")
        .given("c = 2; equally likely classes, means rotated; Λ = 1 and diag(1, 2)")
        .measures(
            "exponent of ‖G‖_max from N = 10⁵ to 10⁶, exact; the exhibit shows N‖G‖_max from 10")
        .tolerance("0.002: the next term is 170/N² at most, 10^−3 of the first at 10⁵")
        .reads("The bound holds and is tight.")
        .fixes("e", -1)
        .measuredBy(DeviationClaims::measureExponent);
  }

  private static Judgement measureExponent(Reach reach) {
    var tokens = Mixtures.decades(1, 6, reach);
    var observed =
        Observations.of(
            "Deviation of the minimiser", Mixtures.tokens("N"), Exhibit.Axis.linear("N ‖G‖_max"));
    for (var law : Mixtures.exact()) {
      var scaled = scaledDeviations(law, tokens, reach);
      String title = Mixtures.title(law);
      observed
          .near("exponent of N, " + title, Trend.exponent(tokens, scaled) - 1, "e", 0.002)
          .points(title, tokens, scaled);
    }
    return observed;
  }

  private static Claim settlesLate() {
    return ClaimDraft.of(
            "deviation-settles-late",
            Shen2025.SOURCES.measured("section 'measured'"),
            "The 1/N law of G has settled from about 10³ tokens only")
        .says(
            "At 20 tokens N‖G‖_max is less than half of its limit, at 1000 nearly all of it: with "
                + "usual prompts G falls more slowly than 1/N.")
        .formula("N‖G‖_max ≤ a lim at N = 20, ≥ b lim at N = 1000,   a = ½, b = 0.85")
        .given("c = 2; equally likely classes, means rotated; Λ = 1 and diag(1, 2)")
        .measures("N‖G‖_max at 20 and at 1000 over the same at 10⁶, exact")
        .tolerance("none; at 10⁶ the limit is reached to 10^−3")
        .reads(
            "An exponent fitted to experiments with prompts of tens of tokens is not that of the "
                + "theorem.")
        .fixes("a", 0.5)
        .fixes("b", 0.85)
        .measuredBy(DeviationClaims::measureSettling);
  }

  private static Judgement measureSettling(Reach reach) {
    var tokens = List.of(5L, 10L, 20L, 40L, 100L, 300L, 1000L, 10_000L, 1_000_000L);
    var observed =
        Observations.of(
            "How much of its limit N‖G‖ has reached",
            Mixtures.tokens("N"),
            Exhibit.Axis.linear("N‖G‖_max over its limit"));
    for (var law : Mixtures.exact()) {
      var scaled = scaledDeviations(law, tokens, reach);
      var shares = scaled.stream().map(value -> value / scaled.getLast()).toList();
      String title = Mixtures.title(law);
      observed
          .atMost("share at N = 20, " + title, shares.get(2), "a")
          .atLeast("share at N = 1000, " + title, shares.get(6), "b")
          .points(title, tokens, shares);
    }
    return observed;
  }

  private static Claim deficitShrinks() {
    return ClaimDraft.of(
            "short-prompts-train-small-weights",
            Shen2025.SOURCES.measured("section 'measured'"),
            "W* lies below cΛ^−1 in every direction, and the less the longer the prompts")
        .says(
            "G is negative definite at every prompt length: noisy class sums are trusted less. "
                + "With longer prompts the deficit shrinks, in each direction.")
        .formula("0 < W*_N Λ/c < u for N = 1 … 10⁶, growing with N: D_{N+} ≤ s D_N,   u = s = 1")
        .given("equally likely classes, means rotated; Λ = 1 (c = 2), diag(1, 2) (c = 2, 3)")
        .measures(
            "largest entry of W*Λ/c at any N, with two standard errors for c = 3; largest ratio of "
                + "the deficits 1 − W*Λ/c at neighbouring N = 1, 2, 5, 10, 20, 100, 10³, 10⁴, 10⁵, "
                + "10⁶")
        .tolerance("none")
        .reads("Training on short prompts makes the layer cautious: it answers nearer to 1/c.")
        .fixes("u", 1)
        .fixes("s", 1)
        .measuredBy(DeviationClaims::measureDeficit);
  }

  private static Judgement measureDeficit(Reach reach) {
    var tokens = List.of(1L, 2L, 5L, 10L, 20L, 100L, 1000L, 10_000L, 100_000L, 1_000_000L);
    var observed =
        Observations.of(
            "Deficit of the trained weights",
            Mixtures.tokens("N"),
            Exhibit.Axis.log("1 − W₁₁λ₁/c"));
    for (var law : List.of(Mixtures.line(2), Mixtures.plane(2), Mixtures.plane(3))) {
      var shares = Shares.of(law, tokens, reach);
      var deficits = Shares.onFirstAxis(shares).stream().map(share -> 1 - share).toList();
      String title = Mixtures.title(law);
      observed
          .atMost("largest share of cΛ^−1, " + title, largest(shares), "u")
          .atMost("largest ratio of neighbouring deficits, " + title, largestRatio(shares), "s")
          .points(title, tokens, deficits);
    }
    return observed;
  }

  /** The upper end of an interval counts. */
  private static Quantity largest(List<List<Quantity>> shares) {
    return shares.stream()
        .flatMap(List::stream)
        .max(Comparator.comparingDouble(share -> share.value() + share.uncertainty()))
        .orElseThrow();
  }

  private static Quantity largestRatio(List<List<Quantity>> shares) {
    var largest = Quantity.exactly(0);
    for (int i = 1; i < shares.size(); i++) {
      for (int axis = 0; axis < shares.get(i).size(); axis++) {
        var ratio = deficitRatio(shares.get(i - 1).get(axis), shares.get(i).get(axis));
        largest = ratio.value() > largest.value() ? ratio : largest;
      }
    }
    return largest;
  }

  private static Quantity deficitRatio(Quantity before, Quantity after) {
    double ratio = (1 - after.value()) / (1 - before.value());
    double error =
        FastMath.hypot(
            after.uncertainty() / (1 - after.value()), before.uncertainty() / (1 - before.value()));
    return new Quantity(ratio, ratio * error);
  }
}
