package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.LinearFit;
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
        .measures("s from A_k and from B_{k,1}, fitted over K = 10² … 10¹², with 95% intervals")
        .tolerance("10^−6: terms of order ln² K/K, left out of the fit, move it by 10^−9")
        .reads("The recalled threshold A_k = 0.5 ln K is right but for ½ ln 2.")
        .fixes("s", 0.5)
        .decidedBy(PhaseTwoEndClaims::fitPhaseTwoWeights);
  }

  private static Evidence fitPhaseTwoWeights(Constants constants, Reach reach) {
    double stated = constants.get("s");
    var features = Runs.halfDecades(2, 12, reach);
    var picture =
        Picture.of(
            "Weights at the end of phase II",
            Axes.features(),
            Exhibit.Axis.linear("½ ln K − A_k, −½ ln K + ln((1 − p₁)/p₁) − B_{k,1}, over ln 2"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var own = Plateaus.over(features, dominant, reach, run -> shortfall(run, 1, 0, 0.5));
      double shift = FastMath.log((1 - dominant) / dominant);
      var other = Plateaus.over(features, dominant, reach, run -> shortfall(run, 0, shift, -0.5));
      checks.add(
          Check.near(
              "s from A_k, p₁ = " + dominant,
              Trend.coefficient(fitWeights(features, own), 0),
              stated,
              1e-6));
      checks.add(
          Check.near(
              "s from B_{k,1}, p₁ = " + dominant,
              Trend.coefficient(fitWeights(features, other), 0),
              stated,
              1e-6));
      picture.points("from A_k, p₁ = " + dominant, features, own);
      picture.points("from B_{k,1}, p₁ = " + dominant, features, other);
    }
    return Evidence.of(picture.law("as stated", features, k -> stated).exhibit(), checks);
  }

  /** {@code (e ln K + shift − weight)/ln 2} at the end of phase II. */
  private static double shortfall(ColumnRun run, int group, double shift, double exponent) {
    double weight = run.trajectory().logitsAt(Runs.attentionChange(run)).get(group);
    return (exponent * FastMath.log(Plateaus.features(run)) + shift - weight) / FastMath.log(2);
  }

  private static LinearFit fitWeights(List<Long> features, List<Double> values) {
    return Trend.fit(
        features,
        values,
        k -> FastMath.log(k) * FastMath.log(k) / k + 1e-10,
        k -> 1,
        k -> FastMath.log(k) / FastMath.sqrt(k),
        k -> 1 / FastMath.sqrt(k));
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
            "c, b and e with 95% intervals, fitted to (τ_II/T − 1)K over K = 10² … 10⁸, three p₁")
        .tolerance(
            "0.002, 0.02 and 0.1: terms of order ln K/K^1.5, left out of the fit, move them by a "
                + "third of that or less")
        .reads("T is the length of phases I and II to many digits.")
        .fixes("c", 2)
        .fixes("b", -2.5)
        .fixes("e", FastMath.sqrt(2) * (0.25 * FastMath.PI * FastMath.PI - 25.0 / 18))
        .decidedBy(PhaseTwoEndClaims::fitPhaseTwoEnd);
  }

  private static Evidence fitPhaseTwoEnd(Constants constants, Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var picture =
        Picture.of("End of phase II", Axes.features(), Exhibit.Axis.linear("(τ_II/T − 1) K"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var scaled =
          Plateaus.over(
              features,
              dominant,
              reach,
              run -> (Runs.attentionChange(run) / Runs.plateau(run) - 1) * Plateaus.features(run));
      var fit =
          Trend.fit(
              features,
              scaled,
              // Rounding of the flow is scaled by K; beyond it ln K/K^1.5 is left out.
              k -> FastMath.log(k) * FastMath.pow(k, -1.5) + 1e-11 * k,
              FastMath::log,
              k -> 1,
              k -> 1 / FastMath.sqrt(k),
              k -> FastMath.log(k) / k,
              k -> 1 / k);
      double c = constants.get("c");
      double b = constants.get("b") + Runs.imbalanceConstant(dominant);
      double e = constants.get("e");
      checks.add(Check.near("c, p₁ = " + dominant, Trend.coefficient(fit, 0), c, 2e-3));
      checks.add(Check.near("b + h, p₁ = " + dominant, Trend.coefficient(fit, 1), b, 0.02));
      checks.add(Check.near("e, p₁ = " + dominant, Trend.coefficient(fit, 2), e, 0.1));
      picture.points("p₁ = " + dominant, features, scaled);
      picture.law(
          "p₁ = " + dominant + ", as stated",
          features,
          k -> c * FastMath.log(k) + b + e / FastMath.sqrt(k));
    }
    return Evidence.of(picture.exhibit(), checks);
  }
}
