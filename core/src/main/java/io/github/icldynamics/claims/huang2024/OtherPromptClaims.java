package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** What trained weights do with prompts of other lengths and laws. */
final class OtherPromptClaims {

  private OtherPromptClaims() {}

  static List<Claim> all() {
    return List.of(otherLengths(), otherLaws());
  }

  private static Claim otherLengths() {
    return ClaimDraft.of(
            "other-prompt-lengths",
            Huang2024.SOURCES.measured("section 8"),
            "Weights trained at one prompt length serve all longer ones")
        .says(
            "Trained weights err less on longer prompts than on those they were trained with: more "
                + "tokens only average out.")
        .formula("L_k at N′ ≤ f L_k at N for every N′ > N,   f = 1")
        .given("imbalanced law, K = 8, p₁ = ½; trained with N = 400 to ε = 0.005")
        .measures("largest exact L_k(N′)/L_k(N) over N′ = 1000 … 10⁸ and ∞, both queries")
        .tolerance("10^−9: exact numbers")
        .reads("Longer prompts than trained on only help; shorter ones hurt through the floor.")
        .fixes("f", 1)
        .decidedBy(OtherPromptClaims::measureOtherLengths);
  }

  private static Evidence measureOtherLengths(Constants constants, Reach reach) {
    var lengths = List.of(10L, 30L, 100L, 400L, 1000L, 10_000L, 1_000_000L, 100_000_000L);
    var picture =
        Picture.of(
            "Trained with 400 tokens, tested with others",
            Exhibit.Axis.log("tokens N′"),
            Exhibit.Axis.log("L_k"));
    var checks = new ArrayList<Check>();
    for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
      String title = Runs.title(query);
      var run = Pupil.trained(query, reach);
      var logits = run.trajectory().logitsAt(Runs.convergence(run));
      var losses =
          lengths.stream().map(n -> loss(Pupil.law(), PromptLength.of(n), query, logits)).toList();
      double own = losses.get(3);
      double worst = loss(Pupil.law(), PromptLength.infinite(), query, logits) / own;
      for (double loss : losses.subList(4, losses.size())) {
        worst = FastMath.max(worst, loss / own);
      }
      checks.add(Check.atMost("largest L(N′)/L(N), " + title, worst, constants.get("f") + 1e-9));
      picture.points(title, lengths, losses);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static double loss(TokenLaw law, PromptLength length, long query, Vector logits) {
    var column = law.column(query, length, LabelModel.linear());
    return PopulationEvaluator.of(column).evaluate(logits).loss();
  }

  private static Claim otherLaws() {
    return ClaimDraft.of(
            "other-token-laws",
            Huang2024.SOURCES.proved("section 8"),
            "Under another token law the odds scale by known factors")
        .says(
            "Weights trained on one law and tested on another answer as well as the new odds of "
                + "their feature allow: odds scale with the feature's new frequency over the "
                + "weighted mass of the others. A dominant feature that becomes rare is "
                + "answered worse.")
        .formula(
            "o′/o = (p_k′/p_k) · Σ_{m≠k} p_m w_m/Σ_{m≠k} p_m′ w_m, and 2L = (1 + s)/(1 + o′)² with "
                + "s = Σ a_m²/(Σ a_m)² over m ≠ k;   exponent of 1 + o′: −2")
        .given("infinite prompts; any two laws of the same features")
        .measures(
            "largest relative error of this L, with weights trained on imbalanced p₁ = 0.5 and "
                + "tested on p₁ = 0.2, 0.8 and balanced, K = 8, both queries; exact numbers")
        .tolerance("10^−10, rounding and the flow")
        .reads("In-context ability carries over to other laws, at a price that can be computed.")
        .fixes("exponent of 1 + o′", -2)
        .decidedBy(OtherPromptClaims::measureOtherLaws);
  }

  private static Evidence measureOtherLaws(Constants constants, Reach reach) {
    var tests = List.of(1.0 / Pupil.FEATURES, 0.2, 0.5, 0.8);
    var picture =
        Picture.of(
            "Trained at p₁ = 0.5, tested at others",
            Exhibit.Axis.linear("p₁ in the test"),
            Exhibit.Axis.log("L_k"));
    var checks = new ArrayList<Check>();
    for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
      String title = Runs.title(query);
      var run = Runs.infinite(Pupil.law(), query, Pupil.EPSILON, reach);
      var logits = run.trajectory().logitsAt(Runs.convergence(run));
      double worst = 0;
      var losses = new ArrayList<Double>();
      var predictions = new ArrayList<Double>();
      for (double dominant : tests) {
        var law = TokenLaw.imbalanced(Pupil.FEATURES, dominant);
        losses.add(loss(law, PromptLength.infinite(), query, logits));
        predictions.add(predicted(law, query, logits, constants.get("exponent of 1 + o′")));
        worst = FastMath.max(worst, FastMath.abs(predictions.getLast() / losses.getLast() - 1));
      }
      checks.add(Check.atMost("largest relative error, " + title, worst, 1e-10));
      picture.points(title, tests, losses);
      picture.law(title + ", as stated", tests, predictions);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  /** The formula of the statement; odds from the trained weights, not from the network. */
  private static double predicted(TokenLaw law, long query, Vector logits, double exponent) {
    var column = law.column(query, PromptLength.infinite(), LabelModel.linear());
    double others = 0;
    double squares = 0;
    for (int m = 0; m < column.size(); m++) {
      if (m != column.query()) {
        double weighted = column.probability(m) * FastMath.exp(logits.get(m));
        others += column.count(m) * weighted;
        squares += column.count(m) * weighted * weighted;
      }
    }
    double own = column.queryProbability() * FastMath.exp(logits.get(column.query()));
    double spread = squares / (others * others);
    return 0.5 * (1 + spread) * FastMath.pow(1 + own / others, exponent);
  }
}
