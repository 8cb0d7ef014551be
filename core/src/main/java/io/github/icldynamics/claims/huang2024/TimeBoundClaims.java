package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Trend;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.TrainingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.hipparchus.util.FastMath;

/** The convergence times as the paper bounds them: {@code ηT} is flow time. */
final class TimeBoundClaims {
  private static final String MEASURED =
      "exponents of the ratio of ηT and bound, in K (10² to 10⁸, ε = 0.01) and in 1/ε (10 to 10⁶, "
          + "K = 10⁴), over the last decade of each";

  private static final String TOLERANCE =
      "under a bound with a constant the ratio does not grow: exponent at most 0.001, which leaves "
          + "room for corrections that die out";

  private static final double STILL = 1e-3;
  private static final double EPSILON = 0.01;
  private static final long MANY_FEATURES = 10_000;

  /** Values of 1/ε. */
  private static final List<Double> ACCURACIES = List.of(1e1, 1e2, 1e3, 1e4, 1e5, 1e6);

  private TimeBoundClaims() {}

  static List<Claim> all() {
    return List.of(dominant(), underRepresented(), balanced(), learningRate());
  }

  private static Claim dominant() {
    return ClaimDraft.of(
            "dominant-time-bound",
            Huang2024.SOURCES.paper("theorem for imbalanced features"),
            "T_1 = O(log(ε^−½)/(ηε)) for the dominant feature")
        .says(
            "The error of queries with the dominant feature is within ε after a time that grows"
                + " like log(ε^−½)/ε, and not with K.")
        .formula("ηT_1 ≤ C log(ε^−½)/ε")
        .given("imbalanced law; long prompts; 0 < ε < 1")
        .measures(MEASURED)
        .tolerance(TOLERANCE)
        .reads("An upper bound, and it holds; its logarithm is not needed.")
        .fixes("exponent of K", 0)
        .fixes("exponent of 1/ε", 1)
        .decidedBy((constants, reach) -> compare(Family.DOMINANT, dominantBound(constants), reach));
  }

  private static DoubleBinaryOperator dominantBound(Constants constants) {
    return (features, accuracy) ->
        FastMath.pow(features, constants.get("exponent of K"))
            * FastMath.pow(accuracy, constants.get("exponent of 1/ε"))
            * FastMath.log(FastMath.sqrt(accuracy));
  }

  private static Claim underRepresented() {
    return ClaimDraft.of(
            "under-represented-time-bound",
            Huang2024.SOURCES.paper("theorem for imbalanced features"),
            "T_k = O(log(K)K²/η + K log(Kε^−½)/(εη)) for the others")
        .says(
            "The error of queries with an under-represented feature is within ε after a plateau of "
                + "order K² log K and a convergence of order K log(Kε^−½)/ε.")
        .formula("ηT_k ≤ C [K² log K + K log(Kε^−½)/ε]")
        .given("imbalanced law; long prompts; 0 < ε < 1")
        .measures(MEASURED)
        .tolerance(TOLERANCE)
        .reads("An upper bound, and it holds; its logarithms are not needed.")
        .fixes("exponent of K in the plateau", 2)
        .fixes("exponent of 1/ε", 1)
        .decidedBy(
            (constants, reach) -> compare(Family.UNDER_REPRESENTED, twoTerms(constants), reach));
  }

  private static Claim balanced() {
    return ClaimDraft.of(
            "balanced-time-bound",
            Huang2024.SOURCES.recalled("theorem for balanced features"),
            "The balanced time has the same two-term bound")
        .says("With balanced features the time to ε obeys the bound of an under-represented one.")
        .formula("ηT ≤ C [K² log K + K log(Kε^−½)/ε]")
        .given("balanced law; long prompts; 0 < ε < 1")
        .measures(MEASURED)
        .tolerance(TOLERANCE)
        .reads("An upper bound, and it holds; its logarithms are not needed.")
        .fixes("exponent of K in the plateau", 2)
        .fixes("exponent of 1/ε", 1)
        .decidedBy((constants, reach) -> compare(Family.BALANCED, twoTerms(constants), reach));
  }

  private static DoubleBinaryOperator twoTerms(Constants constants) {
    return (features, accuracy) ->
        FastMath.pow(features, constants.get("exponent of K in the plateau"))
                * FastMath.log(features)
            + features
                * FastMath.log(features * FastMath.sqrt(accuracy))
                * FastMath.pow(accuracy, constants.get("exponent of 1/ε"));
  }

  /**
   * Times over bound, against K and against 1/ε.
   *
   * @param bound of K and 1/ε
   */
  private static Evidence compare(Family family, DoubleBinaryOperator bound, Reach reach) {
    var overFeatures =
        Picture.of("At ε = 0.01", Axes.features(), Exhibit.Axis.log("ηT over bound"));
    var overAccuracy = Picture.of("At K = 10⁴", Axes.epsilon(), Exhibit.Axis.log("ηT over bound"));
    var checks = new ArrayList<Check>();
    for (double dominant : family.dominants()) {
      String title = family.title(dominant);
      var features = Runs.decades(2, 8, reach);
      var ratios = new ArrayList<Double>();
      for (long k : features) {
        double tau = Runs.convergence(family.run(k, dominant, EPSILON, reach));
        ratios.add(tau / bound.applyAsDouble((double) k, 1 / EPSILON));
      }
      var run = family.run(MANY_FEATURES, dominant, 1 / ACCURACIES.getLast(), reach);
      Runs.convergence(run);
      // Where the run begins within the largest ε there is no time to compare.
      var accuracies = ACCURACIES.stream().filter(a -> Runs.convergence(run, 1 / a) > 0).toList();
      var others =
          accuracies.stream()
              .map(a -> Runs.convergence(run, 1 / a) / bound.applyAsDouble(MANY_FEATURES, a))
              .toList();
      checks.add(Check.atMost("exponent in K, " + title, Trend.exponent(features, ratios), STILL));
      checks.add(
          Check.atMost("exponent in 1/ε, " + title, Trend.exponent(accuracies, others), STILL));
      overFeatures.points(title, features, ratios);
      overAccuracy.points(title, accuracies, others);
    }
    return new Evidence(checks, List.of(overFeatures.exhibit(), overAccuracy.exhibit()));
  }

  private static Claim learningRate() {
    return ClaimDraft.of(
            "learning-rate-exponent",
            Huang2024.SOURCES.paper("theorem for imbalanced features"),
            "Iterations of gradient descent go as 1/η")
        .says(
            "Both convergence times are inversely proportional to the learning rate: what counts is"
                + " flow time τ = ηt.")
        .formula("T ∝ η^−1")
        .given("small steps: η p_k well below 1")
        .measures(
            "iterations of true gradient descent until ε = 0.01, imbalanced law with K = 20, p₁ ="
                + " 0.5, η = 1/64, 1/16, ¼: exponent over the last two")
        .tolerance("0.01: the method is of order one in η, and iterations are whole numbers")
        .reads("Gradient descent is the flow with another clock.")
        .fixes("exponent of η", -1)
        .decidedBy(TimeBoundClaims::countIterations);
  }

  private static Evidence countIterations(Constants constants, Reach reach) {
    var rates = List.of(1.0 / 64, 1.0 / 16, 1.0 / 4);
    var picture =
        Picture.of(
            "Iterations of gradient descent",
            Exhibit.Axis.log("learning rate η"),
            Exhibit.Axis.log("iterations until ε = 0.01"));
    var checks = new ArrayList<Check>();
    double exponent = constants.get("exponent of η");
    for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
      String title = Runs.title(query);
      var iterations =
          rates.stream().map(rate -> Runs.convergence(descent(query, rate, reach)) / rate).toList();
      checks.add(
          Check.near("exponent of η, " + title, Trend.exponent(rates, iterations), exponent, 0.01));
      picture.points(title, rates, iterations);
      picture.law(
          title + ", as stated",
          rates,
          rate -> iterations.getFirst() * FastMath.pow(rate / rates.getFirst(), exponent));
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static ColumnRun descent(long query, double learningRate, Reach reach) {
    var law = TokenLaw.imbalanced(20, 0.5);
    Runs.requireFeatures(law.features(), reach);
    var plan =
        new TrainingPlan(
            law,
            PromptLength.infinite(),
            LabelModel.linear(),
            new TrainingMethod.GradientDescent(learningRate),
            EPSILON,
            new Ending.Convergence(reach.patience()));
    return ColumnRun.train(plan, query);
  }
}
