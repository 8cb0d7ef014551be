package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** How the time depends on the accuracy ε: exponent, constant, logarithm. */
final class AccuracyScalingClaims {
  private static final long MANY_FEATURES = 100_000_000;
  private static final double SMALLEST_EPSILON = 1e-6;

  /** Values of 1/ε: half decades from 10 to 10⁶. */
  private static final List<Double> ACCURACIES =
      IntStream.rangeClosed(2, 12).mapToObj(half -> FastMath.pow(10, 0.5 * half)).toList();

  /** Decades of 1/ε, each of which is compared with the one before. */
  private static final List<Double> DECADES = List.of(1e2, 1e3, 1e4, 1e5, 1e6);

  /** K of the growth that is drawn. */
  private static final long DRAWN_FEATURES = 1_000_000;

  private AccuracyScalingClaims() {}

  static List<Claim> all() {
    return List.of(
        accuracyExponent(),
        dominantAccuracyTerm(),
        underRepresentedAccuracyTerm(),
        noLogarithmInAccuracy());
  }

  private static Claim accuracyExponent() {
    return ClaimDraft.of(
            "exponent-of-epsilon",
            Huang2024.SOURCES.formal("section 2"),
            "The convergence takes 1/ε to the power 1, fitted")
        .says("From half attention on, the time to ε grows like 1/ε.")
        .formula(
            "ln [T(ε) − T(Attn_k = ½)] = const + a ln(1/ε) + b √ε + c ε ln(1/ε) + d ε,   a = 1")
        .given("long prompts; K = 10⁸")
        .measures(
            "a with their scatter, and the residuals of the fit (for the dominant query from the"
                + " start), from ε = 10^−1 … 10^−6 by half decades, three p₁")
        .tolerance(
            "10^−4: terms of order ε^1.5, left out of the fit, move it by 10^−5; residuals at most"
                + " 50 times that term")
        .reads("The error falls like 1/(4pτ): neither faster nor slower.")
        .fixes("exponent", 1)
        .measuredBy(AccuracyScalingClaims::measureAccuracyExponent);
  }

  private static Judgement measureAccuracyExponent(Reach reach) {
    var queries = everyQuery(reach);
    var observed =
        Observations.of(
            "Time from half attention to ε",
            Axes.epsilon(),
            Exhibit.Axis.log("p_k [ηT(ε) − τ(Attn_k = ½)]"));
    queries.forEach(times -> times.observeExponent("exponent of 1/ε", 1e-4, observed));
    observed.law(
        "as stated", ACCURACIES, (stated, a) -> FastMath.pow(a, stated.get("exponent")) / 4);
    return Corrections.Growth.withResiduals(queries, Axes.epsilon(), observed);
  }

  /** All kinds of query at every p₁. */
  private static List<Corrections.Growth> everyQuery(Reach reach) {
    return Arrays.stream(Family.values()).flatMap(family -> times(family, reach).stream()).toList();
  }

  private static List<Corrections.Growth> times(Family family, Reach reach) {
    return family.dominants().stream().map(dominant -> times(family, dominant, reach)).toList();
  }

  /**
   * Times of convergence at K = 10⁸, for each 1/ε that the run has not reached at its start: {@code
   * p_k [T(ε) − τ(Attn_k = ½)]}, {@code p_1 T(ε)} for a dominant feature, and {@code 4ε} times it.
   */
  private static Corrections.Growth times(Family family, double dominant, Reach reach) {
    Runs.decades(8, 8, reach);
    var run = family.run(MANY_FEATURES, dominant, SMALLEST_EPSILON, reach);
    Runs.convergence(run);
    double begin = family == Family.DOMINANT ? 0 : Runs.halfAttention(run);
    double p = run.trajectory().column().queryProbability();
    var accuracies = ACCURACIES.stream().filter(a -> Runs.convergence(run, 1 / a) > begin).toList();
    var scaled = accuracies.stream().map(a -> p * (Runs.convergence(run, 1 / a) - begin)).toList();
    var products = Corrections.image(accuracies, scaled, (a, time) -> 4 * time / a);
    return Corrections.Growth.overAccuracies(family.title(dominant), accuracies, scaled, products);
  }

  private static Claim dominantAccuracyTerm() {
    return ClaimDraft.of(
            "dominant-epsilon-term",
            Huang2024.SOURCES.proved("section 2"),
            "T_1 ≈ 1/(4p₁εη) for the dominant feature")
        .says("The dominant feature converges in time 1/(4p₁ε), whatever K ≫ 1 is.")
        .formula("T_1 · 4p₁κε → 1 as ε → 0, κ = K/(K − 1)")
        .given("imbalanced law; long prompts; K ≫ 1; 5.7√ε small")
        .measures(
            "the product at ε = 10^−6, K = 10⁸, and its limit fitted over ε = 10^−1 … 10^−6 with "
                + "the scatter of the residuals, three p₁")
        .tolerance(
            "0.01 for the product, whose first correction is 4√2 √ε = 0.0057 at ε = 10^−6; 10^−4 "
                + "for the limit")
        .reads("The bound's 1/ε is sharp; its logarithm log(ε^−½) is not there.")
        .fixes("constant", 1)
        .measuredBy(AccuracyScalingClaims::measureDominantAccuracyTerm);
  }

  private static Judgement measureDominantAccuracyTerm(Reach reach) {
    var observed =
        Observations.of(
            "Time of the dominant feature", Axes.epsilon(), Exhibit.Axis.linear("T_1 · 4p₁ε"));
    times(Family.DOMINANT, reach)
        .forEach(times -> times.observeConstant("product at ε = 10^−6", 0.01, 1e-4, observed));
    return observed.law("as stated", ACCURACIES, (stated, a) -> stated.get("constant"));
  }

  private static Claim underRepresentedAccuracyTerm() {
    return ClaimDraft.of(
            "under-represented-epsilon-term",
            Huang2024.SOURCES.formal("section 4"),
            "T_k grows by K/(4(1 − p₁)εη) as ε falls")
        .says("After the plateau an under-represented feature needs another K/(4(1 − p₁)ε).")
        .formula("[T_k(ε) − T_k(10ε)] · 4(1 − p₁)/K ÷ (0.9/ε) → 1 as ε → 0")
        .given("imbalanced law; (1 − p_k)^N ≪ ε; K ≫ 1")
        .measures("the ratio from ε = 10^−5 to 10^−6, for K = 10⁴, 10⁶ and three p₁")
        .tolerance("0.01; the correction is 4√2(1 − 10^−½)√ε/0.9 = 0.0043, and 1/K from κ")
        .reads("Bound holds; the logarithm is not needed; T_k = K²/((1 − p₁)η) + K/(4(1 − p₁)εη).")
        .fixes("constant", 1)
        .measuredBy(AccuracyScalingClaims::measureAccuracyGrowth);
  }

  private static Judgement measureAccuracyGrowth(Reach reach) {
    var observed =
        Observations.of(
            "Growth of T_k over the last decade of ε, K = 10⁶",
            Axes.epsilon(),
            Exhibit.Axis.linear("[T_k(ε) − T_k(10ε)] 4(1 − p₁)ε/(0.9 K)"));
    for (double dominant : Runs.DOMINANT) {
      for (long features : List.of(10_000L, DRAWN_FEATURES)) {
        var ratios = growthRatios(features, dominant, reach);
        String name = "ratio at ε = 10^−6, K = " + features + ", p₁ = " + dominant;
        observed.near(name, ratios.getLast(), "constant", 0.01);
        if (features == DRAWN_FEATURES) {
          observed.points("p₁ = " + dominant, DECADES, ratios);
        }
      }
    }
    return observed.law("as stated", DECADES, (stated, a) -> stated.get("constant"));
  }

  /** {@code [T_k(ε) − T_k(10ε)] · 4(1 − p₁)/K ÷ (0.9/ε)}, over the decades of 1/ε. */
  private static List<Double> growthRatios(long features, double dominant, Reach reach) {
    var run = Family.UNDER_REPRESENTED.run(features, dominant, SMALLEST_EPSILON, reach);
    Runs.convergence(run);
    return DECADES.stream()
        .map(
            a ->
                (Runs.convergence(run, 1 / a) - Runs.convergence(run, 10 / a))
                    * 4
                    * (1 - dominant)
                    / (0.9 * a * features))
        .toList();
  }

  private static Claim noLogarithmInAccuracy() {
    return ClaimDraft.of(
            "no-logarithm-in-epsilon",
            Huang2024.SOURCES.formal("section 2"),
            "1/ε and not log(1/ε)/ε, by the residuals of both fits")
        .says("The convergence has no factor log(1/ε).")
        .formula("p_k [T(ε) − T(Attn_k = ½)] 4ε = c + b ln(1/ε) + O(√ε),   b = 0")
        .given("long prompts; K = 10⁸")
        .measures(
            "b with the scatter of the residuals over ε = 10^−1 … 10^−6, and by how much the"
                + " residuals, as Akaike's criterion counts them, are larger with the logarithm,"
                + " for all three kinds of query (for the dominant one from the start)")
        .tolerance(
            "10^−4 for b, which terms left out of the fit move by 10^−5; 10 for the criterion, at "
                + "which the worse model has lost all support")
        .reads("The bound on T_k holds; its log(1/ε) is not needed.")
        .fixes("coefficient of the logarithm", 0)
        .measuredBy(AccuracyScalingClaims::measureLogarithm);
  }

  private static Judgement measureLogarithm(Reach reach) {
    var observed =
        Observations.of(
            "Is there a logarithm?",
            Axes.epsilon(),
            Exhibit.Axis.linear("4ε p_k [ηT(ε) − τ(Attn_k = ½)]"));
    everyQuery(reach)
        .forEach(times -> times.observeLogarithm("coefficient of ln(1/ε)", 1e-4, observed));
    return observed.law("without", ACCURACIES, (stated, a) -> 1);
  }
}
