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
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.statistics.LinearFit;
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
        .measuredBy(PhaseOneEndClaims::measurePhaseOne);
  }

  /** {@code τ_I/T} at every K, at one p₁. */
  private record Shares(double dominant, List<Double> values) {}

  private static Judgement measurePhaseOne(Reach reach) {
    var features = Runs.decades(2, 12, reach);
    var measured =
        Runs.DOMINANT.stream().map(dominant -> shares(features, dominant, reach)).toList();
    return constants -> judgePhaseOne(features, measured, constants.get("share of the plateau"));
  }

  private static Shares shares(List<Long> features, double dominant, Reach reach) {
    return new Shares(
        dominant,
        Plateaus.over(features, dominant, reach, run -> Runs.leadChange(run) / Runs.plateau(run)));
  }

  private static Evidence judgePhaseOne(List<Long> features, List<Shares> measured, double stated) {
    var picture = Picture.of("End of phase I", Axes.features(), Exhibit.Axis.linear("τ_I/T"));
    var checks = new ArrayList<Check>();
    for (var shares : measured) {
      String where = ", p₁ = " + shares.dominant;
      checks.add(Check.near("τ_I/T at K = 10⁸" + where, shares.values.get(6), stated, 5e-4));
      checks.add(Check.near("τ_I/T at K = 10¹²" + where, shares.values.getLast(), stated, 5e-6));
      picture.points("p₁ = " + shares.dominant, features, shares.values);
    }
    return Evidence.of(picture.law("as stated", features, k -> stated).exhibit(), checks);
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
        .measuredBy(PhaseOneEndClaims::measureLeadChange);
  }

  /** {@code B_{k,1}} where the lead changes, at every K, at one p₁. */
  private record Weights(double dominant, List<Double> values, LinearFit fit) {}

  /** What is stated of it: {@code e}, the constant at that p₁, and {@code d}. */
  private record WeightLaw(double exponent, double constant, double root) {
    static WeightLaw of(Constants constants, double dominant) {
      return new WeightLaw(
          constants.get("e"),
          0.5 * FastMath.log(constants.get("factor under the logarithm"))
              + FastMath.log((1 - dominant) / dominant),
          constants.get("d"));
    }

    /** {@code B_{k,1}/ln K}. */
    double overLog(double features) {
      return exponent + (constant + root / FastMath.sqrt(features)) / FastMath.log(features);
    }
  }

  private static Judgement measureLeadChange(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var measured =
        Runs.DOMINANT.stream().map(dominant -> weights(features, dominant, reach)).toList();
    return constants -> judgeLeadChange(features, measured, constants);
  }

  private static Weights weights(List<Long> features, double dominant, Reach reach) {
    var values =
        Plateaus.over(
            features,
            dominant,
            reach,
            run -> run.trajectory().logitsAt(Runs.leadChange(run)).get(0));
    return new Weights(
        dominant, values, Corrections.overFeatures(features, values, FastMath::log, k -> 1));
  }

  private static Evidence judgeLeadChange(
      List<Long> features, List<Weights> measured, Constants constants) {
    var picture =
        Picture.of(
            "Weight on the dominant feature where the lead changes",
            Axes.features(),
            Exhibit.Axis.linear("B_{k,1}/ln K"));
    var checks = new ArrayList<Check>();
    for (var weights : measured) {
      String title = "p₁ = " + weights.dominant;
      var law = WeightLaw.of(constants, weights.dominant);
      checks.addAll(compare(title, weights.fit, law));
      picture.points(title, features, overLog(features, weights.values));
      picture.law(title + ", as stated", features, law::overLog);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static List<Check> compare(String where, LinearFit fit, WeightLaw law) {
    return List.of(
        Check.near("e, " + where, Trend.coefficient(fit, 0), law.exponent, 1e-7),
        Check.near("constant, " + where, Trend.coefficient(fit, 1), law.constant, 1e-6),
        Check.near("d, " + where, Trend.coefficient(fit, 2), law.root, 1e-3));
  }

  private static List<Double> overLog(List<Long> features, List<Double> weights) {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < weights.size(); i++) {
      ratios.add(weights.get(i) / FastMath.log((double) features.get(i)));
    }
    return ratios;
  }
}
