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
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Where phase I of an under-represented query ends: where the lead changes. */
final class PhaseOneEndClaims {

  private PhaseOneEndClaims() {}

  static List<Claim> all() {
    return List.of(phaseOneEnd(), phaseOneCorrection(), leadChangeExponent());
  }

  private static Claim phaseOneEnd() {
    return ClaimDraft.of(
            "phase-one-ends-at-a-third",
            Huang2024.SOURCES.formal("section 5"),
            "Phase I ends at T/3")
        .says("The target's weight takes the lead when a third of the plateau is over.")
        .formula("τ_I/T → ⅓, T = (1 − p₁)/p_k²")
        .given("imbalanced law; long prompts; K → ∞")
        .measures("τ_I/T at K = 10⁸ and 10¹², three p₁")
        .tolerance("0.0005 at K = 10⁸ and 5·10^−6 at 10¹², where the correction is 1.42/√K")
        .reads("The share of phase I does not depend on p₁.")
        .fixes("share of the plateau", 1.0 / 3)
        .measuredBy(PhaseOneEndClaims::measurePhaseOne);
  }

  private static Judgement measurePhaseOne(Reach reach) {
    var features = Runs.decades(2, 12, reach);
    String constant = "share of the plateau";
    var observed = Observations.of("End of phase I", Axes.features(), Exhibit.Axis.linear("τ_I/T"));
    for (double dominant : Runs.DOMINANT) {
      var shares =
          Plateaus.over(features, dominant, reach, run -> Runs.leadChange(run) / Runs.plateau(run));
      String title = "p₁ = " + dominant;
      observed
          .near("τ_I/T at K = 10⁸, " + title, shares.get(6), constant, 5e-4)
          .near("τ_I/T at K = 10¹², " + title, shares.getLast(), constant, 5e-6)
          .points(title, features, shares);
    }
    return observed.law("as stated", features, (stated, k) -> stated.get(constant));
  }

  private static Claim phaseOneCorrection() {
    return ClaimDraft.of(
            "phase-one-correction",
            Huang2024.SOURCES.formal("section 5"),
            "3τ_I/T = 1 + c/√K with c = 4.2586, the same for every p₁")
        .says("The first correction to the end of phase I is known in closed form.")
        .formula("3τ_I/T = 1 + c K^−½ + O(ln K/K),   c = 88√6/27 − 2√2 ln(2 + √3) = 4.25860…")
        .given("imbalanced law; long prompts")
        .measures("c with the scatter of the residuals, fitted over K = 10² … 10¹², three p₁")
        .tolerance("10^−4: terms of order ln K/K^1.5, left out of the fit, move it by 10^−6")
        .reads("Finite-size effects are understood: at K = 100 they look like a dependence on p₁.")
        .fixes(
            "c",
            88 * FastMath.sqrt(6) / 27 - 2 * FastMath.sqrt(2) * FastMath.log(2 + FastMath.sqrt(3)))
        .measuredBy(PhaseOneEndClaims::measureCorrection);
  }

  private static Judgement measureCorrection(Reach reach) {
    return PhaseWidthClaims.measureLimit(
        "Correction to the end of phase I",
        "(3τ_I/T − 1) √K",
        run ->
            (3 * Runs.leadChange(run) / Runs.plateau(run) - 1)
                * FastMath.sqrt(Plateaus.features(run)),
        reach);
  }

  private static Claim leadChangeExponent() {
    return ClaimDraft.of(
            "lead-change-exponent",
            Huang2024.SOURCES.formal("section 5"),
            "B_{k,1}/ln K → −½ where the lead changes")
        .says(
            "Where α_k overtakes |β_{k,1}|, the weight on the dominant feature is −½ ln K plus a "
                + "constant that depends on p₁: close to the recalled −0.49.")
        .formula(
            "B_{k,1} = e ln K + ½ ln(3/2) + ln((1 − p₁)/p₁) + d K^−½ + O(ln K/K),   e = −½, d = "
                + "53√6/54 − (√2/2) ln(2 + √3) = 1.47290…")
        .given("imbalanced law; long prompts")
        .measures(
            "e, the constant and d with the scatter of the residuals, fitted over K = 10² … 10⁸ to"
                + " the form above, three p₁")
        .tolerance(
            "10^−7 for e, 10^−6 for the constant and 0.001 for d: terms of order ln K/K^1.5, left "
                + "out of the fit, move them by a tenth of that or less")
        .reads("The exponent −½ is exact; p₁ and the factor 3/2 only shift it by const/ln K.")
        .fixes("e", -0.5)
        .fixes("factor under the logarithm", 1.5)
        .fixes(
            "d",
            53 * FastMath.sqrt(6) / 54
                - 0.5 * FastMath.sqrt(2) * FastMath.log(2 + FastMath.sqrt(3)))
        .measuredBy(PhaseOneEndClaims::measureLeadChange);
  }

  private static Judgement measureLeadChange(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var observed =
        Observations.of(
            "Weight on the dominant feature where the lead changes",
            Axes.features(),
            Exhibit.Axis.linear("B_{k,1}/ln K"));
    for (double dominant : Runs.DOMINANT) {
      var weights = Plateaus.over(features, dominant, reach, PhaseOneEndClaims::dominantWeight);
      var fit = Corrections.overFeatures(features, weights, FastMath::log, k -> 1);
      ToDoubleFunction<Constants> constant = stated -> constant(stated, dominant);
      String title = "p₁ = " + dominant;
      observed
          .near("e, " + title, Trend.coefficient(fit, 0), "e", 1e-7)
          .near("constant, " + title, Trend.coefficient(fit, 1), constant, 1e-6)
          .near("d, " + title, Trend.coefficient(fit, 2), "d", 1e-3)
          .points(title, features, overLog(features, weights))
          .law(title + ", as stated", features, (stated, k) -> overLog(stated, dominant, k));
    }
    return observed;
  }

  /** {@code B_{k,1}} where the lead changes. */
  private static double dominantWeight(ColumnRun run) {
    return run.trajectory().logitsAt(Runs.leadChange(run)).get(0);
  }

  /** The constant that is stated at a p₁. */
  private static double constant(Constants stated, double dominant) {
    return 0.5 * FastMath.log(stated.get("factor under the logarithm"))
        + FastMath.log((1 - dominant) / dominant);
  }

  /** {@code B_{k,1}/ln K} as stated. */
  private static double overLog(Constants stated, double dominant, double features) {
    double rest = constant(stated, dominant) + stated.get("d") / FastMath.sqrt(features);
    return stated.get("e") + rest / FastMath.log(features);
  }

  private static List<Double> overLog(List<Long> features, List<Double> weights) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < weights.size(); i++) {
      ratios.add(weights.get(i) / FastMath.log((double) features.get(i)));
    }
    return ratios;
  }
}
