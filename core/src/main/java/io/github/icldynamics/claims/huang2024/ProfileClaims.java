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
import io.github.icldynamics.population.PopulationEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.hipparchus.util.FastMath;

/** The plateau of an under-represented query: how A grows and the dominant feature gives way. */
final class ProfileClaims {
  private static final double EPSILON = 1e-3;

  /** Shares u = τ/T of the plateau at which a run is compared with its limit. */
  private static final List<Double> SHARES =
      List.of(0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

  private ProfileClaims() {}

  static List<Claim> all() {
    return List.of(growth(), decay(), suppression(), burst());
  }

  private static ColumnRun run(long features, double dominant, Reach reach) {
    var run = Family.UNDER_REPRESENTED.run(features, dominant, EPSILON, reach);
    Runs.convergence(run);
    return run;
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
        .decidedBy(
            (constants, reach) ->
                compareProfile(
                    "Growth of A_k, p₁ = 0.5",
                    "exp A_k",
                    u -> 1 / (1 - constants.get("speed c") * u),
                    (run, tau) -> FastMath.exp(run.trajectory().logitsAt(tau).get(1)),
                    reach));
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
        .decidedBy(
            (constants, reach) ->
                compareProfile(
                    "Decay of Attn_1 √K, p₁ = 0.5",
                    "Attn_1 √K",
                    u -> FastMath.pow(2 * u, constants.get("exponent of time")),
                    ProfileClaims::scaledDominantAttention,
                    reach));
  }

  private static double scaledDominantAttention(ColumnRun run, double tau) {
    var column = run.trajectory().column();
    var attention = PopulationEvaluator.of(column).meanAttention(run.trajectory().logitsAt(tau));
    double features = column.count(0) + column.count(1) + column.count(2);
    return attention.get(0) * FastMath.sqrt(features);
  }

  /** A quantity at shares of the plateau beside its limit for many features. */
  private static Evidence compareProfile(
      String title,
      String label,
      DoubleUnaryOperator limit,
      ToDoubleBiFunction<ColumnRun, Double> quantity,
      Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var picture = Picture.of(title, Exhibit.Axis.linear("u = τ/T"), Exhibit.Axis.log(label));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var errors = new ArrayList<Double>();
      for (long k : features) {
        var run = run(k, dominant, reach);
        double plateau = Runs.plateau(run);
        var values = SHARES.stream().map(u -> quantity.applyAsDouble(run, u * plateau)).toList();
        double worst = 0;
        for (int i = 0; i < values.size(); i++) {
          worst =
              FastMath.max(
                  worst, FastMath.abs(values.get(i) / limit.applyAsDouble(SHARES.get(i)) - 1));
        }
        errors.add(worst);
        if (dominant == 0.5 && (k == 100 || k == 10_000 || k == 100_000_000)) {
          picture.points("K = " + k, SHARES, values);
        }
      }
      checks.add(
          Check.atMost("largest error at K = 10⁸, p₁ = " + dominant, errors.getLast(), 0.002));
      checks.add(
          Check.near(
              "exponent of the error in K, p₁ = " + dominant,
              Trend.exponent(features, errors),
              -0.5,
              0.02));
    }
    return Evidence.of(picture.law("limit", SHARES, limit).exhibit(), checks);
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
        .decidedBy(ProfileClaims::measureSuppression);
  }

  private static Evidence measureSuppression(Constants constants, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    double stated = constants.get("largest ratio of successive values");
    var picture =
        Picture.of(
            "At the end of phase I", Axes.features(), Exhibit.Axis.log("|A_k/B_{k,1}|, Attn_1"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var motion = new ArrayList<Double>();
      var attention = new ArrayList<Double>();
      for (long k : features) {
        var run = run(k, dominant, reach);
        var state = run.stateAt(Runs.leadChange(run));
        motion.add(FastMath.abs(state.logits().get(1) / state.logits().get(0)));
        attention.add(state.value().meanAttention().get(0));
      }
      checks.add(Check.atMost("ratio of |A/B|, p₁ = " + dominant, largestRatio(motion), stated));
      checks.add(
          Check.atMost("ratio of Attn_1, p₁ = " + dominant, largestRatio(attention), stated));
      picture.points("|A_k/B_{k,1}|, p₁ = " + dominant, features, motion);
      picture.points("Attn_1, p₁ = " + dominant, features, attention);
    }
    return Evidence.of(picture.exhibit(), checks);
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
        .decidedBy(ProfileClaims::measureBurst);
  }

  private static Evidence measureBurst(Constants constants, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    double exponent = constants.get("exponent of K");
    var picture =
        Picture.of("Motion in phase III", Axes.features(), Exhibit.Axis.log("max |ΔB_{k,n}|/ΔA_k"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var motions = new ArrayList<Double>();
      for (long k : features) {
        var run = run(k, dominant, reach);
        var from = run.trajectory().logitsAt(Runs.attentionChange(run));
        var to = run.trajectory().logitsAt(Runs.halfAttention(run));
        double others =
            FastMath.max(
                FastMath.abs(to.get(0) - from.get(0)), FastMath.abs(to.get(2) - from.get(2)));
        motions.add(others / (to.get(1) - from.get(1)));
      }
      checks.add(
          Check.atMost(
              "exponent in K, p₁ = " + dominant,
              Trend.exponent(features, motions),
              exponent + 0.05));
      picture.points("p₁ = " + dominant, features, motions);
    }
    return Evidence.of(
        picture.law("K^" + exponent, features, k -> FastMath.pow(k, exponent)).exhibit(), checks);
  }
}
