package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.claims.Trend;
import io.github.icldynamics.claims.Undecided;
import io.github.icldynamics.population.ErrorFloor;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** The least error L_k* that prompts of finite length allow. */
final class FloorClaims {
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
        .decidedBy(FloorClaims::measureSmallness);
  }

  private static Evidence measureSmallness(Constants constants, Reach reach) {
    double stated = constants.get("exponent of −ln L*");
    var features = Runs.decades(1, 5, reach);
    var picture = Picture.of("Least error, N = K³", Axes.features(), Exhibit.Axis.log("−ln L*"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var logs =
          features.stream()
              .map(
                  k ->
                      -logFloor(
                          TokenLaw.imbalanced(k, dominant), Runs.UNDER_REPRESENTED, k * k * k))
              .toList();
      checks.add(
          Check.near(
              "exponent of −ln L*, p₁ = " + dominant,
              Trend.exponent(features, logs),
              stated,
              1e-3));
      picture.points("p₁ = " + dominant, features, logs);
    }
    return Evidence.of(
        picture.law("K^" + stated, features, k -> FastMath.pow(k, stated)).exhibit(), checks);
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
        .decidedBy(FloorClaims::measureBracket);
  }

  private static Evidence measureBracket(Constants constants, Reach reach) {
    Runs.decades(2, 2, reach);
    var lengths = List.of(1L, 2L, 3L, 10L, 30L, 100L, 300L, 1000L);
    var picture =
        Picture.of(
            "Where the floor lies in its bracket",
            Exhibit.Axis.log("tokens N"),
            Exhibit.Axis.linear("2L*/(1 − p)^N"));
    double above = Double.NEGATIVE_INFINITY;
    double below = Double.POSITIVE_INFINITY;
    for (long features : List.of(5L, 50L)) {
      for (var law :
          List.of(
              TokenLaw.imbalanced(features, 0.5),
              TokenLaw.balanced(features),
              TokenLaw.zipf(features, 1))) {
        for (long query : List.of(0L, features - 1)) {
          double p = law.probability(query);
          var ratios =
              lengths.stream()
                  .map(n -> 2 * FastMath.exp(logFloor(law, query, n) - n * FastMath.log1p(-p)))
                  .toList();
          double lower = constants.get("lower end less 1, times K − 1") / (features - 1.0);
          for (double ratio : ratios) {
            above = FastMath.max(above, ratio);
            below = FastMath.min(below, ratio - 1 - lower);
          }
          if (features == 5) {
            picture.points("K = 5, p = " + FastMath.rint(1000 * p) / 1000, lengths, ratios);
          }
        }
      }
    }
    picture.law("upper end", lengths, n -> constants.get("upper end"));
    return Evidence.of(
        picture.exhibit(),
        Check.atMost("largest ratio", above, constants.get("upper end") + 1e-12),
        Check.atLeast("least distance from the lower end", below, -1e-12));
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
        .decidedBy(FloorClaims::measureApproach);
  }

  private static Evidence measureApproach(Constants constants, Reach reach) {
    var picture = Picture.of("Excess error", Exhibit.Axis.log("τ"), Exhibit.Axis.log("L_k − L_k*"));
    var checks = new ArrayList<Check>();
    for (long tokens : List.of(15L, 60L, 240L)) {
      for (long query : List.of(0L, Runs.UNDER_REPRESENTED)) {
        var run =
            Runs.train(TokenLaw.imbalanced(30, 0.5), PromptLength.of(tokens), query, 1e-4, reach);
        if (run.outcome() instanceof Outcome.HorizonReached) {
          throw Undecided.tooShort("the error was still falling when the run ended");
        }
        double floor = run.floor().orElseThrow().value();
        var times = new ArrayList<Double>();
        var excess = new ArrayList<Double>();
        double least = Double.POSITIVE_INFINITY;
        var knots = run.trajectory().knots();
        for (int i = 1; i < knots.size(); i++) {
          double loss = run.stateAt(knots.get(i)).value().loss();
          times.add(knots.get(i));
          excess.add(loss - floor);
          least = FastMath.min(least, loss / floor);
        }
        String label = Runs.title(query) + ", N = " + tokens;
        checks.add(Check.atLeast("least L/L*, " + label, least, constants.get("f") - 1e-9));
        checks.add(
            Check.atMost(
                "excess error at the end, " + label,
                excess.getLast(),
                constants.get("ε") * (1 + 1e-6)));
        picture.curve(label, times, excess);
      }
    }
    return Evidence.of(picture.exhibit(), checks);
  }
}
