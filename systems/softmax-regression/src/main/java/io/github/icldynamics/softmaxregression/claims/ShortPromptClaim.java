package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.OddsPotential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.hipparchus.util.FastMath;

/** Runs with prompts far shorter than the number of features, in closed form. */
final class ShortPromptClaim {
  /** The odds up to which a run is compared: beyond, it is the last stretch of any law. */
  private static final double LARGEST_ODDS = 10;

  private static final List<Long> TOKENS = List.of(3L, 10L, 30L);

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
    var measured =
        TOKENS.stream()
            .map(n -> new Pair(n, run(10_000, n, reach), run(1_000_000, n, reach)))
            .toList();
    return constants -> judge(measured, Runs.potential(constants));
  }

  private static Odds run(long features, long tokens, Reach reach) {
    var prompts = new Prompts(1.0 / features, (double) tokens);
    // Where the odds are a little beyond the largest one looked at.
    double epsilon = prompts.excess(1.5 * LARGEST_ODDS);
    var run = Runs.train(TokenLaw.balanced(features), PromptLength.of(tokens), 0, epsilon, reach);
    Runs.convergence(run);
    return new Odds(prompts, moments(prompts, run));
  }

  private static List<Moment> moments(Prompts prompts, ColumnRun run) {
    double floor = run.floor().orElseThrow().value();
    var knots = run.trajectory().knots();
    var moments = new ArrayList<Moment>();
    for (int i = 1; i < knots.size(); i++) {
      var state = run.stateAt(knots.get(i));
      double growth = state.logits().get(0) - state.logits().get(1);
      if (prompts.odds(growth) <= LARGEST_ODDS) {
        double time = prompts.scale() * knots.get(i);
        moments.add(new Moment(growth, time, state.value().loss() - floor));
      }
    }
    return moments;
  }

  private static Evidence judge(List<Pair> measured, OddsPotential potential) {
    var picture =
        Picture.of(
            "Odds with short prompts, K = 10⁶",
            Exhibit.Axis.log("p² N²/(N − 1) τ"),
            Exhibit.Axis.log("odds o"));
    var checks = new ArrayList<Check>();
    for (var pair : measured) {
      String title = "N = " + pair.tokens;
      checks.addAll(pair.compare(", " + title, potential));
      picture.curve(title, pair.many.over(Moment::time), pair.many.odds());
      picture.law(title + ", closed form", pair.many.laws(potential), pair.many.odds());
    }
    return Evidence.of(picture.exhibit(), checks);
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
    double time(double growth, OddsPotential potential) {
      return potential.gain(1 / (tokens - 1), growth);
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

    List<Double> laws(OddsPotential potential) {
      return over(moment -> prompts.time(moment.growth, potential));
    }

    double timeError(OddsPotential potential) {
      return largest(moment -> deviation(prompts.time(moment.growth, potential), moment.time));
    }

    double excessError() {
      return largest(
          moment -> deviation(prompts.excess(prompts.odds(moment.growth)), moment.excess));
    }

    private double largest(ToDoubleFunction<Moment> error) {
      return moments.stream().mapToDouble(error).reduce(0, FastMath::max);
    }

    private static double deviation(double law, double measured) {
      return FastMath.abs(law / measured - 1);
    }
  }

  /** Two runs with as many tokens, at K = 10⁴ and at K = 10⁶. */
  private record Pair(long tokens, Odds few, Odds many) {
    List<Check> compare(String where, OddsPotential potential) {
      double time = few.timeError(potential);
      double excess = few.excessError();
      double fallOfTime = time / many.timeError(potential);
      double fallOfExcess = excess / many.excessError();
      return List.of(
          Check.atMost("error of time at K = 10⁴" + where, time, tokens / 1e4),
          Check.atMost("error of L − L* at K = 10⁴" + where, excess, tokens / 1e4),
          Check.atLeast("fall of the error of time to K = 10⁶" + where, fallOfTime, 50),
          Check.atLeast("fall of the error of L − L* to K = 10⁶" + where, fallOfExcess, 50));
    }
  }
}
