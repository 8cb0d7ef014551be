package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        .measuredBy(
            reach ->
                measureDirectionAtEnd("α_k at the end of phase II", 1, "exponent of α_k", reach));
  }

  /** Sizes of a direction at every K, and their exponent in K. */
  private record Sizes(String title, List<Double> values, double exponent) {
    Sizes(String title, List<Long> features, List<Double> values) {
      this(title, values, Trend.exponent(features, values));
    }
  }

  /** The exponent of a direction at the end of phase II, near a stated one. */
  private static Judgement measureDirectionAtEnd(
      String title, int group, String constant, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var measured = sizes(features, group, Runs::attentionChange, reach);
    return constants -> {
      double stated = constants.get(constant);
      return Evidence.of(
          draw(title, title, features, measured, stated),
          compare(
              measured, at -> Check.near("exponent in K, " + at.title, at.exponent, stated, 0.01)));
    };
  }

  /** The sizes for every p₁, read at a moment of each run. */
  private static List<Sizes> sizes(
      List<Long> features, int group, ToDoubleFunction<ColumnRun> moment, Reach reach) {
    return Runs.DOMINANT.stream()
        .map(
            dominant -> {
              var values = directions(features, dominant, group, moment, reach);
              return new Sizes("p₁ = " + dominant, features, values);
            })
        .toList();
  }

  private static List<Check> compare(List<Sizes> measured, Function<Sizes, Check> check) {
    return measured.stream().map(check).toList();
  }

  private static Exhibit draw(
      String title, String label, List<Long> features, List<Sizes> measured, double exponent) {
    var picture = Picture.of(title, Axes.features(), Exhibit.Axis.log(label));
    for (var sizes : measured) {
      picture.points(sizes.title, features, sizes.values);
    }
    return picture.law("K^" + exponent, features, k -> FastMath.pow(k, exponent)).exhibit();
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
        .measuredBy(PhaseTwoGradientClaims::measureDominant);
  }

  private static Judgement measureDominant(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var measured = new ArrayList<Sizes>();
    for (double dominant : Runs.DOMINANT) {
      var first = directions(features, dominant, 0, Runs::leadChange, reach);
      var last = directions(features, dominant, 0, Runs::attentionChange, reach);
      measured.add(new Sizes("change of lead, p₁ = " + dominant, features, first));
      measured.add(new Sizes("end of phase II, p₁ = " + dominant, features, last));
    }
    return constants -> judgeDominant(features, measured, constants.get("exponent of |β_{k,1}|"));
  }

  private static Evidence judgeDominant(List<Long> features, List<Sizes> measured, double stated) {
    return Evidence.of(
        draw("|β_{k,1}| at both ends of phase II", "|β_{k,1}|", features, measured, stated),
        compare(measured, at -> Check.atMost("exponent at the " + at.title, at.exponent, stated)));
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
        .measuredBy(PhaseTwoGradientClaims::measureRest);
  }

  private static Judgement measureRest(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var measured = sizes(features, 2, run -> 0.5 * Runs.plateau(run), reach);
    return constants -> judgeRest(features, measured, constants.get("exponent of |β_{k,n}|"));
  }

  private static Evidence judgeRest(List<Long> features, List<Sizes> measured, double stated) {
    return Evidence.of(
        draw("|β_{k,n}| at T/2", "|β_{k,n}|", features, measured, stated),
        compare(
            measured,
            at -> Check.atMost("exponent in K, " + at.title, at.exponent, stated + 0.01)));
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
        .measuredBy(
            reach ->
                measureDirectionAtEnd(
                    "|β_{k,n}| at the end of phase II", 2, "exponent of |β_{k,n}|", reach));
  }
}
