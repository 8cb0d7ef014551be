package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
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
    var approaches = Mixtures.exact().stream().map(law -> Approach.of(law, tokens, reach)).toList();
    return constants -> {
      double delta = constants.get("δ");
      var checks = approaches.stream().map(approach -> approach.endsBelow(delta)).toList();
      var picture = picture(tokens, approaches).law("δ", tokens, n -> delta);
      return Evidence.of(picture.exhibit(), checks);
    };
  }

  private static Picture picture(List<Long> tokens, List<Approach> approaches) {
    var picture =
        Picture.of(
            "Difference to Bayes, M = N",
            Mixtures.tokens("M = N"),
            Exhibit.Axis.log("E|P̂ − P_Bayes|"));
    for (var approach : approaches) {
      var values = approach.differences().stream().map(Quantity::value).toList();
      picture.points(approach.title(), tokens, values);
    }
    return picture;
  }

  /** How the difference to Bayes falls as the prompts of training and test grow. */
  private record Approach(String title, List<Quantity> differences) {
    static Approach of(MixtureLaw law, List<Long> tokens, Reach reach) {
      var differences = tokens.stream().map(n -> difference(law, n, reach)).toList();
      return new Approach(Mixtures.title(law), differences);
    }

    private static Quantity difference(MixtureLaw law, long tokens, Reach reach) {
      var trained = Mixtures.minimiser(law, tokens, reach).minimiser();
      var error = Mixtures.error(trained, law, Mixtures.promptLength(tokens, reach), reach);
      return Mixtures.scaled(error.totalVariation(), 1);
    }

    Check endsBelow(double bound) {
      return Check.atMost("difference at M = N = 10⁴, " + title, differences.getLast(), bound);
    }
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
    var excess = tokens.stream().map(m -> excess(Mixtures.line(2), m, reach)).toList();
    var exponent = Mixtures.exponent(30, excess.get(1), 300, excess.get(3));
    return constants -> {
      double kappa = constants.get("κ");
      return Evidence.of(
          Picture.of("Excess risk, N = ∞", Mixtures.tokens("M"), Exhibit.Axis.log("excess risk"))
              .points("measured", tokens, excess.stream().map(Estimate::mean).toList())
              .law("as stated", tokens, m -> kappa / (4 * FastMath.PI * m))
              .exhibit(),
          factor(100, excess.get(2), kappa),
          factor(300, excess.get(3), kappa),
          Check.near("exponent of M", exponent, constants.get("e"), 0.05));
    };
  }

  private static Check factor(long tokens, Estimate excess, double kappa) {
    var factor = Mixtures.scaled(excess, 4 * FastMath.PI * tokens);
    return Check.near("4πM × excess risk at M = " + tokens, factor, kappa, 0.1);
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
