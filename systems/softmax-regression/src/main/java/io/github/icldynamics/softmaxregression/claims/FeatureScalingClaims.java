package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.LocalExponents;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.softmaxregression.training.ErrorLaw;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** How the time depends on the number of features: exponent, constant, logarithm. */
final class FeatureScalingClaims {
  private static final double EPSILON = 0.01;

  private FeatureScalingClaims() {}

  static List<Claim> all() {
    return List.of(
        featureExponent(),
        firstTermUnderRepresented(),
        firstTermBalanced(),
        noLogarithmInFeatures(),
        squareRootCorrection());
  }

  /** {@code T (1 − p₁)} at ε = 0.01 of a family at every p₁, beside K². */
  private static List<Corrections.Growth> plateaus(
      Family family, List<Long> features, Reach reach) {
    return family.dominants().stream()
        .map(dominant -> plateau(family, dominant, features, reach))
        .toList();
  }

  private static Corrections.Growth plateau(
      Family family, double dominant, List<Long> features, Reach reach) {
    // The mass of all features like the query: of balanced ones there are no others.
    double likes = family == Family.UNDER_REPRESENTED ? 1 - dominant : 1;
    var ratios =
        features.stream()
            .map(
                k ->
                    Runs.convergence(family.run(k, dominant, EPSILON, reach))
                        * likes
                        / ((double) k * k))
            .toList();
    var times = Corrections.image(features, ratios, (k, ratio) -> ratio * k * k);
    return Corrections.Growth.overFeatures(family.title(dominant), features, times, ratios);
  }

  /** All kinds of query that have a plateau. */
  private static List<Corrections.Growth> everyPlateau(List<Long> features, Reach reach) {
    return Stream.of(Family.UNDER_REPRESENTED, Family.BALANCED)
        .flatMap(family -> plateaus(family, features, reach).stream())
        .toList();
  }

  private static Claim featureExponent() {
    return ClaimDraft.of(
            "exponent-of-features",
            Huang2024.SOURCES.formal("sections 2 and 4"),
            "The plateau lasts K to the power 2, fitted")
        .says("The time to a fixed ε grows with the square of the number of features.")
        .formula("ln T = const + a ln K + b K^−½ + c ln K/K + d/K,   a = 2")
        .given("balanced or under-represented features; long prompts; ε = 0.01")
        .measures(
            "a with the spread that the residuals of its fit leave (there is no noise), and the"
                + " residuals of the fit, from K = 10² … 10⁸ by half decades, for three p₁")
        .tolerance(
            "10^−6: terms of order ln K/K^1.5, left out of the fit, move it by 10^−7; residuals at"
                + " most 50 times that term")
        .reads("K² is the true growth of the flow's time, not a weakness of the proof.")
        .fixes("exponent", 2)
        .measuredBy(FeatureScalingClaims::measureFeatureExponent);
  }

  private static Judgement measureFeatureExponent(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var plateaus = everyPlateau(features, reach);
    var observed =
        Observations.of("Time to ε = 0.01", Axes.features(), Exhibit.Axis.log("ηT(1 − p₁)"));
    plateaus.forEach(plateau -> plateau.observeExponent("exponent of K", 1e-6, observed));
    Plateaus.drawPower(features, "exponent", observed);
    observed.growth(LocalExponents.ofTimes(0, 2.0));
    return Corrections.Growth.withResiduals(plateaus, Axes.features(), observed);
  }

  private static Claim firstTermUnderRepresented() {
    return ClaimDraft.of(
            "under-represented-first-term",
            Huang2024.SOURCES.formal("section 4"),
            "T_k ≈ K²/((1 − p₁)η): the constant of the plateau")
        .says("The plateau of an under-represented feature lasts K²/(1 − p₁) in flow time.")
        .formula("T_k (1 − p₁)/K² → 1")
        .given("imbalanced law; (1 − p_k)^N ≪ ε; 4 ln K/K, √(2/K) and 1/(4εK) small")
        .measures(
            "the ratio at K = 10⁸, ε = 0.01, and its limit fitted over K = 10² … 10⁸ with the"
                + " scatter of the residuals, three p₁")
        .tolerance("0.001 at K = 10⁸, where √(2/K) = 1.4·10^−4; 10^−6 for the limit")
        .reads("The bound's K² is sharp, and its constant is 1/(1 − p₁).")
        .fixes("constant", 1)
        .measuredBy(reach -> measureFirstTerm(Family.UNDER_REPRESENTED, reach));
  }

  private static Claim firstTermBalanced() {
    return ClaimDraft.of(
            "balanced-first-term",
            Huang2024.SOURCES.proved("section 2"),
            "T ≈ K²/η for balanced features")
        .says("The plateau of balanced features lasts K² in flow time.")
        .formula("T_balanced/K² → 1")
        .given("balanced law; long prompts")
        .measures(
            "the ratio at K = 10⁸, ε = 0.01, and its limit fitted over K = 10² … 10⁸ with the"
                + " scatter of the residuals")
        .tolerance("0.001 at K = 10⁸; 10^−6 for the limit")
        .reads("At equal K the balanced law learns faster, by the factor 1 − p₁.")
        .fixes("constant", 1)
        .measuredBy(reach -> measureFirstTerm(Family.BALANCED, reach));
  }

  private static Judgement measureFirstTerm(Family family, Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var observed =
        Observations.of(
            "Plateau over K²/(1 − p₁)", Axes.features(), Exhibit.Axis.linear("T(1 − p₁)/K²"));
    plateaus(family, features, reach)
        .forEach(plateau -> plateau.observeConstant("ratio at K = 10⁸", 1e-3, 1e-6, observed));
    return observed
        .law("as stated", features, (stated, k) -> stated.get("constant"))
        .growth(LocalExponents.ofTimes(2, 2.0));
  }

  private static Claim noLogarithmInFeatures() {
    return ClaimDraft.of(
            "no-logarithm-in-features",
            Huang2024.SOURCES.formal("sections 2 and 4"),
            "K² and not K² log K, by the residuals of both fits")
        .says("The plateau has no factor log K: a term K² ln K in the fit gets the coefficient 0.")
        .formula("T(1 − p₁)/K² = c + b ln K + O(K^−½),   b = 0")
        .given("balanced or under-represented features; long prompts; ε = 0.01")
        .measures(
            "b with the spread that the residuals of its fit leave over K = 10² … 10⁸, and by how"
                + " much the residuals, as Akaike's criterion counts them, are larger with K² ln K"
                + " in place of K² (there is no noise, so that it is no probability)")
        .tolerance(
            "10^−6 for b, which terms left out of the fit move by 10^−8; 10 for the criterion, at "
                + "which the worse model has lost all support")
        .reads("The bound on T_k holds; its log K is not needed.")
        .fixes("coefficient of the logarithm", 0)
        .measuredBy(FeatureScalingClaims::measureLogarithm);
  }

  private static Judgement measureLogarithm(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var observed =
        Observations.of(
            "Is there a logarithm?", Axes.features(), Exhibit.Axis.linear("T(1 − p₁)/K²"));
    everyPlateau(features, reach)
        .forEach(plateau -> plateau.observeLogarithm("coefficient of ln K", 1e-6, observed));
    double first = FastMath.log((double) features.getFirst());
    return observed
        .law("with a factor ln K", features, (stated, k) -> FastMath.log(k) / first)
        .law("second-order law, p₁ = 0.5", features, (stated, k) -> secondOrder(k))
        .growth(LocalExponents.ofTimes(2, 2.0));
  }

  /** {@code T(1 − p₁)/K²} of the whole time law at p₁ = ½, ε = 0.01. */
  private static double secondOrder(double features) {
    double others = features - 1;
    double plateau = 2 * others * others;
    double time = new ErrorLaw.WholeTime(plateau, features, 1).timeTo(0.01);
    return 0.5 * time / (features * features);
  }

  private static Claim squareRootCorrection() {
    return ClaimDraft.of(
            "square-root-correction",
            Huang2024.SOURCES.formal("section 4"),
            "A dominant feature costs another √2 K^1.5; balance costs nothing")
        .says(
            "The first correction to the plateau is √(2/K) where there is a dominant feature, "
                + "which still holds attention while it is being suppressed, and absent where "
                + "there is none.")
        .formula("T(1 − p₁)/K² = 1 + c K^−½ + O(ln K/K),   c = √2, balanced c = 0")
        .given("long prompts; ε = 0.01")
        .measures(
            "c with the spread that the residuals of its fit leave over K = 10² … 10⁸, three p₁ and"
                + " balanced")
        .tolerance("0.001: terms of order ln K/K^1.5, left out of the fit, move it by 10^−4")
        .reads("The cost of imbalance beyond the factor 1/(1 − p₁) does not depend on p₁.")
        .fixes("coefficient with a dominant feature", FastMath.sqrt(2))
        .fixes("coefficient without", 0)
        .measuredBy(FeatureScalingClaims::measureSquareRoot);
  }

  private static Judgement measureSquareRoot(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var observed =
        Observations.of(
            "First correction to the plateau",
            Axes.features(),
            Exhibit.Axis.linear("[T(1 − p₁)/K² − 1] √K"));
    var imbalanced = plateaus(Family.UNDER_REPRESENTED, features, reach);
    observeSquareRoot(imbalanced, "coefficient with a dominant feature", observed);
    var balanced = plateaus(Family.BALANCED, features, reach);
    observeSquareRoot(balanced, "coefficient without", observed);
    return observed;
  }

  private static void observeSquareRoot(
      List<Corrections.Growth> plateaus, String constant, Observations observed) {
    for (var plateau : plateaus) {
      var coefficient = Trend.coefficient(plateau.fit(k -> 1), 1);
      var excess =
          Corrections.image(
              plateau.at(), plateau.ratios(), (k, ratio) -> (ratio - 1) * FastMath.sqrt(k));
      observed
          .near("coefficient, " + plateau.title(), coefficient, constant, 1e-3)
          .points(plateau.title(), plateau.at(), excess);
    }
    observed.draw(
        (stated, picture) -> {
          double coefficient = stated.get(constant);
          String label = coefficient == 0 ? "as stated, balanced" : "as stated";
          picture.law(label, plateaus.getFirst().at(), k -> coefficient);
        });
  }
}
