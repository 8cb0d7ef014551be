package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Sources;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.EquicorrelatedFlow;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.OddsPotential;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** Features that are not orthogonal. */
final class CorrelationClaims {
  private static final List<Double> CORRELATIONS = List.of(0.1, 0.3, 0.6, 0.9);

  /** {@code 1 − ρ}. */
  private static final List<Double> CONTRASTS = CORRELATIONS.stream().map(rho -> 1 - rho).toList();

  /** ρK, over four decades. */
  private static final List<Double> PRODUCTS = List.of(0.1, 1.0, 10.0, 100.0, 1000.0);

  private static final double EPSILON = 0.01;

  private static final Sources DERIVATIONS =
      new Sources(Huang2024.PAPER, "docs/theory/equal-correlation.md");

  private CorrelationClaims() {}

  static List<Claim> all() {
    return List.of(correlation(), correlationUnderRepresented(), correlatedWholeTime());
  }

  private static Claim correlation() {
    return ClaimDraft.of(
            "correlated-features",
            Huang2024.SOURCES.proved("section 9"),
            "Correlation ρ: T_ρ(ε) = T₀(ε/(1 − ρ))/(1 − ρ)³")
        .says(
            "If all pairs of balanced features have correlation ρ, the run is that of orthonormal "
                + "features, slowed down by (1 − ρ)³, at errors smaller by 1 − ρ.")
        .formula("T_ρ(ε) (1 − ρ)^s = T₀(ε/(1 − ρ)),   s = 3")
        .given("balanced law; Γ = (1 − ρ) I + ρ 11ᵀ; Σ_w = I; any prompt length")
        .measures(
            "largest relative error over ρ = 0.1 … 0.9, K = 10, 10³, 10⁶ with N = ∞ and K = 10 "
                + "with N = 100, from the coupled flow of all columns")
        .tolerance("10^−7: both runs are integrated, to nine digits or more")
        .reads("Correlation is a loss of contrast; the phases survive it.")
        .fixes("s", 3)
        .measuredBy(CorrelationClaims::measureCorrelation);
  }

  private static Judgement measureCorrelation(Reach reach) {
    Runs.decades(6, 6, reach);
    var observed =
        Observations.of(
            "Slowing down by correlation",
            Exhibit.Axis.log("1 − ρ"),
            Exhibit.Axis.log("T_ρ(ε)/T₀(ε/(1 − ρ))"));
    observeSlowdowns(10, PromptLength.infinite(), observed, reach);
    observeSlowdowns(1000, PromptLength.infinite(), observed, reach);
    observeSlowdowns(1_000_000, PromptLength.infinite(), observed, reach);
    observeSlowdowns(10, PromptLength.of(100), observed, reach);
    return observed.law(
        "as stated", CONTRASTS, (stated, contrast) -> FastMath.pow(contrast, -stated.get("s")));
  }

  /** {@code T_ρ(ε)/T₀(ε/(1 − ρ))} of balanced features, over the correlations. */
  private static void observeSlowdowns(
      long features, PromptLength length, Observations observed, Reach reach) {
    var law = TokenLaw.balanced(features);
    var slowdowns = CORRELATIONS.stream().map(rho -> slowdown(law, 0, rho, length, reach)).toList();
    String title = "K = " + features + ", N = " + length;
    observed
        .check(
            stated -> {
              double worst = worstError(slowdowns, stated.get("s"));
              return Check.atMost("largest relative error, " + title, worst, 1e-7);
            })
        .points(title, CONTRASTS, slowdowns);
  }

  /** The largest relative error of {@code (1 − ρ)^−s}. */
  private static double worstError(List<Double> slowdowns, double s) {
    double worst = 0;
    for (int i = 0; i < slowdowns.size(); i++) {
      double scaled = slowdowns.get(i) * FastMath.pow(CONTRASTS.get(i), s);
      worst = FastMath.max(worst, FastMath.abs(scaled - 1));
    }
    return worst;
  }

  /** {@code T_ρ(ε)/T₀(ε/(1 − ρ))} at ε = 0.01 above the floor, which scales with 1 − ρ as well. */
  private static double slowdown(
      TokenLaw law, long query, double rho, PromptLength length, Reach reach) {
    double contrast = 1 - rho;
    ColumnRun plain = Runs.train(law, length, query, EPSILON / contrast, reach);
    double reference = Runs.convergence(plain);
    double target = contrast * plain.floor().orElseThrow().value() + EPSILON;
    double horizon = 100 * reference / (contrast * contrast * contrast);
    double slow =
        new EquicorrelatedFlow(law, length, rho)
            .timeToLoss(law.groupOf(query), target, horizon)
            .orElseThrow(() -> Undecided.tooShort("the correlated run did not converge"));
    return slow / reference;
  }

  private static Claim correlationUnderRepresented() {
    return ClaimDraft.of(
            "correlated-under-represented",
            DERIVATIONS.formal("(B1)"),
            "Correlation removes the √(2/K) that a dominant feature costs, by a function of ρK")
        .says(
            "With correlation the dominant feature is suppressed by all columns together: the "
                + "common row multiplies the pull on it by 1 + x, and what it costs an "
                + "under-represented feature shrinks by the root of that.")
        .formula(
            "[1 − T_ρ(ε)(1 − ρ)³/T₀(ε/(1 − ρ))] √(K/2) = c [1 − (1 + x)^−s] + O(ln K/√K),   x = "
                + "ρK/(1 − ρ),   c = 1,   s = ½")
        .given("imbalanced law; equal correlation ρ; infinite prompts; T₀ at ρ = 0; K → ∞")
        .measures(
            "the left side at K = 10⁸ for ρK = 0.1 … 1000 and for ρ = 0.3, p₁ = 0.3, 0.5, 0.7")
        .tolerance("0.003; corrections are of order ln K/√K, 0.0016 at most here")
        .reads(
            "Not every ρ > 0 saves the whole √(2/K): at ρK = 1 it is 29% of it, at ρK = 100 90%. "
                + "At fixed ρ all of it goes as K grows, and the dominant query takes twice the "
                + "time.")
        .fixes("c", 1)
        .fixes("s", 0.5)
        .measuredBy(CorrelationClaims::measureSaving);
  }

  /** What is saved of {@code √(2/K)} by a correlation, as stated. */
  private static double statedSaving(Constants stated, double features, double rho) {
    double x = rho * features / (1 - rho);
    return stated.get("c") * (1 - FastMath.pow(1 + x, -stated.get("s")));
  }

  private static Judgement measureSaving(Reach reach) {
    long features = Runs.decades(2, 8, reach).getLast();
    var observed =
        Observations.of(
            "Saving by correlation, K = 10⁸",
            Exhibit.Axis.log("ρK"),
            Exhibit.Axis.linear("[1 − T_ρ(1 − ρ)³/T₀] √(K/2)"));
    for (double dominant : Runs.DOMINANT) {
      var savings = new ArrayList<Double>();
      for (double product : PRODUCTS) {
        savings.add(observeSaving(features, dominant, product / features, observed, reach));
      }
      observed.points("p₁ = " + dominant, PRODUCTS, savings);
      observeSaving(features, dominant, 0.3, observed, reach);
    }
    return observed.law(
        "as stated",
        PRODUCTS,
        (stated, product) -> statedSaving(stated, (double) features, product / features));
  }

  private static double observeSaving(
      long features, double dominant, double rho, Observations observed, Reach reach) {
    double measured = saving(features, dominant, rho, reach);
    String name = "saving at p₁ = " + dominant + ", ρ = " + rho;
    observed.near(name, measured, stated -> statedSaving(stated, (double) features, rho), 0.003);
    return measured;
  }

  private static Claim correlatedWholeTime() {
    return ClaimDraft.of(
            "correlated-whole-time",
            DERIVATIONS.formal("(B2)"),
            "The whole time law with correlation, to second order")
        .says(
            "Correlation of order 1/K changes the time of an under-represented query through x = "
                + "ρK/(1 − ρ) alone, up to terms of order ln K/K^1.5.")
        .formula(
            "T_ρ(1 − ρ)³(1 − p₁)/(K − 1)² = 1 + √(2/(K(1 + x))) + {b ln K + 2 ln 2 − 14/3 + F(o) "
                + "+ [h − 5/2 + ln(2K(1 + x))]/(1 + x)}/K,   b = 3")
        .given("imbalanced law; ρK of order 1; infinite prompts; o at ε/(1 − ρ)")
        .measures(
            "largest |difference| K^1.5/ln K over K = 10² … 10⁶, ρK = 0.1, 1, 10, p₁ = 0.3, 0.5, "
                + "0.7")
        .tolerance(
            "4: the first term left out has a coefficient of 2.4 at K = 10² that falls to 1, and ρ "
                + "= 0.1 is no longer small at K = 10²")
        .reads("Four digits at K = 10⁴, eight at 10⁶; without correlation it is the law of old.")
        .fixes("b", 3)
        .measuredBy(CorrelationClaims::measureWholeTime);
  }

  private static Judgement measureWholeTime(Reach reach) {
    var features = Runs.decades(2, 6, reach);
    var observed =
        Observations.of(
            "Time with correlation, p₁ = 0.5",
            Axes.features(),
            Exhibit.Axis.log("T_ρ(1 − ρ)³(1 − p₁)/(K − 1)² − 1"));
    for (double dominant : Runs.DOMINANT) {
      for (double product : List.of(0.1, 1.0, 10.0)) {
        var times = features.stream().map(k -> scaled(k, dominant, product / k, reach)).toList();
        String which = "ρK = " + SignificantDigits.of(product);
        String name = "p₁ = " + dominant + ", " + which;
        observed.check(
            stated ->
                Check.atMost(
                    "largest |difference| K^1.5/ln K, " + name,
                    worstRemainder(stated, features, dominant, product, times),
                    4));
        if (dominant == 0.5) {
          observed.points(which, features, times.stream().map(u -> u - 1).toList());
          observed.law(
              "law, " + which,
              features,
              (stated, k) -> wholeTime(stated, k, dominant, product / k) - 1);
        }
      }
    }
    return observed;
  }

  /** {@code T_ρ(1 − ρ)³(1 − p₁)/(K − 1)²}. */
  private static double scaled(long features, double dominant, double rho, Reach reach) {
    var law = TokenLaw.imbalanced(features, dominant);
    double contrast = 1 - rho;
    double plain =
        Runs.convergence(Runs.infinite(law, Runs.UNDER_REPRESENTED, EPSILON / contrast, reach));
    double ratio =
        slowdown(law, Runs.UNDER_REPRESENTED, rho, PromptLength.infinite(), reach)
            * contrast
            * contrast
            * contrast;
    double others = features - 1.0;
    return ratio * plain * (1 - dominant) / (others * others);
  }

  private static double worstRemainder(
      Constants stated, List<Long> features, double dominant, double product, List<Double> times) {
    double worst = 0;
    for (int i = 0; i < times.size(); i++) {
      double k = features.get(i);
      double difference = times.get(i) - wholeTime(stated, k, dominant, product / k);
      double unit = FastMath.log(k) / FastMath.pow(k, 1.5);
      worst = FastMath.max(worst, FastMath.abs(difference) / unit);
    }
    return worst;
  }

  private static double wholeTime(Constants stated, double k, double dominant, double rho) {
    double pull = 1 + rho * k / (1 - rho);
    double odds = 1 / FastMath.sqrt(2 * EPSILON / (1 - rho)) - 1;
    double start = (Runs.imbalanceConstant(dominant) - 2.5 + FastMath.log(2 * k * pull)) / pull;
    double second =
        stated.get("b") * FastMath.log(k)
            + 2 * FastMath.log(2)
            - 14.0 / 3
            + OddsPotential.TRUE.at(odds)
            + start;
    return 1 + FastMath.sqrt(2 / (k * pull)) + second / k;
  }

  /** {@code [1 − T_ρ(1 − ρ)³/T₀] √(K/2)}. */
  private static double saving(long features, double dominant, double rho, Reach reach) {
    var law = TokenLaw.imbalanced(features, dominant);
    double contrast = 1 - rho;
    double ratio =
        slowdown(law, Runs.UNDER_REPRESENTED, rho, PromptLength.infinite(), reach)
            * contrast
            * contrast
            * contrast;
    return (1 - ratio) * FastMath.sqrt(0.5 * features);
  }
}
