package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.OddsPotential;
import io.github.icldynamics.claims.Check;
import io.github.icldynamics.claims.Claim;
import io.github.icldynamics.claims.ClaimDraft;
import io.github.icldynamics.claims.Constants;
import io.github.icldynamics.claims.Evidence;
import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.claims.Picture;
import io.github.icldynamics.claims.Reach;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
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
        .decidedBy(ShortPromptClaim::measure);
  }

  private static Evidence measure(Constants constants, Reach reach) {
    var picture =
        Picture.of(
            "Odds with short prompts, K = 10⁶",
            Exhibit.Axis.log("p² N²/(N − 1) τ"),
            Exhibit.Axis.log("odds o"));
    var checks = new ArrayList<Check>();
    for (long tokens : TOKENS) {
      var few = new Comparison(10_000, tokens, constants, reach);
      var many = new Comparison(1_000_000, tokens, constants, reach);
      String where = ", N = " + tokens;
      checks.add(Check.atMost("error of time at K = 10⁴" + where, few.time, tokens / 1e4));
      checks.add(Check.atMost("error of L − L* at K = 10⁴" + where, few.error, tokens / 1e4));
      checks.add(
          Check.atLeast("fall of the error of time to K = 10⁶" + where, few.time / many.time, 50));
      checks.add(
          Check.atLeast(
              "fall of the error of L − L* to K = 10⁶" + where, few.error / many.error, 50));
      picture.curve("N = " + tokens, many.times, many.odds);
      picture.law("N = " + tokens + ", closed form", many.laws, many.odds);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  /** A run beside the closed form, at its knots. */
  private static final class Comparison {
    private final double tokens;
    private final OddsPotential potential;
    private final List<Double> times = new ArrayList<>();
    private final List<Double> laws = new ArrayList<>();
    private final List<Double> odds = new ArrayList<>();
    private double time;
    private double error;

    Comparison(long features, long tokens, Constants constants, Reach reach) {
      this.tokens = (double) tokens;
      this.potential = Runs.potential(constants);
      double p = 1.0 / features;
      // Where the odds are a little beyond the largest one looked at.
      double epsilon = excess(p, 1.5 * LARGEST_ODDS);
      var run = Runs.train(TokenLaw.balanced(features), PromptLength.of(tokens), 0, epsilon, reach);
      Runs.convergence(run);
      compare(run, p);
    }

    /** {@code ½ p N²/(N − 1)/(1 + o)²}. */
    private double excess(double p, double odds) {
      return 0.5 * p * tokens * tokens / (tokens - 1) / ((1 + odds) * (1 + odds));
    }

    private void compare(ColumnRun run, double p) {
      double scale = p * p * tokens * tokens / (tokens - 1);
      double floor = run.floor().orElseThrow().value();
      var knots = run.trajectory().knots();
      for (int i = 1; i < knots.size(); i++) {
        var state = run.stateAt(knots.get(i));
        double growth = state.logits().get(0) - state.logits().get(1);
        double now = FastMath.exp(growth) / (tokens - 1);
        if (now <= LARGEST_ODDS) {
          odds.add(now);
          times.add(scale * knots.get(i));
          laws.add(potential.gain(1 / (tokens - 1), growth));
          time = FastMath.max(time, deviation(laws.getLast(), times.getLast()));
          double measured = state.value().loss() - floor;
          error = FastMath.max(error, deviation(excess(p, now), measured));
        }
      }
    }

    private static double deviation(double law, double measured) {
      return FastMath.abs(law / measured - 1);
    }
  }
}
