package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** Beyond two-level laws: several dominant features, any law, Zipf, reweighted queries. */
final class GeneralLawClaims {
  /** 1/ε of the last stretch of convergence. */
  private static final List<Double> ACCURACIES = List.of(1e3, 1e4, 1e5, 1e6);

  private GeneralLawClaims() {}

  static List<Claim> all() {
    return List.of(severalDominant(), accuracyTermOfAnyLaw(), zipfPlateau(), reweighting());
  }

  private static Claim severalDominant() {
    return ClaimDraft.of(
            "several-dominant-features",
            Huang2024.SOURCES.formal("section 4"),
            "J dominant features cost J √(2/K) of the plateau")
        .says(
            "With J dominant features of total mass P, of any frequencies, the plateau is (1 − "
                + "P)/p_k² and each dominant feature adds the same share to it.")
        .formula("τ(Attn_k = ½)/T = 1 + jJ √(2/K) + O(ln K/K), T = (1 − P)/p_k²;   j = 1")
        .given("J = O(1) dominant features, all others equal; infinite prompts")
        .measures(
            "coefficient of √(2/K), with the scatter of the residuals, over J, fitted over K = 10³"
                + " … 10¹² for masses {0.5}, {0.3, 0.2}, {0.2, 0.2, 0.1}")
        .tolerance("0.001: terms of order ln K/K^1.5, left out of the fit, move it by 10^−5")
        .reads("What counts is how many features dominate, not how much.")
        .fixes("j", 1)
        .measuredBy(GeneralLawClaims::measureSeveralDominant);
  }

  private static Judgement measureSeveralDominant(Reach reach) {
    var features = Runs.halfDecades(3, 12, reach);
    var observed =
        Observations.of(
            "Several dominant features",
            Axes.features(),
            Exhibit.Axis.linear("[τ(Attn_k = ½)/T − 1] √(K/2)"));
    for (var masses : List.of(List.of(0.5), List.of(0.3, 0.2), List.of(0.2, 0.2, 0.1))) {
      int dominant = masses.size();
      String title = "J = " + dominant;
      var scaled = features.stream().map(k -> scaledExcess(masses, k, reach)).toList();
      var coefficient = Trend.coefficient(Plateaus.fitRootCorrection(features, scaled), 0);
      observed
          .near("coefficient, " + title, coefficient, stated -> stated.get("j") * dominant, 1e-3)
          .points(title, features, scaled)
          .law(title + ", as stated", features, (stated, k) -> stated.get("j") * dominant);
    }
    return observed;
  }

  /** {@code [τ(Attn_k = ½)/T − 1] √(K/2)}: how much longer than T the plateau is. */
  private static double scaledExcess(List<Double> masses, long features, Reach reach) {
    var run = Runs.infinite(law(masses, features), masses.size(), 1e-3, reach);
    double excess = Runs.halfAttention(run) / Runs.plateau(run) - 1;
    return excess * FastMath.sqrt(features / 2.0);
  }

  private static TokenLaw law(List<Double> masses, long features) {
    double total = masses.stream().reduce(0.0, Double::sum);
    long rest = features - masses.size();
    var dominant = masses.stream().map(mass -> new FeatureGroup(mass, 1));
    var others = Stream.of(new FeatureGroup((1 - total) / rest, rest));
    return new TokenLaw(Stream.concat(dominant, others).toList());
  }

  private static Claim accuracyTermOfAnyLaw() {
    return ClaimDraft.of(
            "epsilon-term-of-any-law",
            Huang2024.SOURCES.formal("section 8"),
            "Every query ends as 1/(4 p_k κ ε), under any law")
        .says(
            "However a query came to look at its own feature, the last stretch of its convergence "
                + "is the same: the excess error falls like (K − 1)/(4K p_k τ).")
        .formula("[T_k(ε) − T_k(10ε)] c p_k κ ε/0.9 → 1, κ = K/(K − 1);   c = 4")
        .given("any law; linear labels; (1 − p_k)^N ≪ ε; ε → 0")
        .measures(
            "the quotient at ε = 10^−6 for Zipf's law (exponents ½ and 1, K = 30) and a law of six "
                + "features, N = ∞ and 10⁵, first, middle and last query")
        .tolerance(
            "0.02: corrections are of order √ε, larger where weights of the rest still even out")
        .reads("The 1/ε of the bound is universal, and so is its constant.")
        .fixes("c", 4)
        .measuredBy(GeneralLawClaims::measureAccuracyTerm);
  }

  private static Judgement measureAccuracyTerm(Reach reach) {
    Runs.decades(2, 2, reach);
    var laws = new LinkedHashMap<String, TokenLaw>();
    laws.put("Zipf ½", TokenLaw.zipf(30, 0.5));
    laws.put("Zipf 1", TokenLaw.zipf(30, 1));
    laws.put("six features", TokenLaw.of(0.4, 0.25, 0.15, 0.1, 0.06, 0.04));
    var observed =
        Observations.of(
            "Last stretch of convergence",
            Axes.epsilon(),
            Exhibit.Axis.linear("[T_k(ε) − T_k(10ε)] 4 p_k κ ε/0.9"));
    laws.forEach(
        (title, law) -> {
          var queries = lastStretches(title, law, PromptLength.infinite(), observed, reach);
          queries.stream().skip(1).forEach(query -> query.drawOn(observed, title));
          lastStretches(title, law, PromptLength.of(100_000), observed, reach);
        });
    return observed.law("as stated", ACCURACIES, (stated, a) -> 1);
  }

  /** Of the first, the middle and the last query of a law. */
  private static List<LastStretch> lastStretches(
      String title, TokenLaw law, PromptLength length, Observations observed, Reach reach) {
    var queries =
        Stream.of(0L, law.features() / 2, law.features() - 1)
            .map(query -> LastStretch.of(law, length, query, reach))
            .toList();
    observed.check(
        stated -> {
          var quotients = queries.stream().map(query -> query.quotients(stated).getLast()).toList();
          String name = "farthest quotient, " + title + ", N = " + length;
          return Check.near(name, Trend.farthest(quotients, 1), 1, 0.02);
        });
    return queries;
  }

  /**
   * How much longer a query takes to a tenth of the error.
   *
   * @param growths {@code [T(ε) − T(10ε)] ε/0.9}, over 1/ε
   */
  private record LastStretch(TokenLaw law, long query, List<Double> growths) {
    static LastStretch of(TokenLaw law, PromptLength length, long query, Reach reach) {
      var run = Runs.train(law, length, query, 1e-6, reach);
      Runs.convergence(run);
      var growths =
          ACCURACIES.stream()
              .map(a -> (Runs.convergence(run, 1 / a) - Runs.convergence(run, 10 / a)) / (0.9 * a))
              .toList();
      return new LastStretch(law, query, growths);
    }

    /** {@code [T(ε) − T(10ε)] c p κ ε/0.9}. */
    List<Double> quotients(Constants stated) {
      double kappa = law.features() / (law.features() - 1.0);
      double scale = stated.get("c") * law.probability(query) * kappa;
      return growths.stream().map(growth -> scale * growth).toList();
    }

    void drawOn(Observations observed, String title) {
      String label = title + ", query " + query;
      observed.draw((stated, picture) -> picture.points(label, ACCURACIES, quotients(stated)));
    }
  }

  private static Claim zipfPlateau() {
    return ClaimDraft.of(
            "zipf-plateau",
            Huang2024.SOURCES.measured("section 9"),
            "The plateau of Zipf's law, roughly")
        .says(
            "Every competitor decays as if alone, and the target grows against what is left of "
                + "their mass: a rough law, a few percent low.")
        .formula(
            "∫₀^T dτ/Z = p_k^−2, Z = Σ_{m≠k} p_m (1 + 2 p_k τ p_m²/Z²)^−½;   q ≤ T/τ(Attn_k = ½) ≤ "
                + "1, q = 0.9")
        .given("Zipf's law with exponents ½ and 1; K = 1000; infinite prompts")
        .measures("T over the exact τ(Attn_k = ½), for features 250, 500 and 1000")
        .tolerance("none: a band")
        .reads("Good for an estimate; with exponent 1.5 it is a third too low.")
        .fixes("q", 0.9)
        .fixes("upper end", 1)
        .measuredBy(GeneralLawClaims::measureZipf);
  }

  private static Judgement measureZipf(Reach reach) {
    long features = Runs.decades(3, 3, reach).getFirst();
    var queries = List.of(249L, 499L, 999L);
    var observed =
        Observations.of(
            "Rough law of the plateau, K = 1000",
            Exhibit.Axis.linear("feature"),
            Exhibit.Axis.linear("law over exact time"));
    for (double exponent : List.of(0.5, 1.0)) {
      var law = TokenLaw.zipf(features, exponent);
      var ratios = queries.stream().map(query -> roughOverExact(law, query, reach)).toList();
      var range = ratios.stream().mapToDouble(Double::doubleValue).summaryStatistics();
      String title = "exponent " + exponent;
      observed
          .atLeast("least ratio, " + title, range.getMin(), "q")
          .atMost("largest ratio, " + title, range.getMax(), "upper end")
          .points(title, queries, ratios);
    }
    return observed;
  }

  private static double roughOverExact(TokenLaw law, long query, Reach reach) {
    double rough = new ZipfPlateau(law, query).time();
    return rough / Runs.halfAttention(Runs.infinite(law, query, 0.1, reach));
  }

  private static Claim reweighting() {
    return ClaimDraft.of(
            "reweighted-queries",
            Huang2024.SOURCES.formal("section 7"),
            "No fixed law of queries beats K²: the best gains the factor 1 − p₁")
        .says(
            "Columns are trained independently, each at a speed proportional to how often it is "
                + "asked. The best fixed law asks in proportion to p_k T_k; all queries then "
                + "converge together.")
        .formula(
            "min over π of max_k T_k p_k/π_k = Σ_k p_k T_k ~ K²;   over max T_k: (1 − p₁)^s, s = 1")
        .given("imbalanced law; infinite prompts; ε = 0.01; K → ∞")
        .measures(
            "the least of max_k T_k p_k/π_k over π, by search, over K², and the gain over 1 "
                + "− p₁ at K = 10⁸, three p₁")
        .tolerance("0.001, as √(2/K) = 1.4·10^−4")
        .reads(
            "Asking rare features more often cannot remove the K²: a curriculum must change "
                + "prompts.")
        .fixes("constant of K²", 1)
        .fixes("s", 1)
        .measuredBy(GeneralLawClaims::measureReweighting);
  }

  /**
   * The least of {@code max(T_1 p₁/π₁, T_k (1 − p₁)/(1 − π₁))} over π₁, by golden search in ln π₁.
   */
  private static double bestTime(double dominant, double first, double other) {
    double low = FastMath.log(1e-20);
    double high = FastMath.log(1 - 1e-9);
    double golden = 0.5 * (FastMath.sqrt(5) - 1);
    DoubleUnaryOperator slowest =
        x ->
            FastMath.max(
                first * dominant / FastMath.exp(x), other * (1 - dominant) / -FastMath.expm1(x));
    while (high - low > 1e-9) {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);
      if (slowest.applyAsDouble(left) < slowest.applyAsDouble(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return slowest.applyAsDouble(low);
  }

  private static Judgement measureReweighting(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed =
        Observations.of(
            "Best fixed law of queries", Axes.features(), Exhibit.Axis.linear("Σ p_k T_k/max T_k"));
    for (double dominant : Runs.DOMINANT) {
      observeReweighting(dominant, features, observed, reach);
    }
    return observed;
  }

  private static void observeReweighting(
      double dominant, List<Long> features, Observations observed, Reach reach) {
    var gains = new ArrayList<Double>();
    double best = 0;
    for (long k : features) {
      double first = Runs.convergence(Family.DOMINANT.run(k, dominant, 0.01, reach));
      double other = Runs.convergence(Family.UNDER_REPRESENTED.run(k, dominant, 0.01, reach));
      best = bestTime(dominant, first, other);
      gains.add(best / other);
    }
    double last = features.getLast();
    String title = "p₁ = " + dominant;
    ToDoubleFunction<Constants> gain = stated -> FastMath.pow(1 - dominant, stated.get("s"));
    observed
        .near("best time over K², " + title, best / (last * last), "constant of K²", 1e-3)
        .check(
            stated -> {
              double quotient = gains.getLast() / gain.applyAsDouble(stated);
              return Check.near("gain over (1 − p₁)^s, " + title, quotient, 1, 1e-3);
            })
        .points(title, features, gains)
        .law(title + ", as stated", features, (stated, k) -> gain.applyAsDouble(stated));
  }
}
