package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.Collections;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.hipparchus.util.FastMath;

/** The plateau of an under-represented query: how A grows and the dominant feature gives way. */
final class ProfileClaims {
  /** Shares u = τ/T of the plateau at which a run is compared with its limit. */
  private static final List<Double> SHARES =
      List.of(0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

  /** Decades of K whose profiles are drawn. */
  private static final List<Integer> DRAWN = List.of(2, 4, 8);

  private ProfileClaims() {}

  static List<Claim> all() {
    return List.of(growth(), decay(), suppression(), burst());
  }

  private static Claim growth() {
    return ClaimDraft.of(
            "growth-of-target-weight",
            Huang2024.SOURCES.formal("section 3"),
            "A_k(τ) = −ln(1 − τ/T): slow, then explosive")
        .says(
            "While its attention is small the target's own weight grows by a closed form that "
                + "blows up at T = (1 − p₁)/p_k².")
        .formula("(1 − u) e^{A_k} → 1 at every u = cτ/T < 1, with error √(2u/K)/(1 − u);   c = 1")
        .given("imbalanced law; long prompts; e^{A_k} ≪ √K")
        .measures(
            "largest error over u = 0.05 … 0.9, K = 10² … 10⁸, three p₁; and the exponent with "
                + "which it falls over the last decade")
        .tolerance("0.002 at K = 10⁸, where √(2u/K)/(1 − u) = 0.0013; exponent −½ within 0.02")
        .reads("The plateau is a logarithm that has not yet blown up.")
        .fixes("speed c", 1)
        .measuredBy(ProfileClaims::measureGrowth);
  }

  private static Judgement measureGrowth(Reach reach) {
    return measure(
        "Growth of A_k, p₁ = 0.5",
        "exp A_k",
        (run, tau) -> FastMath.exp(run.trajectory().logitsAt(tau).get(1)),
        (stated, u) -> 1 / (1 - stated.get("speed c") * u),
        reach);
  }

  private static Claim decay() {
    return ClaimDraft.of(
            "decay-of-dominant-attention",
            Huang2024.SOURCES.formal("section 3"),
            "Attn_1 ≈ (2 p_k τ)^−½ during the plateau")
        .says(
            "For an under-represented query the attention to the dominant feature decays like the "
                + "root of time, whatever p₁ is.")
        .formula("Attn_1 √(2uK) → 1 for u = τ/T in (0, 1)")
        .given("imbalanced law; long prompts")
        .measures(
            "largest error over u = 0.05 … 0.9, K = 10² … 10⁸, three p₁; and the exponent with "
                + "which it falls over the last decade")
        .tolerance(
            "0.002 at K = 10⁸, where the correction is of order K^−½; exponent −½ within 0.02")
        .reads("Attn_1 is down to K^−½ by the end of the plateau, never to 0.")
        .fixes("exponent of time", -0.5)
        .measuredBy(ProfileClaims::measureDecay);
  }

  private static Judgement measureDecay(Reach reach) {
    return measure(
        "Decay of Attn_1 √K, p₁ = 0.5",
        "Attn_1 √K",
        ProfileClaims::scaledDominantAttention,
        (stated, u) -> FastMath.pow(2 * u, stated.get("exponent of time")),
        reach);
  }

  private static double scaledDominantAttention(ColumnRun run, double tau) {
    var evaluator = PopulationEvaluator.of(run.trajectory().column());
    var attention = evaluator.meanAttention(run.trajectory().logitsAt(tau));
    return attention.get(0) * FastMath.sqrt(Plateaus.features(run));
  }

  /** A quantity at the shares of the plateau beside its limit for many features. */
  private static Judgement measure(
      String title,
      String label,
      ToDoubleBiFunction<ColumnRun, Double> quantity,
      ToDoubleBiFunction<Constants, Double> limit,
      Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed = Observations.of(title, Exhibit.Axis.linear("u = τ/T"), Exhibit.Axis.log(label));
    for (double dominant : Runs.DOMINANT) {
      var profiles =
          features.stream().map(k -> profile(Plateaus.run(k, dominant, reach), quantity)).toList();
      compare(", p₁ = " + dominant, features, profiles, limit, observed);
      if (dominant == 0.5) {
        DRAWN.forEach(
            decade ->
                observed.points(
                    "K = " + features.get(decade - 2), SHARES, profiles.get(decade - 2)));
      }
    }
    return observed.law("limit", SHARES, limit);
  }

  private static List<Double> profile(
      ColumnRun run, ToDoubleBiFunction<ColumnRun, Double> quantity) {
    double plateau = Runs.plateau(run);
    return SHARES.stream().map(u -> quantity.applyAsDouble(run, u * plateau)).toList();
  }

  /** The last error, and how errors fall, over profiles at one p₁. */
  private static void compare(
      String where,
      List<Long> features,
      List<List<Double>> profiles,
      ToDoubleBiFunction<Constants, Double> limit,
      Observations observed) {
    Function<Constants, List<Double>> errors =
        stated ->
            profiles.stream()
                .map(profile -> largestError(profile, u -> limit.applyAsDouble(stated, u)))
                .toList();
    observed
        .check(
            stated ->
                Check.atMost(
                    "largest error at K = 10⁸" + where, errors.apply(stated).getLast(), 0.002))
        .check(
            stated ->
                Check.near(
                    "exponent of the error in K" + where,
                    Trend.exponent(features, errors.apply(stated)),
                    -0.5,
                    0.02));
  }

  private static double largestError(List<Double> profile, DoubleUnaryOperator limit) {
    return Collections.max(
        Corrections.image(
            SHARES, profile, (u, value) -> FastMath.abs(value / limit.applyAsDouble(u) - 1)));
  }

  private static Claim suppression() {
    return ClaimDraft.of(
            "phase-one-suppression",
            Huang2024.SOURCES.paper("training phases of under-represented features, phase I"),
            "In phase I it is B_{k,1} that moves: it falls fast")
        .says(
            "In the first phase the weight on the dominant feature falls without bound as K grows "
                + "and suppresses its attention, while the target's own weight hardly moves.")
        .formula("at the end of phase I: B_{k,1} → −∞ and |A_k/B_{k,1}| → 0, Attn_1 → 0")
        .given("imbalanced law; long prompts; K large")
        .measures(
            "|A_k/B_{k,1}| and Attn_1 at the end of phase I, K = 10² … 10⁸, three p₁: largest "
                + "ratio of a value to the one a decade before")
        .tolerance("each must fall from decade to decade: ratio at most the stated one")
        .reads(
            "A_k has come to ln(3/2) and no further when it takes the lead; B_{k,1} is at −½ ln K.")
        .fixes("largest ratio of successive values", 1)
        .measuredBy(ProfileClaims::measureSuppression);
  }

  private static Judgement measureSuppression(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed =
        Observations.of(
            "At the end of phase I", Axes.features(), Exhibit.Axis.log("|A_k/B_{k,1}|, Attn_1"));
    for (double dominant : Runs.DOMINANT) {
      var states =
          features.stream()
              .map(k -> Plateaus.run(k, dominant, reach))
              .map(run -> run.stateAt(Runs.leadChange(run)))
              .toList();
      var motion =
          states.stream()
              .map(state -> FastMath.abs(state.logits().get(1) / state.logits().get(0)))
              .toList();
      var attention = states.stream().map(state -> state.value().meanAttention().get(0)).toList();
      String where = ", p₁ = " + dominant;
      String constant = "largest ratio of successive values";
      observed
          .atMost("ratio of |A/B|" + where, largestRatio(motion), constant)
          .atMost("ratio of Attn_1" + where, largestRatio(attention), constant)
          .points("|A_k/B_{k,1}|" + where, features, motion)
          .points("Attn_1" + where, features, attention);
    }
    return observed;
  }

  private static double largestRatio(List<Double> values) {
    double largest = 0;
    for (int i = 1; i < values.size(); i++) {
      largest = FastMath.max(largest, values.get(i) / values.get(i - 1));
    }
    return largest;
  }

  private static Claim burst() {
    return ClaimDraft.of(
            "phase-three-burst",
            Huang2024.SOURCES.paper("training phases of under-represented features, phase III"),
            "In phase III A_k grows fast and the B's hardly move")
        .says(
            "In the third phase the target's own weight grows by ½ ln K while no other weight "
                + "moves by an amount that lasts.")
        .formula("from Attn_k = Attn_1 to Attn_k = ½: |ΔB_{k,n}|/ΔA_k = O(K^−½), n ≠ k")
        .given("imbalanced law; long prompts")
        .measures(
            "exponent in K of the larger of |ΔB_{k,1}|/ΔA_k and |ΔB_{k,n}|/ΔA_k over phase III, K "
                + "= 10² … 10⁸, over the last decade; three p₁")
        .tolerance("0.05, since the law carries a logarithm: ΔA_k grows like ½ ln K")
        .reads("The weights on other features are as good as frozen while attention swings over.")
        .fixes("exponent of K", -0.5)
        .measuredBy(ProfileClaims::measureBurst);
  }

  private static Judgement measureBurst(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed =
        Observations.of(
            "Motion in phase III", Axes.features(), Exhibit.Axis.log("max |ΔB_{k,n}|/ΔA_k"));
    for (double dominant : Runs.DOMINANT) {
      var motions = Plateaus.over(features, dominant, reach, ProfileClaims::motion);
      String title = "p₁ = " + dominant;
      double exponent = Trend.exponent(features, motions);
      observed
          .atMost("exponent in K, " + title, exponent, stated -> stated.get("exponent of K") + 0.05)
          .points(title, features, motions);
    }
    return Plateaus.drawPower(features, "exponent of K", observed);
  }

  /** {@code max |ΔB_{k,n}|/ΔA_k} over phase III. */
  private static double motion(ColumnRun run) {
    var from = run.trajectory().logitsAt(Runs.attentionChange(run));
    var to = run.trajectory().logitsAt(Runs.halfAttention(run));
    double others =
        FastMath.max(FastMath.abs(to.get(0) - from.get(0)), FastMath.abs(to.get(2) - from.get(2)));
    return others / (to.get(1) - from.get(1));
  }
}
