package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.LossHistory;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Trend;
import io.github.icldynamics.claims.Undecided;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** What large steps of gradient descent do against an exchangeable rest. */
final class LargeStepClaims {
  private static final int STEPS = 300;

  private LargeStepClaims() {}

  static List<Claim> all() {
    return List.of(anyStep(), oneStep());
  }

  private static Claim anyStep() {
    return ClaimDraft.of(
            "monotone-at-any-step",
            Huang2024.SOURCES.proved("section 7"),
            "Against an exchangeable rest the loss never rises, at any learning rate")
        .says(
            "For balanced features and for the dominant one, no step of gradient descent raises "
                + "the loss, however large the steps are.")
        .formula("L(t + 1) ≤ r L(t) for every η > 0,   r = 1")
        .given("balanced law, or the dominant query (p₁ = 0.6); linear labels; any prompt length")
        .measures(
            "largest L(t + 1)/L(t) over η p from 10^−2 to 10⁶, K = 2, 10, 1000, N = 30 and ∞, 300 "
                + "steps")
        .tolerance("10^−12, rounding")
        .reads("There is no edge of stability here: divergence would need competitors that differ.")
        .fixes("r", 1)
        .decidedBy(LargeStepClaims::measureAnyStep);
  }

  private static Evidence measureAnyStep(Constants constants, Reach reach) {
    Runs.decades(3, 3, reach);
    var rates = List.of(1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3, 1e4, 1e6);
    var picture =
        Picture.of(
            "Loss of gradient descent, balanced, K = 1000",
            Exhibit.Axis.log("iteration"),
            Exhibit.Axis.log("L"));
    var checks = new ArrayList<Check>();
    for (var family : List.of(Family.BALANCED, Family.DOMINANT)) {
      double worst = 0;
      for (long features : List.of(2L, 10L, 1000L)) {
        for (var length : List.of(PromptLength.of(30), PromptLength.infinite())) {
          var column =
              family.law(features, 0.6).column(family.query(), length, LabelModel.linear());
          for (double rate : rates) {
            var losses = LossHistory.ofDescent(column, rate / column.queryProbability(), STEPS);
            worst = FastMath.max(worst, 1 + losses.largestRise());
            if (family == Family.BALANCED
                && features == 1000
                && rate >= 10
                && rate <= 1e4
                && length instanceof PromptLength.Infinite) {
              picture.curve("ηp = " + rate, iterations(losses.losses()), losses.losses());
            }
          }
        }
      }
      checks.add(
          Check.atMost(
              "largest L(t + 1)/L(t), " + family.title(0.6),
              worst,
              constants.get("r") + LossHistory.ROUNDING));
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static List<Integer> iterations(List<Double> losses) {
    var iterations = new ArrayList<Integer>();
    for (int i = 0; i < losses.size(); i++) {
      iterations.add(i);
    }
    return iterations;
  }

  private static Claim oneStep() {
    return ClaimDraft.of(
            "one-large-step",
            Huang2024.SOURCES.proved("section 7"),
            "K² is no lower bound on iterations: one large step converges")
        .says(
            "With balanced features one step of size 2K² (ln K + ½ ln(1/(2ε))) brings the error "
                + "below ε: the K² is a matter of flow time.")
        .formula("η = 2K² ln(K/√(2ε)): iterations to ε = 1")
        .given("balanced law; infinite prompts; ε = 0.01")
        .measures("iterations of gradient descent to ε at this η, K from 10 to 10⁸")
        .tolerance("none: it is a count")
        .reads(
            "Is K² necessary? In iterations with η independent of K, yes; in iterations as such, "
                + "no.")
        .fixes("iterations", 1)
        .decidedBy(LargeStepClaims::countLargeSteps);
  }

  private static Evidence countLargeSteps(Constants constants, Reach reach) {
    var features = Runs.decades(1, 8, reach);
    double stated = constants.get("iterations");
    double epsilon = 0.01;
    var counts = new ArrayList<Double>();
    for (long k : features) {
      var column = TokenLaw.balanced(k).column(0, PromptLength.infinite(), LabelModel.linear());
      double scale = (double) k * k;
      double rate = 2 * scale * FastMath.log(k / FastMath.sqrt(2 * epsilon));
      var losses = LossHistory.ofDescent(column, rate, STEPS);
      counts.add(
          (double)
              losses
                  .stepsTo(epsilon)
                  .orElseThrow(() -> Undecided.tooShort("needs more than " + STEPS + " steps")));
    }
    return Evidence.of(
        Picture.of(
                "Iterations with one large step size",
                Axes.features(),
                Exhibit.Axis.linear("iterations to ε = 0.01"))
            .points("measured", features, counts)
            .law("as stated", features, k -> stated)
            .exhibit(),
        Check.near("iterations, the farthest", Trend.farthest(counts, stated), stated, 0));
  }
}
