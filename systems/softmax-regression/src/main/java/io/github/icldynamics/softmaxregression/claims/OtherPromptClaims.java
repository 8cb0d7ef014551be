package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    var queries =
        Stream.of(0L, Runs.UNDER_REPRESENTED)
            .map(query -> LossesOverLengths.of(query, reach))
            .toList();
    return constants -> judgeOtherLengths(queries, constants.get("f"));
  }

  /**
   * What a trained query errs on prompts of other lengths.
   *
   * @param losses over the lengths
   * @param largestRatio of the loss on longer prompts to that on those it was trained with
   */
  private record LossesOverLengths(String title, List<Double> losses, double largestRatio) {
    static LossesOverLengths of(long query, Reach reach) {
      var run = Pupil.trained(query, reach);
      var logits = run.trajectory().logitsAt(Runs.convergence(run));
      var losses = LENGTHS.stream().map(n -> loss(PromptLength.of(n), query, logits)).toList();
      double own = losses.get(TRAINED);
      double worst = loss(PromptLength.infinite(), query, logits) / own;
      for (double loss : losses.subList(TRAINED + 1, losses.size())) {
        worst = FastMath.max(worst, loss / own);
      }
      return new LossesOverLengths(Runs.title(query), losses, worst);
    }
  }

  private static Evidence judgeOtherLengths(List<LossesOverLengths> queries, double f) {
    var picture =
        Picture.of(
            "Trained with 400 tokens, tested with others",
            Exhibit.Axis.log("tokens N′"),
            Exhibit.Axis.log("L_k"));
    var checks = new ArrayList<Check>();
    for (var query : queries) {
      String name = "largest L(N′)/L(N), " + query.title();
      checks.add(Check.atMost(name, query.largestRatio(), f + 1e-9));
      picture.points(query.title(), LENGTHS, query.losses());
    }
    return Evidence.of(picture.exhibit(), checks);
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
    var queries =
        Stream.of(0L, Runs.UNDER_REPRESENTED)
            .map(query -> AnswersOverLaws.of(query, reach))
            .toList();
    return constants -> judgeOtherLaws(queries, constants.get("exponent of 1 + o′"));
  }

  /** How a trained query answers under the laws of the test. */
  private record AnswersOverLaws(String title, List<Answer> answers) {
    static AnswersOverLaws of(long query, Reach reach) {
      var run = Runs.infinite(Pupil.law(), query, Pupil.EPSILON, reach);
      var logits = run.trajectory().logitsAt(Runs.convergence(run));
      var answers = TESTS.stream().map(dominant -> Answer.of(dominant, query, logits)).toList();
      return new AnswersOverLaws(Runs.title(query), answers);
    }

    List<Double> losses() {
      return answers.stream().map(Answer::loss).toList();
    }

    List<Double> predictions(double exponent) {
      return answers.stream().map(answer -> answer.predicted(exponent)).toList();
    }

    double worstError(double exponent) {
      return answers.stream()
          .mapToDouble(answer -> FastMath.abs(answer.predicted(exponent) / answer.loss() - 1))
          .reduce(0, FastMath::max);
    }
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
    double predicted(double exponent) {
      return 0.5 * (1 + spread) * FastMath.pow(1 + odds, exponent);
    }
  }

  private static Evidence judgeOtherLaws(List<AnswersOverLaws> queries, double exponent) {
    var picture =
        Picture.of(
            "Trained at p₁ = 0.5, tested at others",
            Exhibit.Axis.linear("p₁ in the test"),
            Exhibit.Axis.log("L_k"));
    var checks = new ArrayList<Check>();
    for (var query : queries) {
      String name = "largest relative error, " + query.title();
      checks.add(Check.atMost(name, query.worstError(exponent), 1e-10));
      picture.points(query.title(), TESTS, query.losses());
      picture.law(query.title() + ", as stated", TESTS, query.predictions(exponent));
    }
    return Evidence.of(picture.exhibit(), checks);
  }
}
