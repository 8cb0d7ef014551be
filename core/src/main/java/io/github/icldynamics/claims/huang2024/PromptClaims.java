package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Quantity;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Undecided;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.AttentionTail;
import io.github.icldynamics.prompt.BinomialLaw;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** What holds for most prompts: probabilities over prompts, computed and not assumed. */
final class PromptClaims {
  private static final double EPSILON = 0.01;

  /** What counts as high probability at the largest K tried. */
  private static final double UNLIKELY = 1e-6;

  private PromptClaims() {}

  static List<Claim> all() {
    return List.of(typicalPrompts(), attentionConcentrates(), attentionConcentratesZipf());
  }

  private static Claim typicalPrompts() {
    return ClaimDraft.of(
            "typical-prompts",
            Huang2024.SOURCES.paper("proof: typical prompts"),
            "In almost every prompt every |V_k| is near p_k N")
        .says(
            "If prompts have poly(K) tokens, the number of times that a feature occurs is near its "
                + "expectation for all features at once, with high probability.")
        .formula("P(max_k | |V_k|/(p_k N) − 1 | > δ) → 0 for N = K^s,   s = 3, δ = 0.2")
        .given("imbalanced law with p₁ = ½; N a power of K beyond the first")
        .measures(
            "the probability, as a sum of exact binomial tails over the features (an upper bound)"
                + " for K = 10, 10^1.5, 10², 10^2.5, 10³")
        .tolerance(
            "10^−6 at K = 10³; and the bound may not rise with K from K = 10^1.5 on, where it is"
                + " below 1")
        .reads("The event that the proof conditions on fails with a probability that is nil.")
        .fixes("power of K in N", 3)
        .fixes("δ", 0.2)
        .decidedBy(PromptClaims::measureTypicality);
  }

  private static Evidence measureTypicality(Constants constants, Reach reach) {
    double delta = constants.get("δ");
    var features = Runs.halfDecades(1, 3, reach);
    var probabilities = new ArrayList<Double>();
    for (long k : features) {
      long tokens =
          (long) FastMath.rint(FastMath.pow((double) k, constants.get("power of K in N")));
      double sum = 0;
      for (var group : TokenLaw.imbalanced(k, 0.5).groups()) {
        var law = new BinomialLaw(tokens, group.probability());
        double high = law.above((1 + delta) * law.mean());
        double low = law.atMost(FastMath.ceil((1 - delta) * law.mean()) - 1);
        sum += group.count() * (high + low);
      }
      probabilities.add(FastMath.min(1, sum));
    }
    double rise = 0;
    for (int i = 2; i < probabilities.size(); i++) {
      rise = FastMath.max(rise, probabilities.get(i) - probabilities.get(i - 1));
    }
    return Evidence.of(
        Picture.of("Untypical prompts", Axes.features(), Exhibit.Axis.log("probability, at most"))
            .points("some |V_k| off by more than δ", features, probabilities)
            .exhibit(),
        Check.atMost("probability at K = 10³", probabilities.getLast(), UNLIKELY),
        Check.atMost("largest rise with K", rise, 0));
  }

  private static Claim attentionConcentrates() {
    return ClaimDraft.of(
            "attention-concentrates",
            Huang2024.SOURCES.paper("theorem for imbalanced features: concentration of attention"),
            "After T_k, (1 − Attn_k)² ≤ O(ε) for almost every prompt")
        .says(
            "Once the error is within ε, attention to the query's own feature is within O(√ε) of 1,"
                + " with high probability over prompts.")
        .formula("P((1 − Attn_k)² > Cε) → 0 at τ = T_k(ε), N = K³,   C = 4")
        .given("imbalanced law with p₁ = ½; N = K³; ε = 0.01")
        .measures(
            "the probability, exactly (a binomial tail for each count of the query's feature), for "
                + "K = 10, 10^1.5, 10²; both queries")
        .tolerance("10^−6 at K = 10²; (1 − Attn)² is 2ε in the mean, so C = 2 cannot do")
        .reads(
            "Concentration is a fact about prompts, not only in the mean; no sampling was needed.")
        .fixes("C", 4)
        .decidedBy(PromptClaims::measureConcentration);
  }

  private static Evidence measureConcentration(Constants constants, Reach reach) {
    var features = Runs.halfDecades(1, 2, reach);
    double level = 1 - FastMath.sqrt(constants.get("C") * EPSILON);
    var picture =
        Picture.of(
            "Prompts on which attention does not concentrate",
            Axes.features(),
            Exhibit.Axis.log("P((1 − Attn_k)² > Cε)"));
    var checks = new ArrayList<Check>();
    for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
      String title = Runs.title(query);
      var probabilities =
          features.stream()
              .map(
                  k -> {
                    var law = TokenLaw.imbalanced(k, 0.5);
                    var run = Runs.train(law, PromptLength.of(k * k * k), query, EPSILON, reach);
                    return AttentionTail.below(run.trajectory().column(), converged(run), level);
                  })
              .toList();
      checks.add(
          Check.atMost("probability at K = 10², " + title, probabilities.getLast(), UNLIKELY));
      picture.points(title, features, probabilities);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static Vector converged(ColumnRun run) {
    return run.trajectory().logitsAt(Runs.convergence(run));
  }

  private static Claim attentionConcentratesZipf() {
    return ClaimDraft.of(
            "attention-concentrates-zipf",
            Huang2024.SOURCES.measured("section 8"),
            "Attention concentrates under Zipf's law as well")
        .says("The concentration of attention does not need the two-level law of the paper.")
        .formula("P((1 − Attn_k)² > Cε) ≤ q at τ = T_k(ε),   C = 4, q = 0.01")
        .given("Zipf's law with exponent 1, K = 30, N = 10⁵; ε = 0.01")
        .measures(
            "the probability from sampled counts, with its 95% Clopper–Pearson interval, for the"
                + " most frequent, the middle and the rarest feature")
        .tolerance("none: the interval has to lie below q")
        .reads("Where groups do not allow an exact sum, an interval takes its place.")
        .fixes("C", 4)
        .fixes("q", 0.01)
        .decidedBy(PromptClaims::sampleConcentration);
  }

  private static Evidence sampleConcentration(Constants constants, Reach reach) {
    if (reach.samples() < 1000) {
      throw Undecided.tooShort("needs at least 1000 sampled prompts for an interval below 0.01");
    }
    double level = 1 - FastMath.sqrt(constants.get("C") * EPSILON);
    var law = TokenLaw.zipf(30, 1);
    var queries = List.of(0L, 14L, 29L);
    var upper = new ArrayList<Double>();
    var checks = new ArrayList<Check>();
    for (long query : queries) {
      var run = Runs.train(law, PromptLength.of(100_000), query, EPSILON, reach);
      var interval =
          AttentionTail.sampled(
              run.trajectory().column(), converged(run), level, reach.samples(), 7 + query);
      checks.add(
          Check.atMost(
              "probability, upper end, query " + query,
              new Quantity(interval.high(), 0),
              constants.get("q")));
      upper.add(interval.high());
    }
    return Evidence.of(
        Picture.of(
                "Prompts on which attention does not concentrate, Zipf's law",
                Exhibit.Axis.linear("query"),
                Exhibit.Axis.linear("P((1 − Attn_k)² > Cε), upper end"))
            .points("sampled", queries, upper)
            .law("as stated", queries, k -> constants.get("q"))
            .exhibit(),
        checks);
  }
}
