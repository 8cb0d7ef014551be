package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.OddsPotential;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** The convergence time of an under-represented query to second order. */
final class WholeTimeClaim {
  private static final List<Double> EPSILONS = List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

  private WholeTimeClaim() {}

  static List<Claim> all() {
    return List.of(wholeTime());
  }

  private static Claim wholeTime() {
    return ClaimDraft.of(
            "whole-time-law",
            Huang2024.SOURCES.proved("section 6"),
            "The whole time law, to second order")
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
            Axes.features(),
            Exhibit.Axis.log("relative error"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var runs = features.stream().map(k -> new LawAndRun(constants, dominant, k, reach)).toList();
      for (int decade : List.of(6, 8)) {
        var run = runs.get(decade - 2);
        checks.add(
            Check.atMost(
                "largest relative error, K = 10^" + decade + ", p₁ = " + dominant,
                run.largestError(),
                decade == 6 ? 1e-6 : 1e-9));
      }
      picture.points(
          "p₁ = " + dominant,
          features,
          runs.stream().map(LawAndRun::errorAtHalfAttention).toList());
    }
    return Evidence.of(
        picture.law("ln K/K^1.5", features, k -> FastMath.log(k) * FastMath.pow(k, -1.5)).exhibit(),
        checks);
  }

  /** A run beside the law. */
  private record LawAndRun(Constants constants, double dominant, double features, ColumnRun run) {
    LawAndRun(Constants constants, double dominant, long features, Reach reach) {
      this(
          constants,
          dominant,
          (double) features,
          Family.UNDER_REPRESENTED.run(features, dominant, EPSILONS.getLast(), reach));
      Runs.convergence(run);
    }

    double errorAtHalfAttention() {
      return error(1, Runs.halfAttention(run));
    }

    double largestError() {
      double worst = errorAtHalfAttention();
      for (double epsilon : EPSILONS) {
        double odds = 1 / FastMath.sqrt(2 * epsilon) - 1;
        worst = FastMath.max(worst, error(odds, Runs.convergence(run, epsilon)));
      }
      return worst;
    }

    private double error(double odds, double tau) {
      double second =
          constants.get("coefficient of ln K") * FastMath.log(features)
              + Runs.imbalanceConstant(dominant)
              + constants.get("constant")
              + OddsPotential.TRUE.at(odds);
      double law = Runs.plateau(run) * (1 + FastMath.sqrt(2 / features) + second / features);
      return FastMath.abs(tau / law - 1);
    }
  }
}
