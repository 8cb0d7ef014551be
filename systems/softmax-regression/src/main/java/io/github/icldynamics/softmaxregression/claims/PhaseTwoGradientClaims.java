package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** How fast which weight moves once the target has the lead. */
final class PhaseTwoGradientClaims {
  private static final String UNDER_REPRESENTED_PHASES =
      "training phases of under-represented features, phase II";

  private static final String REST = "exponent of |β_{k,n}|";

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

  /** The exponent of a direction at the end of phase II, near a stated one. */
  private static Judgement measureDirectionAtEnd(
      String title, int group, String constant, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed = Observations.of(title, Axes.features(), Exhibit.Axis.log(title));
    for (double dominant : Runs.DOMINANT) {
      var sizes = sizes(features, dominant, group, Runs::attentionChange, reach);
      String where = "p₁ = " + dominant;
      observed
          .near("exponent in K, " + where, Trend.exponent(features, sizes), constant, 0.01)
          .points(where, features, sizes);
    }
    return Plateaus.drawPower(features, constant, observed);
  }

  /** The sizes of a direction at every K, read at a moment of each run. */
  private static List<Double> sizes(
      List<Long> features,
      double dominant,
      int group,
      ToDoubleFunction<ColumnRun> moment,
      Reach reach) {
    return Plateaus.over(
        features,
        dominant,
        reach,
        run -> {
          var state = run.stateAt(moment.applyAsDouble(run));
          return FastMath.abs(state.value().descent().get(group));
        });
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
    var observed =
        Observations.of(
            "|β_{k,1}| at both ends of phase II", Axes.features(), Exhibit.Axis.log("|β_{k,1}|"));
    String constant = "exponent of |β_{k,1}|";
    for (double dominant : Runs.DOMINANT) {
      var first = sizes(features, dominant, 0, Runs::leadChange, reach);
      var last = sizes(features, dominant, 0, Runs::attentionChange, reach);
      String start = "change of lead, p₁ = " + dominant;
      String end = "end of phase II, p₁ = " + dominant;
      observed
          .atMost("exponent at the " + start, Trend.exponent(features, first), constant)
          .atMost("exponent at the " + end, Trend.exponent(features, last), constant)
          .points(start, features, first)
          .points(end, features, last);
    }
    return Plateaus.drawPower(features, constant, observed);
  }

  private static Claim restInPhaseTwo() {
    return ClaimDraft.of(
            "rest-gradient-phase-two",
            Huang2024.SOURCES.paper(UNDER_REPRESENTED_PHASES),
            "After the change of lead |β_{k,n}| ≤ O(K^−3)")
        .says(
            "Once the target's weight leads, the weights on the other under-represented features "
                + "move no faster than K^−3.")
        .formula("|β_{k,n}| = O(K^−3), n ≠ 1, k, from the change of lead to the end of phase II")
        .given("imbalanced law; long prompts; K → ∞")
        .measures(
            "exponent in K of |β_{k,n}| at the end of phase II and, as a part of it, at τ = T/2, "
                + "from K = 10⁷ to 10⁸, three p₁")
        .tolerance("0.01; the correction is of order K^−½ with a factor of about 5")
        .reads(
            "It holds for most of phase II, and the exponent is sharp there; it does not hold to "
                + "its very end (see rest-gradient-by-conservation).")
        .fixes(REST, -3)
        .measuredBy(PhaseTwoGradientClaims::measureRest);
  }

  private static Judgement measureRest(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed =
        Observations.of("|β_{k,n}| in phase II", Axes.features(), Exhibit.Axis.log("|β_{k,n}|"));
    observeRest("at the end of phase II", Runs::attentionChange, features, reach, observed);
    observed.onlyOn("half-way through the plateau");
    observeRest("at T/2", run -> 0.5 * Runs.plateau(run), features, reach, observed);
    return Plateaus.drawPower(features, REST, observed);
  }

  private static void observeRest(
      String when,
      ToDoubleFunction<ColumnRun> moment,
      List<Long> features,
      Reach reach,
      Observations observed) {
    for (double dominant : Runs.DOMINANT) {
      var sizes = sizes(features, dominant, 2, moment, reach);
      String where = when + ", p₁ = " + dominant;
      double exponent = Trend.exponent(features, sizes);
      observed
          .atMost("exponent in K " + where, exponent, stated -> stated.get(REST) + 0.01)
          .points(where, features, sizes);
    }
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
        .fixes(REST, -2.5)
        .measuredBy(
            reach -> measureDirectionAtEnd("|β_{k,n}| at the end of phase II", 2, REST, reach));
  }
}
