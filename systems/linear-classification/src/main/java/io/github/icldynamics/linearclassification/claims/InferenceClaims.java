package io.github.icldynamics.linearclassification.claims;

import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.objective.InferenceError;
import io.github.icldynamics.linearclassification.objective.Sampling;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;
import org.hipparchus.util.FastMath;

/** How far the trained layer's probabilities are from Bayes's, against the prompt lengths. */
final class InferenceClaims {
  private static final int POINTS = 2048;

  private InferenceClaims() {}

  static List<Claim> all() {
    return List.of(testExponent(), trainingExponent(), firstOrderConstants());
  }

  /** Errors of the layer trained on infinite prompts, asked with prompts of M tokens. */
  private static List<Estimate> testErrors(
      MixtureLaw law, List<Long> tokens, Sampling sampling, Reach reach) {
    return Mixtures.testErrors(law, tokens, sampling, reach).stream()
        .map(InferenceError::totalVariation)
        .toList();
  }

  /** Errors of the layer trained on prompts of N tokens, asked with infinite ones. */
  private static List<Estimate> trainingErrors(MixtureLaw law, List<Long> tokens, Reach reach) {
    var layers = tokens.stream().map(n -> Mixtures.minimiser(law, n, reach).minimiser()).toList();
    return Mixtures.errors(layers, law, PromptLength.infinite(), reach).stream()
        .map(InferenceError::totalVariation)
        .toList();
  }

  private static List<Double> means(List<Estimate> errors) {
    return errors.stream().map(Estimate::mean).toList();
  }

  private static Observations observe(String title, String symbol) {
    var error = Exhibit.Axis.log("E ½ Σ_j |P̂_j − P_j|");
    return Observations.of(title, Mixtures.tokens(symbol), error);
  }

  /** The last exponent has to be e. */
  private static void observeExponent(
      String name, List<Long> tokens, List<Estimate> errors, String title, Observations observed) {
    int last = tokens.size() - 1;
    var exponent =
        Mixtures.exponent(
            tokens.get(last - 1), errors.get(last - 1), tokens.get(last), errors.get(last));
    observed.near(name + ", " + title, exponent, "e", 0.02).points(title, tokens, means(errors));
  }

  private static Claim testExponent() {
    return ClaimDraft.of(
            "test-length-exponent",
            Shen2025.SOURCES.paper("theorem on inference: O(1/√M)"),
            "The error of the probabilities falls as 1/√M with the test prompt")
        .says(
            "A layer trained on long prompts and asked with M tokens misses the probabilities of "
                + "Bayes by O(1/√M).")
        .formula("E ½ Σ_j |P̂_j − P_j| = Θ(M^e) at N = ∞,   e = −½")
        .given("equally likely classes, means rotated; W = cΛ^−1")
        .measures(
            "exponent from M = 10⁴ to 10⁵ for (c, d) = (2, 1), (2, 2), (3, 2), with the interval of"
                + " two standard errors (16 × 2048 points); the exhibit begins at 10")
        .tolerance("0.02, twice to four times the interval")
        .reads("The bound holds and is tight.")
        .fixes("e", -0.5)
        .measuredBy(InferenceClaims::measureTestExponent);
  }

  private static Judgement measureTestExponent(Reach reach) {
    var tokens = Mixtures.decades(1, 5, reach);
    var observed = observe("Error against the test length, N = ∞", "M");
    for (var law : List.of(Mixtures.line(2), Mixtures.plane(2), Mixtures.plane(3))) {
      var errors = testErrors(law, tokens, Mixtures.sampling(POINTS, reach), reach);
      observeExponent("exponent of M", tokens, errors, Mixtures.title(law), observed);
    }
    return observed;
  }

  private static Claim trainingExponent() {
    return ClaimDraft.of(
            "training-length-exponent",
            Shen2025.SOURCES.paper("theorem on inference: O(1/N)"),
            "The error of the probabilities falls as 1/N with the training prompt")
        .says(
            "A layer trained on prompts of N tokens and asked with long ones misses the "
                + "probabilities of Bayes by O(1/N).")
        .formula("E ½ Σ_j |P̂_j − P_j| = Θ(N^e) at M = ∞,   e = −1")
        .given("c = 2; equally likely classes, means rotated; Λ = 1 and diag(1, 2)")
        .measures(
            "exponent from N = 10⁴ to 10⁵, W* exact, the error over the same 16 × 2048 points at "
                + "both, with the interval of two standard errors; the exhibit begins at 10")
        .tolerance("0.02; the second order is 5·10^−3 of the first at 10⁴")
        .reads("The bound holds and is tight.")
        .fixes("e", -1)
        .measuredBy(InferenceClaims::measureTrainingExponent);
  }

  private static Judgement measureTrainingExponent(Reach reach) {
    var tokens = Mixtures.decades(1, 5, reach);
    var observed = observe("Error against the training length, M = ∞", "N");
    for (var law : Mixtures.exact()) {
      var errors = trainingErrors(law, tokens, reach);
      observeExponent("exponent of N", tokens, errors, Mixtures.title(law), observed);
    }
    return observed;
  }

  private static Claim firstOrderConstants() {
    return ClaimDraft.of(
            "inference-constants",
            Shen2025.SOURCES.formal("section 'inference'"),
            "For Λ = 1 and two classes the error is 0.42582/√M and 2.1200/N")
        .says(
            "To first order the error is that of a Gaussian fluctuation of the logits, or of their "
                + "change by G: both constants are integrals.")
        .formula(
            "√M × error → a at N = ∞, N × error → b at M = ∞,   a = 0.4258153426, b = 2.1200098")
        .given("c = 2, d = 1, Λ = 1; equally likely classes, means rotated")
        .measures(
            "√M × error at M = 10⁵ (256 × 2048 points), N × error at N = 10⁶ and the first-order "
                + "formulas (16 × 2048 points), with two standard errors; a and b themselves are "
                + "integrals over μ and x")
        .tolerance(
            "0.005, of the formulas 0.001 for a and 0.03 for b: five standard errors or more")
        .reads("With tokens to spare, half of the error of a prompt takes four times its length.")
        .fixes("a", 0.4258153426)
        .fixes("b", 2.1200098)
        .measuredBy(InferenceClaims::measureConstants);
  }

  private static Judgement measureConstants(Reach reach) {
    var law = Mixtures.line(2);
    var trainingTokens = Mixtures.decades(1, 6, reach);
    var testTokens = trainingTokens.subList(0, 5);
    var test = testErrors(law, testTokens, Mixtures.manyPoints(reach), reach);
    var training = trainingErrors(law, trainingTokens, reach);
    var limit = Mixtures.longPrompts(law, POINTS, reach);
    var lastTest = Mixtures.scaled(test.getLast(), FastMath.sqrt(1e5));
    var lastTraining = Mixtures.scaled(training.getLast(), 1e6);
    return observe("Error against prompt lengths, Λ = 1", "N or M")
        .points("against M", testTokens, means(test))
        .points("against N", trainingTokens, means(training))
        .law("a/√M", trainingTokens, (stated, m) -> stated.get("a") / FastMath.sqrt(m))
        .law("b/N", trainingTokens, (stated, n) -> stated.get("b") / n)
        .near("√M × error at M = 10⁵", lastTest, "a", 0.005)
        .near("N × error at N = 10⁶", lastTraining, "b", 0.005)
        .near("first-order formula for a", Mixtures.scaled(limit.testError(), 1), "a", 0.001)
        .near("first-order formula for b", Mixtures.scaled(limit.trainingError(), 1), "b", 0.03);
  }
}
