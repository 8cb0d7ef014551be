package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.statistics.LinearFit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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

  /**
   * One kind of query over the number of features.
   *
   * @param ratios {@code T (1 − p₁)/K²} at ε = 0.01
   */
  private record Plateau(String title, List<Long> features, List<Double> ratios) {
    static Plateau of(Family family, double dominant, List<Long> features, Reach reach) {
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
      return new Plateau(family.title(dominant), features, ratios);
    }

    /** The power of K by which {@code T (1 − p₁)} grows. */
    Corrections.PowerLaw power() {
      var times = new ArrayList<Double>();
      for (int i = 0; i < features.size(); i++) {
        double k = features.get(i);
        times.add(ratios.get(i) * k * k);
      }
      return Corrections.PowerLaw.overFeatures(title, features, times);
    }

    /** {@code lead, K^{−½}, ln K/K, 1/K}. */
    private LinearFit fit(DoubleUnaryOperator... lead) {
      return Corrections.overFeatures(features, ratios, lead);
    }

    Quantity limit() {
      return Trend.coefficient(fit(k -> 1), 0);
    }

    Quantity coefficientOfRoot() {
      return Trend.coefficient(fit(k -> 1), 1);
    }

    Quantity coefficientOfLogarithm() {
      return Trend.coefficient(fit(k -> 1, FastMath::log), 1);
    }

    /** By how much Akaike's criterion prefers a constant in front to a logarithm. */
    double preferenceForConstant() {
      return fit(FastMath::log).akaike() - fit(k -> 1).akaike();
    }

    /** {@code [T (1 − p₁)/K² − 1] √K}. */
    List<Double> scaledExcess() {
      var scaled = new ArrayList<Double>();
      for (int i = 0; i < ratios.size(); i++) {
        scaled.add((ratios.get(i) - 1) * FastMath.sqrt((double) features.get(i)));
      }
      return scaled;
    }
  }

  /** A family at every p₁. */
  private static List<Plateau> plateaus(Family family, List<Long> features, Reach reach) {
    return family.dominants().stream()
        .map(dominant -> Plateau.of(family, dominant, features, reach))
        .toList();
  }

  /** All kinds of query that have a plateau. */
  private static List<Plateau> everyPlateau(List<Long> features, Reach reach) {
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
            "a with its 95% interval, and the residuals of the fit, from K = 10² … 10⁸ by half"
                + " decades, for three p₁")
        .tolerance(
            "10^−6: terms of order ln K/K^1.5, left out of the fit, move it by 10^−7; residuals at"
                + " most 50 times that term")
        .reads("K² is the true growth of the flow's time, not a weakness of the proof.")
        .fixes("exponent", 2)
        .measuredBy(FeatureScalingClaims::measureFeatureExponent);
  }

  private static Judgement measureFeatureExponent(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var powers = everyPlateau(features, reach).stream().map(Plateau::power).toList();
    return constants -> judgeFeatureExponent(powers, features, constants.get("exponent"));
  }

  private static Evidence judgeFeatureExponent(
      List<Corrections.PowerLaw> powers, List<Long> features, double exponent) {
    var picture = Picture.of("Time to ε = 0.01", Axes.features(), Exhibit.Axis.log("ηT(1 − p₁)"));
    var residuals =
        Picture.of(
            "Residuals of the fit",
            Axes.features(),
            Exhibit.Axis.log("|residual| over the term left out"));
    var checks = new ArrayList<Check>();
    for (var power : powers) {
      checks.add(Check.near("exponent of K, " + power.title(), power.exponent(), exponent, 1e-6));
      checks.add(power.residualCheck());
      picture.points(power.title(), power.at(), power.values());
      residuals.points(power.title(), power.at(), power.residuals());
    }
    picture.law("K^" + exponent, features, k -> FastMath.pow(k, exponent));
    return new Evidence(checks, List.of(picture.exhibit(), residuals.exhibit()));
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
            "the ratio at K = 10⁸, ε = 0.01, and its limit fitted over K = 10² … 10⁸ with its 95% "
                + "interval, three p₁")
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
            "the ratio at K = 10⁸, ε = 0.01, and its limit fitted over K = 10² … 10⁸ with its 95% "
                + "interval")
        .tolerance("0.001 at K = 10⁸; 10^−6 for the limit")
        .reads("At equal K the balanced law learns faster, by the factor 1 − p₁.")
        .fixes("constant", 1)
        .measuredBy(reach -> measureFirstTerm(Family.BALANCED, reach));
  }

  private static Judgement measureFirstTerm(Family family, Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var plateaus = plateaus(family, features, reach);
    return constants -> judgeFirstTerm(plateaus, features, constants.get("constant"));
  }

  private static Evidence judgeFirstTerm(
      List<Plateau> plateaus, List<Long> features, double constant) {
    var picture =
        Picture.of(
            "Plateau over K²/(1 − p₁)", Axes.features(), Exhibit.Axis.linear("T(1 − p₁)/K²"));
    var checks = new ArrayList<Check>();
    for (var plateau : plateaus) {
      String title = plateau.title();
      double last = plateau.ratios().getLast();
      checks.add(Check.near("ratio at K = 10⁸, " + title, last, constant, 1e-3));
      checks.add(Check.near("fitted limit, " + title, plateau.limit(), constant, 1e-6));
      picture.points(title, features, plateau.ratios());
    }
    return Evidence.of(picture.law("as stated", features, k -> constant).exhibit(), checks);
  }

  private static Claim noLogarithmInFeatures() {
    return ClaimDraft.of(
            "no-logarithm-in-features",
            Huang2024.SOURCES.formal("sections 2 and 4"),
            "K² and not K² log K: model selection")
        .says("The plateau has no factor log K: a term K² ln K in the fit gets the coefficient 0.")
        .formula("T(1 − p₁)/K² = c + b ln K + O(K^−½),   b = 0")
        .given("balanced or under-represented features; long prompts; ε = 0.01")
        .measures(
            "b with its 95% interval over K = 10² … 10⁸, and by how much Akaike's criterion "
                + "prefers the model without the logarithm to the one with K² ln K in place of "
                + "K²")
        .tolerance(
            "10^−6 for b, which terms left out of the fit move by 10^−8; 10 for the criterion, at "
                + "which the worse model has lost all support")
        .reads("The bound on T_k holds; its log K is not needed.")
        .fixes("coefficient of the logarithm", 0)
        .measuredBy(FeatureScalingClaims::measureLogarithm);
  }

  private static Judgement measureLogarithm(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var plateaus = everyPlateau(features, reach);
    return constants ->
        judgeLogarithm(plateaus, features, constants.get("coefficient of the logarithm"));
  }

  private static Evidence judgeLogarithm(
      List<Plateau> plateaus, List<Long> features, double stated) {
    var picture =
        Picture.of("Is there a logarithm?", Axes.features(), Exhibit.Axis.linear("T(1 − p₁)/K²"));
    var checks = new ArrayList<Check>();
    for (var plateau : plateaus) {
      String title = plateau.title();
      var coefficient = plateau.coefficientOfLogarithm();
      double preference = plateau.preferenceForConstant();
      checks.add(Check.near("coefficient of ln K, " + title, coefficient, stated, 1e-6));
      checks.add(Check.atLeast("preference for no logarithm, " + title, preference, 10));
      picture.points(title, features, plateau.ratios());
    }
    double first = FastMath.log((double) features.getFirst());
    picture.law("with a factor ln K", features, k -> FastMath.log(k) / first);
    picture.law("without", features, k -> 1);
    return Evidence.of(picture.exhibit(), checks);
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
        .measures("c with its 95% interval over K = 10² … 10⁸, three p₁ and balanced")
        .tolerance("0.001: terms of order ln K/K^1.5, left out of the fit, move it by 10^−4")
        .reads("The cost of imbalance beyond the factor 1/(1 − p₁) does not depend on p₁.")
        .fixes("coefficient with a dominant feature", FastMath.sqrt(2))
        .fixes("coefficient without", 0)
        .measuredBy(FeatureScalingClaims::measureSquareRoot);
  }

  private static Judgement measureSquareRoot(Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var imbalanced = plateaus(Family.UNDER_REPRESENTED, features, reach);
    var balanced = plateaus(Family.BALANCED, features, reach);
    return constants -> {
      var picture =
          Picture.of(
              "First correction to the plateau",
              Axes.features(),
              Exhibit.Axis.linear("[T(1 − p₁)/K² − 1] √K"));
      var checks = new ArrayList<Check>();
      double withDominant = constants.get("coefficient with a dominant feature");
      checks.addAll(judgeSquareRoot(imbalanced, withDominant, picture));
      checks.addAll(judgeSquareRoot(balanced, constants.get("coefficient without"), picture));
      return Evidence.of(picture.exhibit(), checks);
    };
  }

  private static List<Check> judgeSquareRoot(
      List<Plateau> plateaus, double stated, Picture picture) {
    var checks = new ArrayList<Check>();
    for (var plateau : plateaus) {
      String name = "coefficient, " + plateau.title();
      checks.add(Check.near(name, plateau.coefficientOfRoot(), stated, 1e-3));
      picture.points(plateau.title(), plateau.features(), plateau.scaledExcess());
    }
    String label = stated == 0 ? "as stated, balanced" : "as stated";
    picture.law(label, plateaus.getFirst().features(), k -> stated);
    return checks;
  }
}
