package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Trend;
import java.util.ArrayList;
import java.util.List;
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
        .decidedBy(PhaseOneEndClaims::measurePhaseOne);
  }

  private static Evidence measurePhaseOne(Constants constants, Reach reach) {
    double share = constants.get("share of the plateau");
    var features = Runs.decades(2, 12, reach);
    var picture = Picture.of("End of phase I", Axes.features(), Exhibit.Axis.linear("τ_I/T"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var shares =
          Plateaus.over(features, dominant, reach, run -> Runs.leadChange(run) / Runs.plateau(run));
      checks.add(Check.near("τ_I/T at K = 10⁸, p₁ = " + dominant, shares.get(6), share, 5e-4));
      checks.add(Check.near("τ_I/T at K = 10¹², p₁ = " + dominant, shares.getLast(), share, 5e-6));
      picture.points("p₁ = " + dominant, features, shares);
    }
    return Evidence.of(picture.law("as stated", features, k -> share).exhibit(), checks);
  }

  private static Claim phaseOneCorrection() {
    return ClaimDraft.of(
            "phase-one-correction",
            Huang2024.SOURCES.formal("section 5"),
            "3τ_I/T = 1 + c/√K with c = 4.2586, the same for every p₁")
        .says("The first correction to the end of phase I is known in closed form.")
        .formula("3τ_I/T = 1 + c K^−½ + O(ln K/K),   c = 88√6/27 − 2√2 ln(2 + √3) = 4.25860…")
        .given("imbalanced law; long prompts")
        .measures("c with its 95% interval, fitted over K = 10² … 10¹², three p₁")
        .tolerance("10^−4: terms of order ln K/K^1.5, left out of the fit, move it by 10^−6")
        .reads("Finite-size effects are understood: at K = 100 they look like a dependence on p₁.")
        .fixes(
            "c",
            88 * FastMath.sqrt(6) / 27 - 2 * FastMath.sqrt(2) * FastMath.log(2 + FastMath.sqrt(3)))
        .decidedBy(PhaseOneEndClaims::fitPhaseOne);
  }

  private static Evidence fitPhaseOne(Constants constants, Reach reach) {
    return Plateaus.fitLimit(
        Picture.of(
            "Correction to the end of phase I",
            Axes.features(),
            Exhibit.Axis.linear("(3τ_I/T − 1) √K")),
        run ->
            (3 * Runs.leadChange(run) / Runs.plateau(run) - 1)
                * FastMath.sqrt(Plateaus.features(run)),
        constants.get("c"),
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
            "e, the constant and d with their 95% intervals, fitted over K = 10² … 10⁸ to the form "
                + "above, three p₁")
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
        .decidedBy(PhaseOneEndClaims::fitLeadChange);
  }

  private static Evidence fitLeadChange(Constants constants, Reach reach) {
    double exponent = constants.get("e");
    var features = Runs.halfDecades(2, 8, reach);
    var picture =
        Picture.of(
            "Weight on the dominant feature where the lead changes",
            Axes.features(),
            Exhibit.Axis.linear("B_{k,1}/ln K"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var weights =
          Plateaus.over(
              features,
              dominant,
              reach,
              run -> run.trajectory().logitsAt(Runs.leadChange(run)).get(0));
      var fit = Corrections.overFeatures(features, weights, FastMath::log, k -> 1);
      double constant =
          0.5 * FastMath.log(constants.get("factor under the logarithm"))
              + FastMath.log((1 - dominant) / dominant);
      checks.add(Check.near("e, p₁ = " + dominant, Trend.coefficient(fit, 0), exponent, 1e-7));
      checks.add(
          Check.near("constant, p₁ = " + dominant, Trend.coefficient(fit, 1), constant, 1e-6));
      checks.add(
          Check.near("d, p₁ = " + dominant, Trend.coefficient(fit, 2), constants.get("d"), 1e-3));
      picture.points("p₁ = " + dominant, features, overLog(features, weights));
      double d = constants.get("d");
      picture.law(
          "p₁ = " + dominant + ", as stated",
          features,
          k -> exponent + (constant + d / FastMath.sqrt(k)) / FastMath.log(k));
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static List<Double> overLog(List<Long> features, List<Double> weights) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < weights.size(); i++) {
      ratios.add(weights.get(i) / FastMath.log((double) features.get(i)));
    }
    return ratios;
  }
}
