package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.LinearFit;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
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

  /** {@code 1 − p₁} of under-represented features, 1 of balanced ones. */
  private static double likes(Family family, double dominant) {
    return family == Family.UNDER_REPRESENTED ? 1 - dominant : 1;
  }

  /** {@code T (1 − p₁)/K²} at ε = 0.01. */
  private static List<Double> plateaus(
      Family family, double dominant, List<Long> features, Reach reach) {
    return features.stream()
        .map(
            k ->
                Runs.convergence(family.run(k, dominant, EPSILON, reach))
                    * likes(family, dominant)
                    / ((double) k * k))
        .toList();
  }

  /** {@code lead, K^{−½}, ln K/K, 1/K}. */
  private static LinearFit fitPlateau(
      List<Long> features, List<Double> plateaus, DoubleUnaryOperator lead) {
    return Corrections.overFeatures(features, plateaus, lead);
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
        .decidedBy(FeatureScalingClaims::fitFeatureExponent);
  }

  private static Evidence fitFeatureExponent(Constants constants, Reach reach) {
    double exponent = constants.get("exponent");
    var features = Runs.halfDecades(2, 8, reach);
    var picture = Picture.of("Time to ε = 0.01", Axes.features(), Exhibit.Axis.log("ηT(1 − p₁)"));
    var residuals =
        Picture.of(
            "Residuals of the fit",
            Axes.features(),
            Exhibit.Axis.log("|residual| over the term left out"));
    var checks = new ArrayList<Check>();
    for (var family : List.of(Family.UNDER_REPRESENTED, Family.BALANCED)) {
      for (double dominant : family.dominants()) {
        var plateaus = plateaus(family, dominant, features, reach);
        var logs = new ArrayList<Double>();
        var times = new ArrayList<Double>();
        for (int i = 0; i < features.size(); i++) {
          double k = features.get(i);
          times.add(plateaus.get(i) * k * k);
          logs.add(FastMath.log(times.getLast()));
        }
        var fit = Corrections.overFeatures(features, logs, k -> 1, FastMath::log);
        checks.add(
            Check.near(
                "exponent of K, " + family.title(dominant),
                Trend.coefficient(fit, 1),
                exponent,
                1e-6));
        var left = Corrections.residuals(fit, features, Corrections::leftOutInFeatures);
        checks.add(Corrections.residualCheck(family.title(dominant), left));
        picture.points(family.title(dominant), features, times);
        residuals.points(family.title(dominant), features, left);
      }
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
        .decidedBy((constants, reach) -> fitFirstTerm(Family.UNDER_REPRESENTED, constants, reach));
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
        .decidedBy((constants, reach) -> fitFirstTerm(Family.BALANCED, constants, reach));
  }

  private static Evidence fitFirstTerm(Family family, Constants constants, Reach reach) {
    double constant = constants.get("constant");
    var features = Runs.halfDecades(2, 8, reach);
    var picture =
        Picture.of(
            "Plateau over K²/(1 − p₁)", Axes.features(), Exhibit.Axis.linear("T(1 − p₁)/K²"));
    var checks = new ArrayList<Check>();
    for (double dominant : family.dominants()) {
      var plateaus = plateaus(family, dominant, features, reach);
      String title = family.title(dominant);
      checks.add(Check.near("ratio at K = 10⁸, " + title, plateaus.getLast(), constant, 1e-3));
      checks.add(
          Check.near(
              "fitted limit, " + title,
              Trend.coefficient(fitPlateau(features, plateaus, k -> 1), 0),
              constant,
              1e-6));
      picture.points(title, features, plateaus);
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
        .decidedBy(FeatureScalingClaims::selectFeatureModel);
  }

  private static Evidence selectFeatureModel(Constants constants, Reach reach) {
    double coefficient = constants.get("coefficient of the logarithm");
    var features = Runs.halfDecades(2, 8, reach);
    var picture =
        Picture.of("Is there a logarithm?", Axes.features(), Exhibit.Axis.linear("T(1 − p₁)/K²"));
    var checks = new ArrayList<Check>();
    for (var family : List.of(Family.UNDER_REPRESENTED, Family.BALANCED)) {
      for (double dominant : family.dominants()) {
        var plateaus = plateaus(family, dominant, features, reach);
        var both = Corrections.overFeatures(features, plateaus, k -> 1, FastMath::log);
        double preference =
            fitPlateau(features, plateaus, FastMath::log).akaike()
                - fitPlateau(features, plateaus, k -> 1).akaike();
        String title = family.title(dominant);
        checks.add(
            Check.near(
                "coefficient of ln K, " + title, Trend.coefficient(both, 1), coefficient, 1e-6));
        checks.add(Check.atLeast("preference for no logarithm, " + title, preference, 10));
        picture.points(title, features, plateaus);
      }
    }
    double first = FastMath.log((double) features.getFirst());
    return Evidence.of(
        picture
            .law("with a factor ln K", features, k -> FastMath.log(k) / first)
            .law("without", features, k -> 1)
            .exhibit(),
        checks);
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
        .decidedBy(FeatureScalingClaims::fitSquareRoot);
  }

  private static Evidence fitSquareRoot(Constants constants, Reach reach) {
    var features = Runs.halfDecades(2, 8, reach);
    var picture =
        Picture.of(
            "First correction to the plateau",
            Axes.features(),
            Exhibit.Axis.linear("[T(1 − p₁)/K² − 1] √K"));
    var checks = new ArrayList<Check>();
    for (var family : List.of(Family.UNDER_REPRESENTED, Family.BALANCED)) {
      double stated =
          constants.get(
              family == Family.BALANCED
                  ? "coefficient without"
                  : "coefficient with a dominant feature");
      for (double dominant : family.dominants()) {
        var plateaus = plateaus(family, dominant, features, reach);
        var scaled = new ArrayList<Double>();
        for (int i = 0; i < plateaus.size(); i++) {
          scaled.add((plateaus.get(i) - 1) * FastMath.sqrt((double) features.get(i)));
        }
        var fit = fitPlateau(features, plateaus, k -> 1);
        checks.add(
            Check.near(
                "coefficient, " + family.title(dominant), Trend.coefficient(fit, 1), stated, 1e-3));
        picture.points(family.title(dominant), features, scaled);
      }
      picture.law(stated == 0 ? "as stated, balanced" : "as stated", features, k -> stated);
    }
    return Evidence.of(picture.exhibit(), checks);
  }
}
