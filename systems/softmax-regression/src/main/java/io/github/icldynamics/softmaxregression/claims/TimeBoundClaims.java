package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
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

  /** Values of η. */
  private static final List<Double> RATES = List.of(1.0 / 64, 1.0 / 16, 1.0 / 4);

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
        .measuredBy(reach -> measure(Family.DOMINANT, TimeBoundClaims::dominantBound, reach));
  }

  private static DoubleBinaryOperator dominantBound(Constants stated) {
    return (features, accuracy) ->
        FastMath.pow(features, stated.get("exponent of K"))
            * FastMath.pow(accuracy, stated.get("exponent of 1/ε"))
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
        .measuredBy(reach -> measure(Family.UNDER_REPRESENTED, TimeBoundClaims::twoTerms, reach));
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
        .measuredBy(reach -> measure(Family.BALANCED, TimeBoundClaims::twoTerms, reach));
  }

  private static DoubleBinaryOperator twoTerms(Constants stated) {
    return (features, accuracy) ->
        FastMath.pow(features, stated.get("exponent of K in the plateau")) * FastMath.log(features)
            + features
                * FastMath.log(features * FastMath.sqrt(accuracy))
                * FastMath.pow(accuracy, stated.get("exponent of 1/ε"));
  }

  /** Convergence times over K or over 1/ε. */
  private record Times(String title, List<? extends Number> at, List<Double> times) {
    /** A check that their ratios to a bound, which it draws, do not grow. */
    Check compare(String name, DoubleUnaryOperator bound, Picture picture) {
      var ratios = Corrections.image(at, times, (x, time) -> time / bound.applyAsDouble(x));
      picture.points(title, at, ratios);
      return Check.atMost(name + ", " + title, Trend.exponent(at, ratios), STILL);
    }
  }

  /** Those of a family at one p₁. */
  private record Convergence(Times overFeatures, Times overAccuracies) {}

  /**
   * Times against K and against 1/ε, to be compared with a bound.
   *
   * @param bound of K and 1/ε
   */
  private static Judgement measure(
      Family family, Function<Constants, DoubleBinaryOperator> bound, Reach reach) {
    var measured =
        family.dominants().stream()
            .map(
                dominant ->
                    new Convergence(
                        overFeatures(family, dominant, reach),
                        overAccuracies(family, dominant, reach)))
            .toList();
    return stated -> judge(measured, bound.apply(stated));
  }

  private static Times overFeatures(Family family, double dominant, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var times =
        features.stream().map(k -> Runs.convergence(family.run(k, dominant, EPSILON, reach)));
    return new Times(family.title(dominant), features, times.toList());
  }

  private static Times overAccuracies(Family family, double dominant, Reach reach) {
    var run = family.run(MANY_FEATURES, dominant, 1 / ACCURACIES.getLast(), reach);
    Runs.convergence(run);
    // Where the run begins within the largest ε there is no time to compare.
    var accuracies = ACCURACIES.stream().filter(a -> Runs.convergence(run, 1 / a) > 0).toList();
    var times = accuracies.stream().map(a -> Runs.convergence(run, 1 / a));
    return new Times(family.title(dominant), accuracies, times.toList());
  }

  private static Evidence judge(List<Convergence> measured, DoubleBinaryOperator bound) {
    var overFeatures =
        Picture.of("At ε = 0.01", Axes.features(), Exhibit.Axis.log("ηT over bound"));
    var overAccuracy = Picture.of("At K = 10⁴", Axes.epsilon(), Exhibit.Axis.log("ηT over bound"));
    var checks = new ArrayList<Check>();
    for (var convergence : measured) {
      checks.add(
          convergence.overFeatures.compare(
              "exponent in K", k -> bound.applyAsDouble(k, 1 / EPSILON), overFeatures));
      checks.add(
          convergence.overAccuracies.compare(
              "exponent in 1/ε", a -> bound.applyAsDouble(MANY_FEATURES, a), overAccuracy));
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
        .measuredBy(TimeBoundClaims::countIterations);
  }

  private static Judgement countIterations(Reach reach) {
    var observed =
        Observations.of(
            "Iterations of gradient descent",
            Exhibit.Axis.log("learning rate η"),
            Exhibit.Axis.log("iterations until ε = 0.01"));
    for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
      String title = Runs.title(query);
      var counts =
          RATES.stream().map(rate -> Runs.convergence(descent(query, rate, reach)) / rate).toList();
      double first = counts.getFirst();
      observed
          .near("exponent of η, " + title, Trend.exponent(RATES, counts), "exponent of η", 0.01)
          .points(title, RATES, counts)
          .law(
              title + ", as stated",
              RATES,
              (stated, rate) ->
                  first * FastMath.pow(rate / RATES.getFirst(), stated.get("exponent of η")));
    }
    return observed;
  }

  private static ColumnRun descent(long query, double learningRate, Reach reach) {
    var law = TokenLaw.imbalanced(20, 0.5);
    Runs.requireFeatures(law.features(), reach);
    var plan =
        new TrainingPlan(
            law,
            PromptLength.infinite(),
            LabelModel.linear(),
            new GradientDescent(learningRate),
            EPSILON,
            new Until.Convergence(reach.patience()));
    return ColumnRun.train(plan, query);
  }
}
