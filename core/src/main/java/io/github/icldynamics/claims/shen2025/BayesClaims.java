package io.github.icldynamics.claims.shen2025;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.classification.InferenceError;
import io.github.icldynamics.classification.MixtureLaw;
import io.github.icldynamics.population.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** Long prompts make the trained layer a Bayes classifier. */
final class BayesClaims {
  private BayesClaims() {}

  static List<Claim> all() {
    return List.of(longPromptsReachBayes(), excessRisk());
  }

  private static Claim longPromptsReachBayes() {
    return ClaimDraft.of(
            "long-prompts-reach-bayes",
            Shen2025.SOURCES.paper("abstract; theorem on inference"),
            "With long prompts in training and test the layer answers as Bayes does")
        .says(
            "Trained on long prompts and asked with long prompts, the layer gives the probabilities"
                + " of whoever knows the task: at 10⁴ tokens they differ by less than 0.5%.")
        .formula("E |P̂ − P_Bayes| < δ at M = N = 10⁴,   δ = 0.005")
        .given("c = 2; equally likely classes, means rotated; Λ = 1 and diag(1, 2)")
        .measures(
            "the mean difference at M = N = 10⁴, W* exact, with two standard errors (16 × 2048 "
                + "points); the exhibit begins at 10")
        .tolerance("none: the interval has to lie below δ")
        .reads("One layer of linear attention is all that this family of tasks needs.")
        .fixes("δ", 0.005)
        .decidedBy(BayesClaims::measureApproach);
  }

  private static Evidence measureApproach(Constants constants, Reach reach) {
    var tokens = Mixtures.decades(1, 4, reach);
    var picture =
        Picture.of(
            "Difference to Bayes, M = N",
            Mixtures.tokens("M = N"),
            Exhibit.Axis.log("E|P̂ − P_Bayes|"));
    var checks = new ArrayList<Check>();
    for (var law : Mixtures.exact()) {
      var errors =
          tokens.stream()
              .map(
                  n ->
                      Mixtures.error(
                          Mixtures.minimiser(law, n, reach).minimiser(),
                          law,
                          Mixtures.promptLength(n, reach),
                          reach))
              .map(error -> Mixtures.scaled(error.totalVariation(), 1))
              .toList();
      checks.add(
          Check.atMost(
              "difference at M = N = 10⁴, " + Mixtures.title(law),
              errors.getLast(),
              constants.get("δ")));
      picture.points(
          Mixtures.title(law), tokens, errors.stream().map(error -> error.value()).toList());
    }
    return Evidence.of(picture.law("δ", tokens, n -> constants.get("δ")).exhibit(), checks);
  }

  private static Claim excessRisk() {
    return ClaimDraft.of(
            "excess-risk-exponent",
            Shen2025.SOURCES.formal("section 'inference'"),
            "The classes go wrong much more rarely than the probabilities: (1/4π)/M for Λ = 1")
        .says(
            "The layer names another class than Bayes only where the two means nearly coincide, "
                + "and there little is lost: its excess risk falls as 1/M, not as 1/√M.")
        .formula("excess risk = (κ/4π) M^e at N = ∞,   κ = 1, e = −1")
        .given("c = 2, d = 1, Λ = 1; equally likely classes, means rotated")
        .measures(
            "4πM × excess risk at M = 100 and 300, and the exponent from 30 to 300, with two "
                + "standard errors (256 × 2048 points)")
        .tolerance("0.1 for κ and 0.05 for e: three to four standard errors")
        .reads("Naming the right class takes far fewer tokens than knowing its probability.")
        .fixes("κ", 1)
        .fixes("e", -1)
        .decidedBy(BayesClaims::measureExcess);
  }

  private static Evidence measureExcess(Constants constants, Reach reach) {
    double kappa = constants.get("κ");
    var tokens = List.of(10L, 30L, 100L, 300L);
    var excess = tokens.stream().map(m -> excess(Mixtures.line(2), m, reach)).toList();
    var checks = new ArrayList<Check>();
    for (int i = 2; i < 4; i++) {
      checks.add(
          Check.near(
              "4πM × excess risk at M = " + tokens.get(i),
              Mixtures.scaled(excess.get(i), 4 * FastMath.PI * tokens.get(i)),
              kappa,
              0.1));
    }
    checks.add(
        Check.near(
            "exponent of M",
            Mixtures.exponent(tokens.get(1), excess.get(1), tokens.get(3), excess.get(3)),
            constants.get("e"),
            0.05));
    return Evidence.of(
        Picture.of("Excess risk, N = ∞", Mixtures.tokens("M"), Exhibit.Axis.log("excess risk"))
            .points("measured", tokens, excess.stream().map(Estimate::mean).toList())
            .law("as stated", tokens, m -> kappa / (4 * FastMath.PI * m))
            .exhibit(),
        checks);
  }

  private static Estimate excess(MixtureLaw law, long tokens, Reach reach) {
    return InferenceError.of(
            law.infinitePromptMinimiser(),
            law,
            Mixtures.promptLength(tokens, reach),
            Mixtures.manyPoints(reach),
            Mixtures.WORKFORCE)
        .excessRisk();
  }
}
