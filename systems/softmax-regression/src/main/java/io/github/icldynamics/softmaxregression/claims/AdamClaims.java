package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.LocalExponents;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Sources;
import io.github.icldynamics.descent.Adam;
import io.github.icldynamics.descent.Optimiser;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.AdamDelay;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** What a floor in the denominator of a step does to the time of training. */
final class AdamClaims {
  private static final double DOMINANT = 0.5;
  private static final double EPSILON = 0.01;
  private static final double RATE = 1;

  private AdamClaims() {}

  static List<Claim> all() {
    return List.of(adamTime());
  }

  private static Claim adamTime() {
    return ClaimDraft.of(
            "adam-time-law",
            new Sources(Huang2024.PAPER, "docs/theory/denominator-floors.md").formal("(A1), (A2)"),
            "Adam's ε brings K² back")
        .says(
            "On the plateau gradients fall below Adam's ε, and Adam is gradient descent with the "
                + "rate η/ε: its iterations are those of the flow times ε/η, and a delay that "
                + "grows like ln K.")
        .formula(
            "T_Adam = f (ε_A/η) T_flow + r R,   f = r = 1,   R of order (1/η + 9) ln K, from two "
                + "iterations of one number")
        .given("imbalanced law, p₁ = ½; infinite prompts; ε_A K² ≥ 500; η = 1, β = 0.9, 0.999")
        .measures(
            "iterations of Adam to ε = 0.01 with ε_A = 10^−4, K = 10^3.5 … 10⁵, and ε_A = 10^−8, "
                + "K = 10⁶ … 10⁷, from two thousand to two million")
        .tolerance("1.5: iterations are counted, and a step of the burst is half a unit of ln o")
        .reads(
            "Adam takes O(ln K) iterations only up to K of about √(5/ε_A), 2·10⁴ for ε_A = 10^−8; "
                + "beyond, as many as descent with the rate η/ε_A.")
        .fixes("f", 1)
        .fixes("r", 1)
        .measuredBy(AdamClaims::measureTimes);
  }

  /**
   * Adam's iterations beside what they are made of.
   *
   * @param features K
   * @param measured T_Adam
   * @param flow (ε_A/η) T_flow
   * @param delay R
   */
  private record Times(long features, double measured, double flow, double delay) {
    static Times of(long features, double floor, Reach reach) {
      var law = TokenLaw.imbalanced(features, DOMINANT);
      var adam = new Adam(0.9, 0.999, floor);
      var flow = Runs.infinite(law, Runs.UNDER_REPRESENTED, EPSILON, reach);
      double flowTime = Runs.convergence(flow) * floor / RATE;
      var plan =
          new TrainingPlan(
              law,
              PromptLength.infinite(),
              LabelModel.linear(),
              new Optimiser(adam, RATE),
              EPSILON,
              new Until.AtTime(RATE * (2 * flowTime + 1000)));
      var run = ColumnRun.train(plan, Runs.UNDER_REPRESENTED);
      double probability = law.probability(Runs.UNDER_REPRESENTED);
      var delay = new AdamDelay(adam, RATE, probability / floor, features);
      double late =
          delay.ofBurst(1 / FastMath.sqrt(2 * EPSILON) - 1) + delay.ofStart(DOMINANT, flowTime);
      return new Times(features, Runs.convergence(run) / RATE, flowTime, late);
    }
  }

  private static Judgement measureTimes(Reach reach) {
    Runs.requireFeatures(10_000_000, reach);
    var observed =
        Observations.of(
            "Iterations of Adam, η = 1, p₁ = 0.5",
            Axes.features(),
            Exhibit.Axis.log("iterations to ε = 0.01"));
    for (double floor : List.of(1e-4, 1e-8)) {
      observe(floor, floor == 1e-4 ? 7 : 12, observed, reach);
    }
    return observed.growth(LocalExponents.ofTimes(0, 2.0));
  }

  /**
   * @param first twice the first power of 10
   */
  private static void observe(double floor, int first, Observations observed, Reach reach) {
    String which = "ε_A = 10^−" + FastMath.round(-FastMath.log10(floor));
    var all = new ArrayList<Times>();
    for (int half = first; half <= (floor == 1e-4 ? 10 : 14); half++) {
      long features = (long) FastMath.rint(FastMath.pow(10, 0.5 * half));
      var times = Times.of(features, floor, reach);
      all.add(times);
      String name = "iterations, " + which + ", K = " + features;
      observed.near(
          name,
          times.measured,
          stated -> stated.get("f") * times.flow + stated.get("r") * times.delay,
          1.5);
    }
    var at = all.stream().map(Times::features).toList();
    observed.points(which, at, all.stream().map(Times::measured).toList());
    observed.draw(
        (stated, picture) ->
            picture.law(
                "law, " + which,
                at,
                features ->
                    all.stream()
                        .filter(times -> times.features == features)
                        .mapToDouble(
                            times -> stated.get("f") * times.flow + stated.get("r") * times.delay)
                        .findFirst()
                        .orElseThrow()));
  }
}
