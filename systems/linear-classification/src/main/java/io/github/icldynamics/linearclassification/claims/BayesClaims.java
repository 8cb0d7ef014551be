package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Quantity;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.objective.InferenceError;
import io.github.icldynamics.statistics.Estimate;
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
        .measuredBy(BayesClaims::measureApproach);
  }

  private static Judgement measureApproach(Reach reach) {
    var tokens = Mixtures.decades(1, 4, reach);
    var observed =
        Observations.of(
            "Difference to Bayes, M = N",
            Mixtures.tokens("M = N"),
            Exhibit.Axis.log("E|P̂ − P_Bayes|"));
    for (var law : Mixtures.exact()) {
      var differences = tokens.stream().map(n -> difference(law, n, reach)).toList();
      String title = Mixtures.title(law);
      observed
          .points(title, tokens, differences.stream().map(Quantity::value).toList())
          .atMost("difference at M = N = 10⁴, " + title, differences.getLast(), "δ");
    }
    return observed.law("δ", tokens, (stated, n) -> stated.get("δ"));
  }

  private static Quantity difference(MixtureLaw law, long tokens, Reach reach) {
    var trained = Mixtures.minimiser(law, tokens, reach).minimiser();
    var error = Mixtures.error(trained, law, Mixtures.promptLength(tokens, reach), reach);
    return Mixtures.scaled(error.totalVariation(), 1);
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
        .measuredBy(BayesClaims::measureExcess);
  }

  private static Judgement measureExcess(Reach reach) {
    var tokens = List.of(10L, 30L, 100L, 300L);
    var errors = Mixtures.testErrors(Mixtures.line(2), tokens, Mixtures.manyPoints(reach), reach);
    var excess = errors.stream().map(InferenceError::excessRisk).toList();
    var observed =
        Observations.of("Excess risk, N = ∞", Mixtures.tokens("M"), Exhibit.Axis.log("excess risk"))
            .points("measured", tokens, excess.stream().map(Estimate::mean).toList())
            .law("as stated", tokens, (stated, m) -> stated.get("κ") / (4 * FastMath.PI * m));
    for (int i = 2; i <= 3; i++) {
      var factor = Mixtures.scaled(excess.get(i), 4 * FastMath.PI * tokens.get(i));
      observed.near("4πM × excess risk at M = " + tokens.get(i), factor, "κ", 0.1);
    }
    var exponent = Mixtures.exponent(30, excess.get(1), 300, excess.get(3));
    return observed.near("exponent of M", exponent, "e", 0.05);
  }
}
