package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.softmaxregression.training.OddsPotential;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** The convergence time of an under-represented query to second order. */
final class WholeTimeClaim {
  private static final List<Double> EPSILONS = List.of(1e-1, 1e-2, 1e-3, 1e-4, 1e-5, 1e-6);

  /** o at half attention and at every ε. */
  private static final List<Double> ODDS =
      Stream.concat(
              Stream.of(1.0), EPSILONS.stream().map(epsilon -> 1 / FastMath.sqrt(2 * epsilon) - 1))
          .toList();

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
    var observed =
        Observations.of(
            "Error of the law at half attention",
            Axes.features(),
            Exhibit.Axis.log("relative error"));
    for (double dominant : Runs.DOMINANT) {
      String title = "p₁ = " + dominant;
      var runs = features.stream().map(k -> Times.of(k, dominant, reach)).toList();
      // The decades begin with 10².
      observed
          .check(stated -> runs.get(4).check("K = 10^6, " + title, stated, 1e-6))
          .check(stated -> runs.get(6).check("K = 10^8, " + title, stated, 1e-9))
          .draw(
              (stated, picture) ->
                  picture.points(
                      title,
                      features,
                      runs.stream().map(times -> times.errors(stated).getFirst()).toList()));
    }
    return observed.law(
        "ln K/K^1.5", features, (stated, k) -> FastMath.log(k) * FastMath.pow(k, -1.5));
  }

  /**
   * When a run comes to what the law speaks of.
   *
   * @param plateau T
   * @param times at every o
   */
  private record Times(double features, double dominant, double plateau, List<Double> times) {
    static Times of(long features, double dominant, Reach reach) {
      var run = Family.UNDER_REPRESENTED.run(features, dominant, EPSILONS.getLast(), reach);
      Runs.convergence(run);
      var convergences = EPSILONS.stream().map(epsilon -> Runs.convergence(run, epsilon));
      var times = Stream.concat(Stream.of(Runs.halfAttention(run)), convergences).toList();
      return new Times((double) features, dominant, Runs.plateau(run), times);
    }

    Check check(String where, Constants stated, double tolerance) {
      double largest = Collections.max(errors(stated));
      return Check.atMost("largest relative error, " + where, largest, tolerance);
    }

    List<Double> errors(Constants stated) {
      return Corrections.image(
          ODDS, times, (odds, tau) -> FastMath.abs(tau / law(odds, stated) - 1));
    }

    private double law(double odds, Constants stated) {
      double second =
          stated.get("coefficient of ln K") * FastMath.log(features)
              + Runs.imbalanceConstant(dominant)
              + stated.get("constant")
              + OddsPotential.TRUE.at(odds);
      return plateau * (1 + FastMath.sqrt(2 / features) + second / features);
    }
  }
}
