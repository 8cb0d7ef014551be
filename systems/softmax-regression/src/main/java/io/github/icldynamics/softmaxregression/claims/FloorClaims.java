package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.claim.Undecided;
import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hipparchus.util.FastMath;

/** The least error L_k* that prompts of finite length allow. */
final class FloorClaims {
  /** K of the ratios that are drawn. */
  private static final long FEW_FEATURES = 5;

  /** N, the tokens in a prompt, over the bracket. */
  private static final List<Long> LENGTHS = List.of(1L, 2L, 3L, 10L, 30L, 100L, 300L, 1000L);

  private FloorClaims() {}

  static List<Claim> all() {
    return List.of(exponentiallySmall(), bracket(), reached());
  }

  private static double logFloor(TokenLaw law, long query, long tokens) {
    return ErrorFloor.of(law.column(query, PromptLength.of(tokens), LabelModel.linear()))
        .logarithm();
  }

  private static Claim exponentiallySmall() {
    return ClaimDraft.of(
            "floor-exponentially-small",
            Huang2024.SOURCES.paper("theorem for imbalanced features"),
            "L_k* = Θ(e^−poly(K)) for prompts of poly(K) tokens")
        .says(
            "The least error is exponentially small in a power of K once the prompt length is a "
                + "power of K beyond the first: only prompts that never show the feature still "
                + "err.")
        .formula("−ln L_k* ~ p_k N = Θ(K^2) for N = K³")
        .given("imbalanced law, under-represented query; N = K³")
        .measures("exponent in K of −ln L_k*, from K = 10⁴ to 10⁵, three p₁")
        .tolerance("0.001; the constant ½(1 + R) only adds ln 2")
        .reads("With N ≫ K ln K tokens in a prompt the floor is nothing that anybody will see.")
        .fixes("exponent of −ln L*", 2)
        .measuredBy(FloorClaims::measureSmallness);
  }

  private static Judgement measureSmallness(Reach reach) {
    var features = Runs.decades(1, 5, reach);
    var observed =
        Observations.of("Least error, N = K³", Axes.features(), Exhibit.Axis.log("−ln L*"));
    for (double dominant : Runs.DOMINANT) {
      var logarithms = features.stream().map(k -> -logFloor(dominant, k)).toList();
      String title = "p₁ = " + dominant;
      double exponent = Trend.exponent(features, logarithms);
      observed.near("exponent of −ln L*, " + title, exponent, "exponent of −ln L*", 1e-3);
      observed.points(title, features, logarithms);
    }
    return Plateaus.drawPower(features, "exponent of −ln L*", observed);
  }

  /** {@code ln L_k*} for N = K³. */
  private static double logFloor(double dominant, long features) {
    var law = TokenLaw.imbalanced(features, dominant);
    return logFloor(law, Runs.UNDER_REPRESENTED, features * features * features);
  }

  private static Claim bracket() {
    return ClaimDraft.of(
            "floor-bracket",
            Huang2024.SOURCES.proved("section 8"),
            "½(1 − p_k)^N (1 + 1/(K − 1)) ≤ L_k* ≤ (1 − p_k)^N")
        .says(
            "The least error lies between two elementary numbers that differ by less than a factor "
                + "2.")
        .formula("1 + 1/(K − 1) ≤ 2 L_k*/(1 − p_k)^N ≤ 2")
        .given("any law; linear labels; finite prompts")
        .measures(
            "least and largest 2L_k*/(1 − p_k)^N over imbalanced, balanced and Zipf laws with K = "
                + "5 and 50, N = 1 … 1000, first and last query")
        .tolerance("10^−12, rounding")
        .reads("The floor is known to a factor of 2 without any computation.")
        .fixes("upper end", 2)
        .fixes("lower end less 1, times K − 1", 1)
        .measuredBy(FloorClaims::measureBracket);
  }

  private static Judgement measureBracket(Reach reach) {
    Runs.decades(2, 2, reach);
    var measured = new ArrayList<Ratios>();
    for (long features : List.of(FEW_FEATURES, 50L)) {
      for (var law :
          List.of(
              TokenLaw.imbalanced(features, 0.5),
              TokenLaw.balanced(features),
              TokenLaw.zipf(features, 1))) {
        measured.add(Ratios.of(law, 0));
        measured.add(Ratios.of(law, features - 1));
      }
    }
    var observed =
        Observations.of(
            "Where the floor lies in its bracket",
            Exhibit.Axis.log("tokens N"),
            Exhibit.Axis.linear("2L*/(1 − p)^N"));
    measured.stream().filter(Ratios::isDrawn).forEach(ratios -> ratios.drawOn(observed));
    double largest = measured.stream().flatMapToDouble(Ratios::stream).max().orElseThrow();
    return observed
        .law("upper end", LENGTHS, (stated, n) -> stated.get("upper end"))
        .atMost("largest ratio", largest, stated -> stated.get("upper end") + 1e-12)
        .check(
            stated -> {
              double excess = stated.get("lower end less 1, times K − 1");
              var above = measured.stream().flatMapToDouble(ratios -> ratios.above(excess));
              double least = above.min().orElseThrow();
              return Check.atLeast("least distance from the lower end", least, -1e-12);
            });
  }

  /** {@code 2 L_k* / (1 − p)^N} over N. */
  private record Ratios(long features, double probability, List<Double> values) {
    static Ratios of(TokenLaw law, long query) {
      double p = law.probability(query);
      var values =
          LENGTHS.stream()
              .map(n -> 2 * FastMath.exp(logFloor(law, query, n) - n * FastMath.log1p(-p)))
              .toList();
      return new Ratios(law.features(), p, values);
    }

    boolean isDrawn() {
      return features == FEW_FEATURES;
    }

    void drawOn(Observations observed) {
      String label = "K = 5, p = " + FastMath.rint(1000 * probability) / 1000;
      observed.points(label, LENGTHS, values);
    }

    DoubleStream stream() {
      return values.stream().mapToDouble(Double::doubleValue);
    }

    /** How far they are above {@code 1 + excess/(K − 1)}. */
    DoubleStream above(double excess) {
      double lower = excess / (features - 1.0);
      return stream().map(ratio -> ratio - 1 - lower);
    }
  }

  private static Claim reached() {
    return ClaimDraft.of(
            "error-converges-to-floor",
            Huang2024.SOURCES.paper("theorem for imbalanced features: L_k ≤ L_k* + ε"),
            "The error comes to within ε of L_k*, and never below it")
        .says(
            "Training brings the error to within ε of L_k*, also where short prompts make that a "
                + "large number, and never below.")
        .formula("L_k(τ) ≥ f L_k* at all times and L_k − L_k* ≤ ε at the end,   f = 1, ε = 10^−4")
        .given("imbalanced law; any prompt length; linear labels")
        .measures(
            "least L_k/L_k* along the run and L_k − L_k* at its end, K = 30, N = 15, 60, 240, for "
                + "both queries; a run that is still falling at its horizon decides nothing, "
                + "one that is stuck above ε refutes")
        .tolerance(
            "10^−9, relative: the floor is minimised to that accuracy; 10^−6 of ε: the "
                + "event is located so well")
        .reads("L_k* is the true infimum, not an artefact of the bound.")
        .fixes("f", 1)
        .fixes("ε", 1e-4)
        .measuredBy(FloorClaims::measureApproach);
  }

  private static Judgement measureApproach(Reach reach) {
    var observed =
        Observations.of("Excess error", Exhibit.Axis.log("τ"), Exhibit.Axis.log("L_k − L_k*"));
    for (long tokens : List.of(15L, 60L, 240L)) {
      for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
        observeApproach(tokens, query, observed, reach);
      }
    }
    return observed;
  }

  private static void observeApproach(long tokens, long query, Observations observed, Reach reach) {
    var law = TokenLaw.imbalanced(30, 0.5);
    var run = Runs.train(law, PromptLength.of(tokens), query, 1e-4, reach);
    if (run.outcome().ending() == Ending.BUDGET_EXHAUSTED) {
      throw Undecided.tooShort("the error was still falling when the run ended");
    }
    double floor = run.floor().orElseThrow().value();
    var times = run.trajectory().knots().toList().stream().skip(1).toList();
    var losses = times.stream().map(tau -> run.stateAt(tau).value().loss()).toList();
    double least = losses.stream().mapToDouble(loss -> loss / floor).min().orElseThrow();
    var excess = losses.stream().map(loss -> loss - floor).toList();
    String title = Runs.title(query) + ", N = " + tokens;
    observed
        .atLeast("least L/L*, " + title, least, stated -> stated.get("f") - 1e-9)
        .atMost(
            "excess error at the end, " + title,
            excess.getLast(),
            stated -> stated.get("ε") * (1 + 1e-6))
        .curve(title, times, excess);
  }
}
