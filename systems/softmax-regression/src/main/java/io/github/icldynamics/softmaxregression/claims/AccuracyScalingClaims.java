package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.statistics.LinearFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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
            "a with its 95% interval, and the residuals of the fit (for the dominant query from the"
                + " start), from ε = 10^−1 … 10^−6 by half decades, three p₁")
        .tolerance(
            "10^−4: terms of order ε^1.5, left out of the fit, move it by 10^−5; residuals at most"
                + " 50 times that term")
        .reads("The error falls like 1/(4pτ): neither faster nor slower.")
        .fixes("exponent", 1)
        .measuredBy(AccuracyScalingClaims::measureAccuracyExponent);
  }

  private static Judgement measureAccuracyExponent(Reach reach) {
    var powers = everyQuery(reach).stream().map(Times::power).toList();
    return constants -> judgeAccuracyExponent(powers, constants.get("exponent"));
  }

  private static Evidence judgeAccuracyExponent(
      List<Corrections.PowerLaw> powers, double exponent) {
    var picture =
        Picture.of(
            "Time from half attention to ε",
            Axes.epsilon(),
            Exhibit.Axis.log("p_k [ηT(ε) − τ(Attn_k = ½)]"));
    var residuals =
        Picture.of(
            "Residuals of the fit",
            Axes.epsilon(),
            Exhibit.Axis.log("|residual| over the term left out"));
    var checks = new ArrayList<Check>();
    for (var power : powers) {
      checks.add(Check.near("exponent of 1/ε, " + power.title(), power.exponent(), exponent, 1e-4));
      checks.add(power.residualCheck());
      picture.points(power.title(), power.at(), power.values());
      residuals.points(power.title(), power.at(), power.residuals());
    }
    picture.law("as stated", ACCURACIES, a -> FastMath.pow(a, exponent) / 4);
    return new Evidence(checks, List.of(picture.exhibit(), residuals.exhibit()));
  }

  /** All kinds of query at every p₁. */
  private static List<Times> everyQuery(Reach reach) {
    return Arrays.stream(Family.values()).flatMap(family -> times(family, reach).stream()).toList();
  }

  private static List<Times> times(Family family, Reach reach) {
    return family.dominants().stream().map(dominant -> Times.of(family, dominant, reach)).toList();
  }

  /**
   * Times of convergence at K = 10⁸.
   *
   * @param accuracies 1/ε, those that the run has not reached at its start
   * @param scaled {@code p_k [T(ε) − τ(Attn_k = ½)]}; {@code p_1 T(ε)} for a dominant feature
   */
  private record Times(String title, List<Double> accuracies, List<Double> scaled) {
    static Times of(Family family, double dominant, Reach reach) {
      Runs.decades(8, 8, reach);
      var run = family.run(MANY_FEATURES, dominant, SMALLEST_EPSILON, reach);
      Runs.convergence(run);
      double begin = family == Family.DOMINANT ? 0 : Runs.halfAttention(run);
      double p = run.trajectory().column().queryProbability();
      var accuracies =
          ACCURACIES.stream().filter(a -> Runs.convergence(run, 1 / a) > begin).toList();
      var scaled = accuracies.stream().map(a -> p * (Runs.convergence(run, 1 / a) - begin));
      return new Times(family.title(dominant), accuracies, scaled.toList());
    }

    /** The power of 1/ε by which the times grow. */
    Corrections.PowerLaw power() {
      return Corrections.PowerLaw.overAccuracies(title, accuracies, scaled);
    }

    /** {@code 4ε} times the times. */
    List<Double> products() {
      var products = new ArrayList<Double>();
      for (int i = 0; i < scaled.size(); i++) {
        products.add(4 * scaled.get(i) / accuracies.get(i));
      }
      return products;
    }

    /** {@code lead, √ε, ε ln(1/ε), ε}. */
    private LinearFit fit(DoubleUnaryOperator... lead) {
      return Corrections.overAccuracies(accuracies, products(), lead);
    }

    Quantity limit() {
      return Trend.coefficient(fit(a -> 1), 0);
    }

    Quantity coefficientOfLogarithm() {
      return Trend.coefficient(fit(a -> 1, FastMath::log), 1);
    }

    /** By how much Akaike's criterion prefers a constant in front to a logarithm. */
    double preferenceForConstant() {
      return fit(FastMath::log).akaike() - fit(a -> 1).akaike();
    }
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
                + "its 95% interval, three p₁")
        .tolerance(
            "0.01 for the product, whose first correction is 4√2 √ε = 0.0057 at ε = 10^−6; 10^−4 "
                + "for the limit")
        .reads("The bound's 1/ε is sharp; its logarithm log(ε^−½) is not there.")
        .fixes("constant", 1)
        .measuredBy(AccuracyScalingClaims::measureDominantAccuracyTerm);
  }

  private static Judgement measureDominantAccuracyTerm(Reach reach) {
    var dominant = times(Family.DOMINANT, reach);
    return constants -> judgeDominantAccuracyTerm(dominant, constants.get("constant"));
  }

  private static Evidence judgeDominantAccuracyTerm(List<Times> dominant, double constant) {
    var picture =
        Picture.of(
            "Time of the dominant feature", Axes.epsilon(), Exhibit.Axis.linear("T_1 · 4p₁ε"));
    var checks = new ArrayList<Check>();
    for (var times : dominant) {
      String title = times.title();
      var products = times.products();
      checks.add(Check.near("product at ε = 10^−6, " + title, products.getLast(), constant, 0.01));
      checks.add(Check.near("fitted limit, " + title, times.limit(), constant, 1e-4));
      picture.points(title, times.accuracies(), products);
    }
    return Evidence.of(picture.law("as stated", ACCURACIES, a -> constant).exhibit(), checks);
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
    var growths = new ArrayList<Growth>();
    for (double dominant : Runs.DOMINANT) {
      for (long features : List.of(10_000L, DRAWN_FEATURES)) {
        growths.add(Growth.of(features, dominant, reach));
      }
    }
    return constants -> judgeAccuracyGrowth(growths, constants.get("constant"));
  }

  /**
   * How much longer an under-represented feature takes to a tenth of the error.
   *
   * @param ratios {@code [T_k(ε) − T_k(10ε)] · 4(1 − p₁)/K ÷ (0.9/ε)}, over the decades of 1/ε
   */
  private record Growth(long features, double dominant, List<Double> ratios) {
    static Growth of(long features, double dominant, Reach reach) {
      var run = Family.UNDER_REPRESENTED.run(features, dominant, SMALLEST_EPSILON, reach);
      Runs.convergence(run);
      var ratios =
          DECADES.stream()
              .map(
                  a ->
                      (Runs.convergence(run, 1 / a) - Runs.convergence(run, 10 / a))
                          * 4
                          * (1 - dominant)
                          / (0.9 * a * features))
              .toList();
      return new Growth(features, dominant, ratios);
    }

    Check check(double constant) {
      String name = "ratio at ε = 10^−6, K = " + features + ", p₁ = " + dominant;
      return Check.near(name, ratios.getLast(), constant, 0.01);
    }
  }

  private static Evidence judgeAccuracyGrowth(List<Growth> growths, double constant) {
    var picture =
        Picture.of(
            "Growth of T_k over the last decade of ε, K = 10⁶",
            Axes.epsilon(),
            Exhibit.Axis.linear("[T_k(ε) − T_k(10ε)] 4(1 − p₁)ε/(0.9 K)"));
    growths.stream()
        .filter(growth -> growth.features() == DRAWN_FEATURES)
        .forEach(growth -> picture.points("p₁ = " + growth.dominant(), DECADES, growth.ratios()));
    return Evidence.of(
        picture.law("as stated", DECADES, a -> constant).exhibit(),
        growths.stream().map(growth -> growth.check(constant)).toList());
  }

  private static Claim noLogarithmInAccuracy() {
    return ClaimDraft.of(
            "no-logarithm-in-epsilon",
            Huang2024.SOURCES.formal("section 2"),
            "1/ε and not log(1/ε)/ε: model selection")
        .says("The convergence has no factor log(1/ε).")
        .formula("p_k [T(ε) − T(Attn_k = ½)] 4ε = c + b ln(1/ε) + O(√ε),   b = 0")
        .given("long prompts; K = 10⁸")
        .measures(
            "b with its 95% interval over ε = 10^−1 … 10^−6, and by how much Akaike's criterion "
                + "prefers the model without the logarithm, for all three kinds of query (for "
                + "the dominant one from the start)")
        .tolerance(
            "10^−4 for b, which terms left out of the fit move by 10^−5; 10 for the criterion, at "
                + "which the worse model has lost all support")
        .reads("The bound on T_k holds; its log(1/ε) is not needed.")
        .fixes("coefficient of the logarithm", 0)
        .measuredBy(AccuracyScalingClaims::measureLogarithm);
  }

  private static Judgement measureLogarithm(Reach reach) {
    var queries = everyQuery(reach);
    return constants -> judgeLogarithm(queries, constants.get("coefficient of the logarithm"));
  }

  private static Evidence judgeLogarithm(List<Times> queries, double stated) {
    var picture =
        Picture.of(
            "Is there a logarithm?",
            Axes.epsilon(),
            Exhibit.Axis.linear("4ε p_k [ηT(ε) − τ(Attn_k = ½)]"));
    var checks = new ArrayList<Check>();
    for (var times : queries) {
      String title = times.title();
      var coefficient = times.coefficientOfLogarithm();
      double preference = times.preferenceForConstant();
      checks.add(Check.near("coefficient of ln(1/ε), " + title, coefficient, stated, 1e-4));
      checks.add(Check.atLeast("preference for no logarithm, " + title, preference, 10));
      picture.points(title, times.accuracies(), times.products());
    }
    return Evidence.of(picture.law("without", ACCURACIES, a -> 1).exhibit(), checks);
  }
}
