package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.AttentionTail;
import io.github.icldynamics.statistics.BinomialLaw;
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
        .supposes("power of K in N", 3)
        .fixes("δ", 0.2)
        .measuredUnder(PromptClaims::measureTypicality);
  }

  /** How often each of so many features occurs in a prompt. */
  private record Occurrences(long features, BinomialLaw law) {
    /** The probability that one of them is off by more than δ, at most. */
    double untypical(double delta) {
      double high = law.above((1 + delta) * law.mean());
      double low = law.atMost(FastMath.ceil((1 - delta) * law.mean()) - 1);
      return features * (high + low);
    }
  }

  private static Judgement measureTypicality(Constants conditions, Reach reach) {
    double power = conditions.get("power of K in N");
    var features = Runs.halfDecades(1, 3, reach);
    var prompts = features.stream().map(k -> occurrences(k, power)).toList();
    return stated -> {
      double delta = stated.get("δ");
      var probabilities = prompts.stream().map(groups -> untypical(groups, delta)).toList();
      return Evidence.of(
          Picture.of("Untypical prompts", Axes.features(), Exhibit.Axis.log("probability, at most"))
              .points("some |V_k| off by more than δ", features, probabilities)
              .exhibit(),
          Check.atMost("probability at K = 10³", probabilities.getLast(), UNLIKELY),
          Check.atMost("largest rise with K", largestRise(probabilities), 0));
    };
  }

  private static List<Occurrences> occurrences(long features, double power) {
    long tokens = (long) FastMath.rint(FastMath.pow((double) features, power));
    return TokenLaw.imbalanced(features, 0.5).groups().stream()
        .map(group -> new Occurrences(group.count(), new BinomialLaw(tokens, group.probability())))
        .toList();
  }

  private static double untypical(List<Occurrences> groups, double delta) {
    var probabilities = groups.stream().mapToDouble(group -> group.untypical(delta));
    return FastMath.min(1, probabilities.reduce(0, Double::sum));
  }

  /** From the second K on: at the first the bound says nothing. */
  private static double largestRise(List<Double> probabilities) {
    double rise = 0;
    for (int i = 2; i < probabilities.size(); i++) {
      rise = FastMath.max(rise, probabilities.get(i) - probabilities.get(i - 1));
    }
    return rise;
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
        .measuredBy(PromptClaims::measureConcentration);
  }

  private static Judgement measureConcentration(Reach reach) {
    var features = Runs.halfDecades(1, 2, reach);
    var observed =
        Observations.of(
            "Prompts on which attention does not concentrate",
            Axes.features(),
            Exhibit.Axis.log("P((1 − Attn_k)² > Cε)"));
    for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
      var ends =
          features.stream()
              .map(k -> Converged.of(TokenLaw.imbalanced(k, 0.5), k * k * k, query, reach))
              .toList();
      String title = Runs.title(query);
      String name = "probability at K = 10², " + title;
      observed
          .check(stated -> Check.atMost(name, ends.getLast().tail(stated), UNLIKELY))
          .draw(
              (stated, picture) -> {
                var probabilities = ends.stream().map(end -> end.tail(stated)).toList();
                picture.points(title, features, probabilities);
              });
    }
    return observed;
  }

  /** A column and its logits when the run has converged. */
  private record Converged(QueryColumn column, Vector logits) {
    static Converged of(TokenLaw law, long tokens, long query, Reach reach) {
      var run = Runs.train(law, PromptLength.of(tokens), query, EPSILON, reach);
      double tau = Runs.convergence(run);
      return new Converged(run.trajectory().column(), run.trajectory().logitsAt(tau));
    }

    /** {@code P((1 − Attn_k)² > Cε)}: exact sums, which are cheap beside the runs. */
    double tail(Constants stated) {
      return AttentionTail.below(column, logits, level(stated));
    }
  }

  /** The least attention that is within the bound, {@code 1 − √(Cε)}. */
  private static double level(Constants constants) {
    return 1 - FastMath.sqrt(constants.get("C") * EPSILON);
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
        .supposes("C", 4)
        .fixes("q", 0.01)
        .measuredUnder(PromptClaims::sampleConcentration);
  }

  private static Judgement sampleConcentration(Constants conditions, Reach reach) {
    if (reach.samples() < 1000) {
      throw Undecided.tooShort("needs at least 1000 sampled prompts for an interval below 0.01");
    }
    // A sample is counted as it is drawn, so that C has to be known before.
    double level = level(conditions);
    var queries = List.of(0L, 14L, 29L);
    var upper = queries.stream().map(query -> upperEnd(query, level, reach)).toList();
    var observed =
        Observations.of(
                "Prompts on which attention does not concentrate, Zipf's law",
                Exhibit.Axis.linear("query"),
                Exhibit.Axis.linear("P((1 − Attn_k)² > Cε), upper end"))
            .points("sampled", queries, upper)
            .law("as stated", queries, (stated, k) -> stated.get("q"));
    for (int i = 0; i < queries.size(); i++) {
      observed.atMost("probability, upper end, query " + queries.get(i), upper.get(i), "q");
    }
    return observed;
  }

  private static double upperEnd(long query, double level, Reach reach) {
    var end = Converged.of(TokenLaw.zipf(30, 1), 100_000, query, reach);
    return AttentionTail.sampled(end.column, end.logits, level, reach.samples(), 7 + query).high();
  }
}
