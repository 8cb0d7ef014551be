package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.LocalExponents;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.LossHistory;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** What large steps of gradient descent do against an exchangeable rest. */
final class LargeStepClaims {
  private static final int STEPS = 300;

  /** p₁ where the dominant query is looked at. */
  private static final double DOMINANT = 0.6;

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
        .measuredBy(LargeStepClaims::measureAnyStep);
  }

  private static Judgement measureAnyStep(Reach reach) {
    Runs.decades(3, 3, reach);
    var observed =
        Observations.of(
            "Loss of gradient descent, balanced, K = 1000",
            Exhibit.Axis.log("iteration"),
            Exhibit.Axis.log("L"));
    for (var family : List.of(Family.BALANCED, Family.DOMINANT)) {
      String name = "largest L(t + 1)/L(t), " + family.title(DOMINANT);
      double largest = largestRatio(family);
      observed.atMost(name, largest, stated -> stated.get("r") + LossHistory.ROUNDING);
    }
    for (double rate : List.of(1e1, 1e2, 1e3, 1e4)) {
      var losses = descend(Family.BALANCED, 1000, PromptLength.infinite(), rate).losses();
      observed.curve("ηp = " + rate, IntStream.range(0, losses.size()).boxed().toList(), losses);
    }
    return observed;
  }

  /** The largest {@code L(t + 1)/L(t)} of a query against an exchangeable rest. */
  private static double largestRatio(Family family) {
    double largest = 0;
    for (long features : List.of(2L, 10L, 1000L)) {
      for (var length : List.of(PromptLength.of(30), PromptLength.infinite())) {
        for (double rate : List.of(1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3, 1e4, 1e6)) {
          double rise = descend(family, features, length, rate).largestRise();
          largest = FastMath.max(largest, 1 + rise);
        }
      }
    }
    return largest;
  }

  /**
   * Gradient descent on a query against an exchangeable rest.
   *
   * @param rate η p
   */
  private static LossHistory descend(
      Family family, long features, PromptLength length, double rate) {
    var law = family.law(features, DOMINANT);
    var column = law.column(family.query(), length, LabelModel.linear());
    return LossHistory.ofDescent(column, rate / column.queryProbability(), STEPS);
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
        .measuredBy(LargeStepClaims::countLargeSteps);
  }

  private static Judgement countLargeSteps(Reach reach) {
    var features = Runs.decades(1, 8, reach);
    var counts = features.stream().map(LargeStepClaims::stepsToConvergence).toList();
    return Observations.of(
            "Iterations with one large step size",
            Axes.features(),
            Exhibit.Axis.linear("iterations to ε = 0.01"))
        .points("measured", features, counts)
        .law("as stated", features, (stated, k) -> stated.get("iterations"))
        .growth(LocalExponents.ofTimes(0, 0.0))
        .check(
            stated -> {
              double expected = stated.get("iterations");
              double farthest = Trend.farthest(counts, expected);
              return Check.near("iterations, the farthest", farthest, expected, 0);
            });
  }

  private static double stepsToConvergence(long features) {
    double epsilon = 0.01;
    var law = TokenLaw.balanced(features);
    var column = law.column(0, PromptLength.infinite(), LabelModel.linear());
    double scale = (double) features * features;
    double rate = 2 * scale * FastMath.log(features / FastMath.sqrt(2 * epsilon));
    return LossHistory.ofDescent(column, rate, STEPS)
        .stepsTo(epsilon)
        .orElseThrow(() -> Undecided.tooShort("needs more than " + STEPS + " steps"));
  }
}
