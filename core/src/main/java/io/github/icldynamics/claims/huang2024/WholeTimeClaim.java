package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Reach;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** The convergence time of an under-represented query to second order. */
final class WholeTimeClaim {
  private WholeTimeClaim() {}

  static List<Claim> all() {
    return List.of(wholeTime());
  }

  private static Claim wholeTime() {
    return ClaimDraft.of(
            "whole-time-law", Sources.derived("section 6"), "The whole time law, to second order")
        .says(
            "From half attention on, time and odds of an under-represented query are tied by one "
                + "formula up to terms of order ln K/K^1.5 and o²/K².")
        .formula(
            "τ/T = 1 + √(2/K) + [4 ln K + h − 43/6 + 3 ln 2 + F(o)]/K, T = (1 − p₁)/p_k², o = "
                + "Attn_k/(1 − Attn_k), h = D + 2 ln D − 1/D, D = p₁/(1 − p₁)")
        .given("imbalanced law; infinite prompts")
        .measures(
            "relative error of the law at half attention and at ε = 10^−1 … 10^−6, K = 10⁶ and "
                + "10⁸, three p₁")
        .tolerance(
            "10^−6 at K = 10⁶ and 10^−9 at K = 10⁸: at ε = 10^−6 the terms left out are of order "
                + "10^−7 and 10^−11")
        .reads("Six digits of any convergence time from a pocket calculator, from K = 10⁶ on.")
        .fixes("coefficient of ln K", 4)
        .fixes("constant", 3 * FastMath.log(2) - 43.0 / 6)
        .decidedBy(WholeTimeClaim::measureWholeTime);
  }

  private static Evidence measureWholeTime(Constants constants, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var picture =
        Picture.of(
            "Error of the law at half attention",
            Picture.features(),
            Exhibit.Axis.log("relative error"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var errors = new ArrayList<Double>();
      for (long k : features) {
        var run = Family.UNDER_REPRESENTED.run(k, dominant, 1e-6, reach);
        Runs.convergence(run);
        errors.add(
            error(constants, dominant, (double) k, 1, Runs.plateau(run), Runs.halfAttention(run)));
        if (k == 1_000_000 || k == 100_000_000) {
          double worst = errors.getLast();
          for (double epsilon : List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6)) {
            double odds = 1 / FastMath.sqrt(2 * epsilon) - 1;
            worst =
                FastMath.max(
                    worst,
                    error(
                        constants,
                        dominant,
                        (double) k,
                        odds,
                        Runs.plateau(run),
                        Runs.convergence(run, epsilon)));
          }
          checks.add(
              Check.atMost(
                  "largest relative error, K = " + k + ", p₁ = " + dominant,
                  worst,
                  k == 1_000_000 ? 1e-6 : 1e-9));
        }
      }
      picture.points("p₁ = " + dominant, features, errors);
    }
    return Evidence.of(
        picture.law("ln K/K^1.5", features, k -> FastMath.log(k) * FastMath.pow(k, -1.5)).exhibit(),
        checks);
  }

  private static double error(
      Constants constants, double dominant, double k, double odds, double plateau, double tau) {
    double second =
        constants.get("coefficient of ln K") * FastMath.log(k)
            + Runs.imbalanceConstant(dominant)
            + constants.get("constant")
            + OddsPotential.TRUE.at(odds);
    double law = plateau * (1 + FastMath.sqrt(2 / k) + second / k);
    return FastMath.abs(tau / law - 1);
  }
}
