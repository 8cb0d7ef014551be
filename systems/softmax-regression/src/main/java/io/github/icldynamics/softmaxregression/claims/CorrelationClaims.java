package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.EquicorrelatedFlow;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.List;
import org.hipparchus.util.FastMath;

/** Features that are not orthogonal. */
final class CorrelationClaims {
  private static final List<Double> CORRELATIONS = List.of(0.1, 0.3, 0.6, 0.9);

  /** {@code 1 − ρ}. */
  private static final List<Double> CONTRASTS = CORRELATIONS.stream().map(rho -> 1 - rho).toList();

  private CorrelationClaims() {}

  static List<Claim> all() {
    return List.of(correlation(), correlationUnderRepresented());
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
    double epsilon = 0.01;
    double contrast = 1 - rho;
    ColumnRun plain = Runs.train(law, length, query, epsilon / contrast, reach);
    double reference = Runs.convergence(plain);
    double target = contrast * plain.floor().orElseThrow().value() + epsilon;
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
            Huang2024.SOURCES.formal("section 9"),
            "Any correlation removes the √(2/K) that a dominant feature costs")
        .says(
            "With correlation the dominant feature is suppressed by all columns together, at once: "
                + "an under-represented feature obeys the law of balanced ones but for that "
                + "saving.")
        .formula(
            "T_ρ(ε)(1 − ρ)³/T₀(ε/(1 − ρ)) = 1 − c √(2/K) + O(ln K/K),   c = 1, for every ρ > 0")
        .given("imbalanced law; equal correlation ρ > 0; infinite prompts; K → ∞")
        .measures("[1 − T_ρ(1 − ρ)³/T₀]√(K/2) at K = 10⁸, ρ = 0.1 … 0.9, p₁ = 0.3, 0.5, 0.7")
        .tolerance("0.02; corrections are of order ln K/√K = 0.002")
        .reads(
            "At K = 100 the correlated run is up to 11% shorter than the balanced law says, at K = "
                + "10⁶ 0.14%; the dominant query is slower, by up to twice.")
        .fixes("c", 1)
        .measuredBy(CorrelationClaims::measureSaving);
  }

  private static Judgement measureSaving(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed =
        Observations.of(
            "Saving by correlation, p₁ = 0.5",
            Axes.features(),
            Exhibit.Axis.linear("[1 − T_ρ(1 − ρ)³/T₀] √(K/2)"));
    for (double dominant : Runs.DOMINANT) {
      // The others are only checked, and that at the largest K.
      boolean isDrawn = dominant == 0.5;
      var counts = isDrawn ? features : features.subList(6, 7);
      for (double rho : CORRELATIONS) {
        var savings = counts.stream().map(k -> saving(k, dominant, rho, reach)).toList();
        String name = "saving at K = 10⁸, p₁ = " + dominant + ", ρ = " + rho;
        observed.near(name, savings.getLast(), "c", 0.02);
        if (isDrawn) {
          observed.points("ρ = " + rho, features, savings);
        }
      }
    }
    return observed.law("as stated", features, (stated, k) -> stated.get("c"));
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
