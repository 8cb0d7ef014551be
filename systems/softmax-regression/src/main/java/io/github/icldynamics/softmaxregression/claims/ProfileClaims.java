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
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleBiFunction;
import org.hipparchus.util.FastMath;

/** The plateau of an under-represented query: how A grows and the dominant feature gives way. */
final class ProfileClaims {
  private static final double EPSILON = 1e-3;

  /** Shares u = τ/T of the plateau at which a run is compared with its limit. */
  private static final List<Double> SHARES =
      List.of(0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9);

  /** K of the profiles that are drawn. */
  private static final Set<Long> DRAWN = Set.of(100L, 10_000L, 100_000_000L);

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
        .measuredBy(ProfileClaims::measureGrowth);
  }

  private static Judgement measureGrowth(Reach reach) {
    var profiles =
        measure(reach, (run, tau) -> FastMath.exp(run.trajectory().logitsAt(tau).get(1)));
    return constants -> {
      double speed = constants.get("speed c");
      return judge("Growth of A_k, p₁ = 0.5", "exp A_k", profiles, u -> 1 / (1 - speed * u));
    };
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
    var profiles = measure(reach, ProfileClaims::scaledDominantAttention);
    return constants -> {
      double exponent = constants.get("exponent of time");
      return judge(
          "Decay of Attn_1 √K, p₁ = 0.5",
          "Attn_1 √K",
          profiles,
          u -> FastMath.pow(2 * u, exponent));
    };
  }

  private static double scaledDominantAttention(ColumnRun run, double tau) {
    var column = run.trajectory().column();
    var attention = PopulationEvaluator.of(column).meanAttention(run.trajectory().logitsAt(tau));
    double features = column.count(0) + column.count(1) + column.count(2);
    return attention.get(0) * FastMath.sqrt(features);
  }

  /** A quantity at the shares of the plateau. */
  private record Profile(long features, double dominant, List<Double> values) {
    double largestError(DoubleUnaryOperator limit) {
      double worst = 0;
      for (int i = 0; i < values.size(); i++) {
        double error = values.get(i) / limit.applyAsDouble(SHARES.get(i)) - 1;
        worst = FastMath.max(worst, FastMath.abs(error));
      }
      return worst;
    }

    boolean isDrawn() {
      return dominant == 0.5 && DRAWN.contains(features);
    }
  }

  /** The profiles at every K, by p₁. */
  private static List<List<Profile>> measure(
      Reach reach, ToDoubleBiFunction<ColumnRun, Double> quantity) {
    var features = Runs.decades(2, 8, reach);
    return Runs.DOMINANT.stream()
        .map(dominant -> features.stream().map(k -> profile(k, dominant, quantity, reach)).toList())
        .toList();
  }

  private static Profile profile(
      long features, double dominant, ToDoubleBiFunction<ColumnRun, Double> quantity, Reach reach) {
    var run = run(features, dominant, reach);
    double plateau = Runs.plateau(run);
    return new Profile(
        features,
        dominant,
        SHARES.stream().map(u -> quantity.applyAsDouble(run, u * plateau)).toList());
  }

  /** Profiles beside their limit for many features. */
  private static Evidence judge(
      String title, String label, List<List<Profile>> measured, DoubleUnaryOperator limit) {
    var picture = Picture.of(title, Exhibit.Axis.linear("u = τ/T"), Exhibit.Axis.log(label));
    var checks = new ArrayList<Check>();
    for (var profiles : measured) {
      checks.addAll(compare(profiles, limit));
      for (var profile : profiles) {
        if (profile.isDrawn()) {
          picture.points("K = " + profile.features, SHARES, profile.values);
        }
      }
    }
    return Evidence.of(picture.law("limit", SHARES, limit).exhibit(), checks);
  }

  /** The last error, and how errors fall, over profiles at one p₁. */
  private static List<Check> compare(List<Profile> profiles, DoubleUnaryOperator limit) {
    String where = ", p₁ = " + profiles.getFirst().dominant;
    var features = profiles.stream().map(Profile::features).toList();
    var errors = profiles.stream().map(profile -> profile.largestError(limit)).toList();
    double exponent = Trend.exponent(features, errors);
    return List.of(
        Check.atMost("largest error at K = 10⁸" + where, errors.getLast(), 0.002),
        Check.near("exponent of the error in K" + where, exponent, -0.5, 0.02));
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

  /** {@code |A_k/B_{k,1}|} and {@code Attn_1} at the end of phase I, at every K, at one p₁. */
  private record Suppression(double dominant, List<Double> motion, List<Double> attention) {}

  private static Judgement measureSuppression(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var measured =
        Runs.DOMINANT.stream().map(dominant -> suppression(features, dominant, reach)).toList();
    return constants ->
        judgeSuppression(features, measured, constants.get("largest ratio of successive values"));
  }

  private static Suppression suppression(List<Long> features, double dominant, Reach reach) {
    var motion = new ArrayList<Double>();
    var attention = new ArrayList<Double>();
    for (long k : features) {
      var run = run(k, dominant, reach);
      var state = run.stateAt(Runs.leadChange(run));
      motion.add(FastMath.abs(state.logits().get(1) / state.logits().get(0)));
      attention.add(state.value().meanAttention().get(0));
    }
    return new Suppression(dominant, motion, attention);
  }

  private static Evidence judgeSuppression(
      List<Long> features, List<Suppression> measured, double stated) {
    var picture =
        Picture.of(
            "At the end of phase I", Axes.features(), Exhibit.Axis.log("|A_k/B_{k,1}|, Attn_1"));
    var checks = new ArrayList<Check>();
    for (var at : measured) {
      String where = ", p₁ = " + at.dominant;
      checks.add(Check.atMost("ratio of |A/B|" + where, largestRatio(at.motion), stated));
      checks.add(Check.atMost("ratio of Attn_1" + where, largestRatio(at.attention), stated));
      picture.points("|A_k/B_{k,1}|" + where, features, at.motion);
      picture.points("Attn_1" + where, features, at.attention);
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
        .measuredBy(ProfileClaims::measureBurst);
  }

  /** {@code max |ΔB_{k,n}|/ΔA_k} over phase III, at every K, at one p₁. */
  private record Motions(double dominant, List<Double> values) {}

  private static Judgement measureBurst(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var measured =
        Runs.DOMINANT.stream()
            .map(
                dominant ->
                    new Motions(
                        dominant,
                        features.stream().map(k -> motion(run(k, dominant, reach))).toList()))
            .toList();
    return constants -> judgeBurst(features, measured, constants.get("exponent of K"));
  }

  private static double motion(ColumnRun run) {
    var from = run.trajectory().logitsAt(Runs.attentionChange(run));
    var to = run.trajectory().logitsAt(Runs.halfAttention(run));
    double others =
        FastMath.max(FastMath.abs(to.get(0) - from.get(0)), FastMath.abs(to.get(2) - from.get(2)));
    return others / (to.get(1) - from.get(1));
  }

  private static Evidence judgeBurst(List<Long> features, List<Motions> measured, double stated) {
    var picture =
        Picture.of("Motion in phase III", Axes.features(), Exhibit.Axis.log("max |ΔB_{k,n}|/ΔA_k"));
    var checks = new ArrayList<Check>();
    for (var motions : measured) {
      double exponent = Trend.exponent(features, motions.values);
      checks.add(Check.atMost("exponent in K, p₁ = " + motions.dominant, exponent, stated + 0.05));
      picture.points("p₁ = " + motions.dominant, features, motions.values);
    }
    return Evidence.of(
        picture.law("K^" + stated, features, k -> FastMath.pow(k, stated)).exhibit(), checks);
  }
}
