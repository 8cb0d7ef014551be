package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.statistics.LinearFit;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Where phase II of an under-represented query ends: where attention turns. */
final class PhaseTwoEndClaims {

  private PhaseTwoEndClaims() {}

  static List<Claim> all() {
    return List.of(phaseTwoWeights(), phaseTwoEnd());
  }

  private static Claim phaseTwoWeights() {
    return ClaimDraft.of(
            "phase-two-weights",
            Huang2024.SOURCES.formal("section 5"),
            "Phase II ends at A_k = ½ ln K − ½ ln 2")
        .says(
            "Where attention to target and dominant feature is equal, both weights are at ±½ ln K "
                + "plus known constants.")
        .formula(
            "A_k = ½ ln K − s ln 2 + O(ln K/√K),   B_{k,1} = −½ ln K + ln((1 − p₁)/p₁) − s ln 2 + "
                + "O(ln K/√K),   s = ½")
        .given("imbalanced law; long prompts")
        .measures(
            "s from A_k and from B_{k,1}, fitted over K = 10² … 10¹²; scatter of the residuals")
        .tolerance("10^−6: terms of order ln² K/K, left out of the fit, move it by 10^−9")
        .reads("The recalled threshold A_k = 0.5 ln K is right but for ½ ln 2.")
        .fixes("s", 0.5)
        .measuredBy(PhaseTwoEndClaims::measureWeights);
  }

  private static Judgement measureWeights(Reach reach) {
    var features = Runs.halfDecades(2, 12, reach);
    var observed =
        Observations.of(
            "Weights at the end of phase II",
            Axes.features(),
            Exhibit.Axis.linear("½ ln K − A_k, −½ ln K + ln((1 − p₁)/p₁) − B_{k,1}, over ln 2"));
    for (double dominant : Runs.DOMINANT) {
      var own = Plateaus.over(features, dominant, reach, run -> shortfall(run, 1, 0, 0.5));
      double shift = FastMath.log((1 - dominant) / dominant);
      var other = Plateaus.over(features, dominant, reach, run -> shortfall(run, 0, shift, -0.5));
      observe("from A_k, p₁ = " + dominant, features, own, observed);
      observe("from B_{k,1}, p₁ = " + dominant, features, other, observed);
    }
    return observed.law("as stated", features, (stated, k) -> stated.get("s"));
  }

  /** {@code (e ln K + shift − weight)/ln 2} at the end of phase II. */
  private static double shortfall(ColumnRun run, int group, double shift, double exponent) {
    double weight = run.trajectory().logitsAt(Runs.attentionChange(run)).get(group);
    return (exponent * FastMath.log(Plateaus.features(run)) + shift - weight) / FastMath.log(2);
  }

  /** What a weight lacks at every K, in units of {@code ln 2}, and its limit. */
  private static void observe(
      String title, List<Long> features, List<Double> shortfalls, Observations observed) {
    var fit =
        Trend.fit(
            features,
            shortfalls,
            k -> FastMath.log(k) * FastMath.log(k) / k + 1e-10,
            k -> 1,
            k -> FastMath.log(k) / FastMath.sqrt(k),
            k -> 1 / FastMath.sqrt(k));
    observed
        .near("s " + title, Trend.coefficient(fit, 0), "s", 1e-6)
        .points(title, features, shortfalls);
  }

  private static Claim phaseTwoEnd() {
    return ClaimDraft.of(
            "phase-two-ends-at-T",
            Huang2024.SOURCES.proved("section 6"),
            "Phase II ends at T(1 + 2 ln K/K)")
        .says(
            "Attention turns to the target when the plateau's time T is over, up to a relative "
                + "error of order ln K/K: the corrections of order K^−½ cancel.")
        .formula(
            "τ_II/T = 1 + (c ln K + b + h)/K + e K^−1.5 + …,   c = 2, b = −5/2, e = √2(π²/4 − "
                + "25/18), h = D + 2 ln D − 1/D, D = p₁/(1 − p₁)")
        .given("imbalanced law; infinite prompts")
        .measures(
            "c, b and e with the scatter of the residuals, fitted to (τ_II/T − 1)K over K = 10² … "
                + "10⁸, three p₁")
        .tolerance(
            "0.002, 0.02 and 0.1: terms of order ln K/K^1.5, left out of the fit, move them by a "
                + "third of that or less")
        .reads("T is the length of phases I and II to many digits.")
        .fixes("c", 2)
        .fixes("b", -2.5)
        .fixes("e", FastMath.sqrt(2) * (0.25 * FastMath.PI * FastMath.PI - 25.0 / 18))
        .measuredBy(PhaseTwoEndClaims::measureEnd);
  }

  private static Judgement measureEnd(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var observed =
        Observations.of("End of phase II", Axes.features(), Exhibit.Axis.linear("(τ_II/T − 1) K"));
    for (double dominant : Runs.DOMINANT) {
      var scaled = Plateaus.over(features, dominant, reach, PhaseTwoEndClaims::scaledEnd);
      var fit = fitEnd(features, scaled);
      ToDoubleFunction<Constants> constant =
          stated -> stated.get("b") + Runs.imbalanceConstant(dominant);
      String title = "p₁ = " + dominant;
      observed
          .near("c, " + title, Trend.coefficient(fit, 0), "c", 2e-3)
          .near("b + h, " + title, Trend.coefficient(fit, 1), constant, 0.02)
          .near("e, " + title, Trend.coefficient(fit, 2), "e", 0.1)
          .points(title, features, scaled)
          .law(
              title + ", as stated",
              features,
              (stated, k) ->
                  stated.get("c") * FastMath.log(k)
                      + constant.applyAsDouble(stated)
                      + stated.get("e") / FastMath.sqrt(k));
    }
    return observed;
  }

  /** {@code (τ_II/T − 1) K}. */
  private static double scaledEnd(ColumnRun run) {
    return (Runs.attentionChange(run) / Runs.plateau(run) - 1) * Plateaus.features(run);
  }

  private static LinearFit fitEnd(List<Long> features, List<Double> scaled) {
    return Trend.fit(
        features,
        scaled,
        // Rounding of the flow is scaled by K; beyond it ln K/K^1.5 is left out.
        k -> FastMath.log(k) * FastMath.pow(k, -1.5) + 1e-11 * k,
        FastMath::log,
        k -> 1,
        k -> 1 / FastMath.sqrt(k),
        k -> FastMath.log(k) / k,
        k -> 1 / k);
  }
}
