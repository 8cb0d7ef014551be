package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Runs with prompts far shorter than the number of features, in closed form. */
final class ShortPromptClaim {
  /** The odds up to which a run is compared: beyond, it is the last stretch of any law. */
  private static final double LARGEST_ODDS = 10;

  private ShortPromptClaim() {}

  static List<Claim> all() {
    return List.of(shortPrompts());
  }

  private static Claim shortPrompts() {
    return ClaimDraft.of(
            "short-prompt-closed-form",
            Huang2024.SOURCES.proved("section 8"),
            "Short prompts have the same closed form, with N in place of K")
        .says(
            "With prompts far shorter than the number of features, a prompt holds the query's "
                + "feature once or not at all, and all other tokens differ: the odds o = e^(A − "
                + "B)/(N − 1) of the one token follow the closed form of a balanced law with N "
                + "features.")
        .formula(
            "p² N²/(N − 1) τ = F(o) − F(1/(N − 1)), L − L* = ½ p N²/(N − 1)/(1 + o)²; F as in "
                + "balanced-closed-form")
        .given("balanced law; N² ≪ K")
        .measures(
            "largest relative error of time and of L − L* until o = 10, for N = 3, 10, 30, at K = "
                + "10⁴ and 10⁶")
        .tolerance(
            "N/K, the share of prompts with a feature twice; and 50 times smaller at K = 10⁶ than "
                + "at 10⁴")
        .reads(
            "N ≥ K² is not needed, not even N ≥ K: prompts of a handful of tokens show a plateau "
                + "of order K² (1.1 to 1.6 K² for N = 3 to 30) and converge to their floor.")
        .fixes("coefficient of ln o", 3)
        .fixes("coefficient of o", 3)
        .fixes("coefficient of o²", 0.5)
        .measuredBy(ShortPromptClaim::measure);
  }

  private static Judgement measure(Reach reach) {
    var observed =
        Observations.of(
            "Odds with short prompts, K = 10⁶",
            Exhibit.Axis.log("p² N²/(N − 1) τ"),
            Exhibit.Axis.log("odds o"));
    for (long tokens : List.of(3L, 10L, 30L)) {
      observe(tokens, run(10_000, tokens, reach), run(1_000_000, tokens, reach), observed);
    }
    return observed;
  }

  /** Two runs with as many tokens, at K = 10⁴ and at K = 10⁶. */
  private static void observe(long tokens, Odds few, Odds many, Observations observed) {
    String title = "N = " + tokens;
    double excess = few.excessError();
    double fallOfExcess = excess / many.excessError();
    observed
        .check(
            stated -> {
              double time = few.timeError(stated);
              return Check.atMost("error of time at K = 10⁴, " + title, time, tokens / 1e4);
            })
        .atMost("error of L − L* at K = 10⁴, " + title, excess, stated -> tokens / 1e4)
        .check(
            stated -> {
              double fall = few.timeError(stated) / many.timeError(stated);
              return Check.atLeast("fall of the error of time to K = 10⁶, " + title, fall, 50);
            })
        .atLeast("fall of the error of L − L* to K = 10⁶, " + title, fallOfExcess, stated -> 50)
        .curve(title, many.over(Moment::time), many.odds())
        .draw(
            (stated, picture) ->
                picture.law(title + ", closed form", many.times(stated), many.odds()));
  }

  private static Odds run(long features, long tokens, Reach reach) {
    var prompts = new Prompts(1.0 / features, (double) tokens);
    // Where the odds are a little beyond the largest one looked at.
    double epsilon = prompts.excess(1.5 * LARGEST_ODDS);
    var run = Runs.train(TokenLaw.balanced(features), PromptLength.of(tokens), 0, epsilon, reach);
    Runs.convergence(run);
    double floor = run.floor().orElseThrow().value();
    var moments = new ArrayList<Moment>();
    for (double tau : run.trajectory().knots().toList().stream().skip(1).toList()) {
      var state = run.stateAt(tau);
      double growth = state.logits().get(0) - state.logits().get(1);
      if (prompts.odds(growth) <= LARGEST_ODDS) {
        moments.add(new Moment(growth, prompts.scale() * tau, state.value().loss() - floor));
      }
    }
    return new Odds(prompts, moments);
  }

  /** Prompts of N tokens among {@code K = 1/p} features. */
  private record Prompts(double p, double tokens) {
    /** {@code p² N²/(N − 1)}: what time is multiplied with. */
    double scale() {
      return p * p * tokens * tokens / (tokens - 1);
    }

    /** o, from {@code A − B}. */
    double odds(double growth) {
      return FastMath.exp(growth) / (tokens - 1);
    }

    /** {@code L − L*} as stated, {@code ½ p N²/(N − 1)/(1 + o)²}. */
    double excess(double odds) {
      return 0.5 * p * tokens * tokens / (tokens - 1) / ((1 + odds) * (1 + odds));
    }

    /** The scaled time as stated, {@code F(o) − F(1/(N − 1))}. */
    double time(double growth, Constants stated) {
      return Runs.potential(stated).gain(1 / (tokens - 1), growth);
    }
  }

  /**
   * A knot of a run.
   *
   * @param growth {@code A − B}
   * @param time scaled
   * @param excess {@code L − L*}
   */
  private record Moment(double growth, double time, double excess) {}

  /** A run until the largest odds. */
  private record Odds(Prompts prompts, List<Moment> moments) {
    List<Double> over(Function<Moment, Double> quantity) {
      return moments.stream().map(quantity).toList();
    }

    List<Double> odds() {
      return over(moment -> prompts.odds(moment.growth));
    }

    /** As stated. */
    List<Double> times(Constants stated) {
      return over(moment -> prompts.time(moment.growth, stated));
    }

    double timeError(Constants stated) {
      return largestError(moment -> prompts.time(moment.growth, stated) / moment.time);
    }

    double excessError() {
      return largestError(moment -> prompts.excess(prompts.odds(moment.growth)) / moment.excess);
    }

    private double largestError(ToDoubleFunction<Moment> lawOverMeasured) {
      var ratios = moments.stream().mapToDouble(lawOverMeasured);
      return ratios.map(ratio -> FastMath.abs(ratio - 1)).reduce(0, FastMath::max);
    }
  }
}
