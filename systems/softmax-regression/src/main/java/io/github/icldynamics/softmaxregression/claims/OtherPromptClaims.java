package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.List;
import org.hipparchus.util.FastMath;

/** What trained weights do with prompts of other lengths and laws. */
final class OtherPromptClaims {
  /** N′, the tokens in a prompt of the test. */
  private static final List<Long> LENGTHS =
      List.of(10L, 30L, 100L, (long) Pupil.TOKENS, 1000L, 10_000L, 1_000_000L, 100_000_000L);

  /** Where among them the one of the training is. */
  private static final int TRAINED = LENGTHS.indexOf((long) Pupil.TOKENS);

  /** p₁ of the laws of the test, the first of which is balanced. */
  private static final List<Double> TESTS = List.of(1.0 / Pupil.FEATURES, 0.2, 0.5, 0.8);

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
        .measuredBy(OtherPromptClaims::measureOtherLengths);
  }

  private static Judgement measureOtherLengths(Reach reach) {
    var observed =
        Observations.of(
            "Trained with 400 tokens, tested with others",
            Exhibit.Axis.log("tokens N′"),
            Exhibit.Axis.log("L_k"));
    for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
      var run = Pupil.trained(query, reach);
      var logits = run.trajectory().logitsAt(Runs.convergence(run));
      var losses = LENGTHS.stream().map(n -> loss(PromptLength.of(n), query, logits)).toList();
      double own = losses.get(TRAINED);
      double largest = loss(PromptLength.infinite(), query, logits) / own;
      for (double loss : losses.subList(TRAINED + 1, losses.size())) {
        largest = FastMath.max(largest, loss / own);
      }
      String title = Runs.title(query);
      observed
          .atMost("largest L(N′)/L(N), " + title, largest, stated -> stated.get("f") + 1e-9)
          .points(title, LENGTHS, losses);
    }
    return observed;
  }

  private static double loss(PromptLength length, long query, Vector logits) {
    var column = Pupil.law().column(query, length, LabelModel.linear());
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
        .measuredBy(OtherPromptClaims::measureOtherLaws);
  }

  private static Judgement measureOtherLaws(Reach reach) {
    var observed =
        Observations.of(
            "Trained at p₁ = 0.5, tested at others",
            Exhibit.Axis.linear("p₁ in the test"),
            Exhibit.Axis.log("L_k"));
    for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
      var run = Runs.infinite(Pupil.law(), query, Pupil.EPSILON, reach);
      var logits = run.trajectory().logitsAt(Runs.convergence(run));
      var answers = TESTS.stream().map(dominant -> Answer.of(dominant, query, logits)).toList();
      observeAnswers(Runs.title(query), answers, observed);
    }
    return observed;
  }

  private static void observeAnswers(String title, List<Answer> answers, Observations observed) {
    observed
        .check(
            stated -> {
              var errors = answers.stream().mapToDouble(answer -> answer.error(stated));
              double largest = errors.reduce(0, FastMath::max);
              return Check.atMost("largest relative error, " + title, largest, 1e-10);
            })
        .points(title, TESTS, answers.stream().map(Answer::loss).toList())
        .draw(
            (stated, picture) -> {
              var predicted = answers.stream().map(answer -> answer.predicted(stated)).toList();
              picture.law(title + ", as stated", TESTS, predicted);
            });
  }

  /**
   * An answer under another law than that of the training.
   *
   * @param odds o′ from the trained weights, not from the network
   * @param spread s, likewise
   */
  private record Answer(double loss, double odds, double spread) {
    static Answer of(double dominant, long query, Vector logits) {
      var law = TokenLaw.imbalanced(Pupil.FEATURES, dominant);
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
      double loss = PopulationEvaluator.of(column).evaluate(logits).loss();
      return new Answer(loss, own / others, squares / (others * others));
    }

    /** The formula of the statement. */
    double predicted(Constants stated) {
      return 0.5 * (1 + spread) * FastMath.pow(1 + odds, stated.get("exponent of 1 + o′"));
    }

    double error(Constants stated) {
      return FastMath.abs(predicted(stated) / loss - 1);
    }
  }
}
