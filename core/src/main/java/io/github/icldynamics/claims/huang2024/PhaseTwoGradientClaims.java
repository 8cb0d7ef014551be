package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
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
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** How fast which weight moves once the target has the lead. */
final class PhaseTwoGradientClaims {
  private static final double EPSILON = 1e-3;
  private static final String UNDER_REPRESENTED_PHASES =
      "training phases of under-represented features, phase II";

  private PhaseTwoGradientClaims() {}

  static List<Claim> all() {
    return List.of(
        targetAtEndOfPhaseTwo(), dominantInPhaseTwo(), restInPhaseTwo(), restByConservation());
  }

  private static Claim targetAtEndOfPhaseTwo() {
    return ClaimDraft.of(
            "target-gradient-phase-two",
            Huang2024.SOURCES.paper(UNDER_REPRESENTED_PHASES),
            "After the change of lead α_k comes to Θ(K^−1.5)")
        .says("With the lead, the target's own weight speeds up to a rate of order K^−1.5.")
        .formula("α_k = Θ(K^−1.5) at the end of phase II")
        .given("imbalanced law; long prompts; K → ∞")
        .measures("exponent in K of α_k where Attn_k = Attn_1, from K = 10⁷ to 10⁸, three p₁")
        .tolerance("0.01: the correction is of order ln K/√K")
        .reads("From 1.5(1 − p₁)/K² at the change of lead it has grown by a factor of order √K.")
        .fixes("exponent of α_k", -1.5)
        .decidedBy(
            (constants, reach) ->
                measureDirection(
                    "α_k at the end of phase II",
                    1,
                    Runs::attentionChange,
                    constants.get("exponent of α_k"),
                    reach));
  }

  /** The exponent of a direction at a moment, near a stated one. */
  private static Evidence measureDirection(
      String title, int group, ToDoubleFunction<ColumnRun> moment, double stated, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var picture = Picture.of(title, Axes.features(), Exhibit.Axis.log(title));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var values = directions(features, dominant, group, moment, reach);
      checks.add(
          Check.near(
              "exponent in K, p₁ = " + dominant, Trend.exponent(features, values), stated, 0.01));
      picture.points("p₁ = " + dominant, features, values);
    }
    return Evidence.of(
        picture.law("K^" + stated, features, k -> FastMath.pow(k, stated)).exhibit(), checks);
  }

  private static List<Double> directions(
      List<Long> features,
      double dominant,
      int group,
      ToDoubleFunction<ColumnRun> moment,
      Reach reach) {
    return features.stream()
        .map(
            k -> {
              var run = Family.UNDER_REPRESENTED.run(k, dominant, EPSILON, reach);
              Runs.convergence(run);
              var state = run.stateAt(moment.applyAsDouble(run));
              return FastMath.abs(state.value().descent().get(group));
            })
        .toList();
  }

  private static Claim dominantInPhaseTwo() {
    return ClaimDraft.of(
            "dominant-gradient-phase-two",
            Huang2024.SOURCES.paper(UNDER_REPRESENTED_PHASES),
            "After the change of lead |β_{k,1}| ≤ O(K^−1.98)")
        .says(
            "Once the target's weight leads, the weight on the dominant feature moves no faster "
                + "than K^−1.98.")
        .formula("|β_{k,1}| = O(K^−1.98) from the change of lead to the end of phase II")
        .given("imbalanced law; long prompts; K → ∞")
        .measures(
            "exponents in K of |β_{k,1}| at both ends of phase II, from K = 10⁷ to 10⁸, three p₁")
        .tolerance("none: it is an upper bound")
        .reads("It holds with room to spare: the exponent is −2 at both ends.")
        .fixes("exponent of |β_{k,1}|", -1.98)
        .decidedBy(PhaseTwoGradientClaims::boundDominantDirection);
  }

  private static Evidence boundDominantDirection(Constants constants, Reach reach) {
    double stated = constants.get("exponent of |β_{k,1}|");
    var features = Runs.decades(2, 8, reach);
    var picture =
        Picture.of(
            "|β_{k,1}| at both ends of phase II", Axes.features(), Exhibit.Axis.log("|β_{k,1}|"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var first = directions(features, dominant, 0, Runs::leadChange, reach);
      var last = directions(features, dominant, 0, Runs::attentionChange, reach);
      checks.add(
          Check.atMost(
              "exponent at the change of lead, p₁ = " + dominant,
              Trend.exponent(features, first),
              stated));
      checks.add(
          Check.atMost(
              "exponent at the end of phase II, p₁ = " + dominant,
              Trend.exponent(features, last),
              stated));
      picture.points("change of lead, p₁ = " + dominant, features, first);
      picture.points("end of phase II, p₁ = " + dominant, features, last);
    }
    return Evidence.of(
        picture.law("K^" + stated, features, k -> FastMath.pow(k, stated)).exhibit(), checks);
  }

  private static Claim restInPhaseTwo() {
    return ClaimDraft.of(
            "rest-gradient-phase-two",
            Huang2024.SOURCES.paper(UNDER_REPRESENTED_PHASES),
            "Half-way through the plateau |β_{k,n}| ≤ O(K^−3)")
        .says(
            "Once the target's weight leads, the weights on the other under-represented features "
                + "move no faster than K^−3; read at half of the plateau, after the change of "
                + "lead.")
        .formula("|β_{k,n}| = O(K^−3), n ≠ 1, k, at τ = T/2, when phase II is under way")
        .given("imbalanced law; long prompts; K → ∞")
        .measures("exponent in K of |β_{k,n}| at τ = T/2, from K = 10⁷ to 10⁸, three p₁")
        .tolerance("0.01; the correction is of order K^−½ with a factor of about 5")
        .reads(
            "It holds for most of phase II, and the exponent is sharp; it does not hold to its "
                + "very end (see rest-gradient-by-conservation).")
        .fixes("exponent of |β_{k,n}|", -3)
        .decidedBy(PhaseTwoGradientClaims::boundRest);
  }

  private static Evidence boundRest(Constants constants, Reach reach) {
    double stated = constants.get("exponent of |β_{k,n}|");
    var features = Runs.decades(2, 8, reach);
    var picture = Picture.of("|β_{k,n}| at T/2", Axes.features(), Exhibit.Axis.log("|β_{k,n}|"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var values = directions(features, dominant, 2, run -> 0.5 * Runs.plateau(run), reach);
      checks.add(
          Check.atMost(
              "exponent in K, p₁ = " + dominant, Trend.exponent(features, values), stated + 0.01));
      picture.points("p₁ = " + dominant, features, values);
    }
    return Evidence.of(
        picture.law("K^" + stated, features, k -> FastMath.pow(k, stated)).exhibit(), checks);
  }

  private static Claim restByConservation() {
    return ClaimDraft.of(
            "rest-gradient-by-conservation",
            Huang2024.SOURCES.proved("section 7"),
            "By the end of phase II |β_{k,n}| has grown to α_k/K = Θ(K^−2.5)")
        .says(
            "Directions of a column sum to 0. So once α_k is of order K^−1.5 and |β_{k,1}| "
                + "smaller, the K − 2 others must move at α_k/K: three bounds α_k = Θ(K^−1.5), "
                + "|β_{k,1}| ≤ O(K^−1.98), |β_{k,n}| ≤ O(K^−3) cannot hold at one time.")
        .formula("|β_{k,n}| = (α_k − |β_{k,1}|)/(K − 2) = Θ(K^−2.5) at the end of phase II")
        .given("imbalanced law; long prompts; K → ∞")
        .measures("exponent in K of |β_{k,n}| where Attn_k = Attn_1, from K = 10⁷ to 10⁸, three p₁")
        .tolerance("0.01: the correction is of order ln K/√K")
        .reads(
            "One bound holds for most of its phase only: |β_{k,n}| ≤ O(K^−3) is true half-way "
                + "through the plateau and false at the end of phase II, where it is Θ(K^−2.5).")
        .fixes("exponent of |β_{k,n}|", -2.5)
        .decidedBy(
            (constants, reach) ->
                measureDirection(
                    "|β_{k,n}| at the end of phase II",
                    2,
                    Runs::attentionChange,
                    constants.get("exponent of |β_{k,n}|"),
                    reach));
  }
}
