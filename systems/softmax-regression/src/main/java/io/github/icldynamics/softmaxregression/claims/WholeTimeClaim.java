package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.softmaxregression.training.OddsPotential;
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
        .measuredBy(WholeTimeClaim::measure);
  }

  private static Judgement measure(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var measured =
        Runs.DOMINANT.stream()
            .map(dominant -> features.stream().map(k -> times(k, dominant, reach)).toList())
            .toList();
    return constants -> judge(features, measured, SecondOrder.of(constants));
  }

  private static Times times(long features, double dominant, Reach reach) {
    var run = Family.UNDER_REPRESENTED.run(features, dominant, EPSILONS.getLast(), reach);
    Runs.convergence(run);
    return new Times(
        dominant,
        (double) features,
        Runs.plateau(run),
        Runs.halfAttention(run),
        EPSILONS.stream().map(epsilon -> Runs.convergence(run, epsilon)).toList());
  }

  /** The times, by p₁ and K, beside the law. */
  private static Evidence judge(
      List<Long> features, List<List<Times>> measured, SecondOrder stated) {
    var picture =
        Picture.of(
            "Error of the law at half attention",
            Axes.features(),
            Exhibit.Axis.log("relative error"));
    var checks = new ArrayList<Check>();
    for (var times : measured) {
      String title = "p₁ = " + times.getFirst().dominant;
      for (int decade : List.of(6, 8)) {
        checks.add(
            Check.atMost(
                "largest relative error, K = 10^" + decade + ", " + title,
                times.get(decade - 2).largestError(stated),
                decade == 6 ? 1e-6 : 1e-9));
      }
      picture.points(
          title, features, times.stream().map(at -> at.errorAtHalfAttention(stated)).toList());
    }
    return Evidence.of(
        picture.law("ln K/K^1.5", features, k -> FastMath.log(k) * FastMath.pow(k, -1.5)).exhibit(),
        checks);
  }

  /** What is stated of the term of order 1/K. */
  private record SecondOrder(double logarithm, double constant) {
    static SecondOrder of(Constants constants) {
      return new SecondOrder(constants.get("coefficient of ln K"), constants.get("constant"));
    }

    double at(double features, double dominant, double odds) {
      return logarithm * FastMath.log(features)
          + Runs.imbalanceConstant(dominant)
          + constant
          + OddsPotential.TRUE.at(odds);
    }
  }

  /**
   * When a run comes to what the law speaks of.
   *
   * @param plateau T
   * @param convergences at every ε
   */
  private record Times(
      double dominant,
      double features,
      double plateau,
      double halfAttention,
      List<Double> convergences) {
    double errorAtHalfAttention(SecondOrder stated) {
      return error(1, halfAttention, stated);
    }

    double largestError(SecondOrder stated) {
      double worst = errorAtHalfAttention(stated);
      for (int i = 0; i < EPSILONS.size(); i++) {
        double odds = 1 / FastMath.sqrt(2 * EPSILONS.get(i)) - 1;
        worst = FastMath.max(worst, error(odds, convergences.get(i), stated));
      }
      return worst;
    }

    private double error(double odds, double tau, SecondOrder stated) {
      double second = stated.at(features, dominant, odds);
      double law = plateau * (1 + FastMath.sqrt(2 / features) + second / features);
      return FastMath.abs(tau / law - 1);
    }
  }
}
