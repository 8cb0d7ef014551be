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
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/** How training sets out, and what it conserves. */
final class StartClaims {
  private static final double EPSILON = 1e-3;

  private StartClaims() {}

  static List<Claim> all() {
    return List.of(initialDirections(), balancedRates(), finitePromptStart(), conservation());
  }

  private static Claim initialDirections() {
    return ClaimDraft.of(
            "phase-one-gradients",
            Huang2024.SOURCES.formal("section 3"),
            "Phase I begins with |β_{k,1}| ~ 1/K against α_k ~ 1/K²")
        .says(
            "At the start the weight on the dominant feature falls K times as fast as the target's"
                + " own weight grows.")
        .formula("at Q = 0: α_k = Θ(K^−2), |β_{k,1}| = Θ(K^−1)")
        .given("imbalanced law; long prompts; K → ∞")
        .measures("exponents in K of both at Q = 0, from K = 10⁷ to 10⁸, three p₁")
        .tolerance("0.001; corrections are of order 1/K")
        .reads("This is why the dominant feature has to be suppressed first.")
        .fixes("exponent of α_k", -2)
        .fixes("exponent of |β_{k,1}|", -1)
        .decidedBy(StartClaims::measureStart);
  }

  private static Evidence measureStart(Constants constants, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var picture =
        Picture.of("Directions at Q = 0", Axes.features(), Exhibit.Axis.log("α_k, |β_{k,1}|"));
    var checks = new ArrayList<Check>();
    for (double dominant : Runs.DOMINANT) {
      var own = new ArrayList<Double>();
      var other = new ArrayList<Double>();
      for (long k : features) {
        var descent = descentAtZero(TokenLaw.imbalanced(k, dominant), Runs.UNDER_REPRESENTED);
        own.add(descent.get(1));
        other.add(FastMath.abs(descent.get(0)));
      }
      checks.add(exponent("α_k", " at p₁ = " + dominant, features, own, constants));
      checks.add(exponent("|β_{k,1}|", " at p₁ = " + dominant, features, other, constants));
      picture.points("α_k, p₁ = " + dominant, features, own);
      picture.points("|β_{k,1}|, p₁ = " + dominant, features, other);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static Vector descentAtZero(TokenLaw law, long query) {
    var column = law.column(query, PromptLength.infinite(), LabelModel.linear());
    return PopulationEvaluator.of(column).evaluate(Vector.zero(column.size())).descent();
  }

  private static Check exponent(
      String what, String where, List<Long> features, List<Double> values, Constants constants) {
    return Check.near(
        "exponent of " + what + where,
        Trend.exponent(features, values),
        constants.get("exponent of " + what),
        1e-3);
  }

  private static Claim balancedRates() {
    return ClaimDraft.of(
            "balanced-rates",
            Huang2024.SOURCES.paper("theorem for balanced features, phase I"),
            "Balanced: A_k grows at rate η/K², the B's move at η/K³")
        .says(
            "While attention to the target is small, its own weight grows at a rate of order 1/K²"
                + " and every other weight moves at 1/K³.")
        .formula("α_k = Θ(K^−2), |β_{k,n}| = Θ(K^−3) in phase I")
        .given("balanced law; long prompts; K → ∞")
        .measures(
            "exponents in K at the start and when half of the plateau's K² is over, from K = 10⁷ to"
                + " 10⁸")
        .tolerance("0.001; corrections are of order 1/K")
        .reads("The B's never matter: they keep the sum of a column constant.")
        .fixes("exponent of α_k", -2)
        .fixes("exponent of |β_{k,n}|", -3)
        .decidedBy(StartClaims::measureBalancedRates);
  }

  private static Evidence measureBalancedRates(Constants constants, Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var picture =
        Picture.of("Balanced directions", Axes.features(), Exhibit.Axis.log("α_k, |β_{k,n}|"));
    var checks = new ArrayList<Check>();
    for (double share : List.of(0.0, 0.5)) {
      var own = new ArrayList<Double>();
      var other = new ArrayList<Double>();
      for (long k : features) {
        var run = Family.BALANCED.run(k, 0, EPSILON, reach);
        Runs.convergence(run);
        var descent = run.stateAt(share * Runs.plateau(run)).value().descent();
        own.add(descent.get(0));
        other.add(FastMath.abs(descent.get(1)));
      }
      String where = " at τ = " + share + " T";
      checks.add(exponent("α_k", where, features, own, constants));
      checks.add(exponent("|β_{k,n}|", where, features, other, constants));
      picture.points("α_k" + where, features, own);
      picture.points("|β_{k,n}|" + where, features, other);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static Claim finitePromptStart() {
    return ClaimDraft.of(
            "finite-prompt-start",
            Huang2024.SOURCES.proved("section 8"),
            "The first step with prompts of any length, in closed form")
        .says(
            "At Q = 0 the growth of the target's weight is a polynomial in 1/N: shorter prompts"
                + " start slower, by a factor of about 1 − 1/N, and prompts of one token do not"
                + " start at all.")
        .formula(
            "α_k/p_k² = (1 − 1/N) [(1 − 2/N)(Q₂ + (1 − p_k)²) + (c/N)(1 − p_k)], Q₂ = Σ_{m≠k} p_m²,"
                + " c = 2")
        .given("any law; linear labels; Q = 0")
        .measures(
            "largest relative error over imbalanced, balanced and Zipf laws, ten N from 2 to 10⁹")
        .tolerance("10^−11: four digits above the accuracy of the integral")
        .reads("No long prompts are needed for learning to begin.")
        .fixes("c", 2)
        .decidedBy(StartClaims::measureFinitePromptStart);
  }

  private static Evidence measureFinitePromptStart(Constants constants, Reach reach) {
    var lengths = List.of(2L, 3L, 5L, 10L, 20L, 50L, 100L, 1000L, 1_000_000L, 1_000_000_000L);
    Runs.decades(2, 2, reach);
    var laws =
        List.of(TokenLaw.imbalanced(100, 0.5), TokenLaw.balanced(100), TokenLaw.zipf(100, 1));
    var titles = List.of("imbalanced", "balanced", "zipf");
    var picture =
        Picture.of("First step", Exhibit.Axis.log("tokens N"), Exhibit.Axis.linear("α_k/p_k²"));
    var checks = new ArrayList<Check>();
    for (int i = 0; i < laws.size(); i++) {
      var law = laws.get(i);
      double worst = 0;
      var starts = new ArrayList<Double>();
      for (long tokens : lengths) {
        double p = law.probability(Runs.UNDER_REPRESENTED);
        starts.add(firstStep(law, tokens) / (p * p));
        double stated = start(law, p, (double) tokens, constants.get("c"));
        worst = FastMath.max(worst, FastMath.abs(starts.getLast() / stated - 1));
      }
      checks.add(Check.atMost("largest relative error, " + titles.get(i), worst, 1e-11));
      checks.add(Check.near("α_k with one token, " + titles.get(i), firstStep(law, 1), 0, 0));
      picture.points(titles.get(i), lengths, starts);
      double p = law.probability(Runs.UNDER_REPRESENTED);
      picture.law(
          titles.get(i) + ", as stated", lengths, n -> start(law, p, n, constants.get("c")));
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  /** {@code α_k} at Q = 0. */
  private static double firstStep(TokenLaw law, long tokens) {
    var column = law.column(Runs.UNDER_REPRESENTED, PromptLength.of(tokens), LabelModel.linear());
    var value = PopulationEvaluator.of(column).evaluate(Vector.zero(column.size()));
    return value.descent().get(column.query());
  }

  private static double start(TokenLaw law, double p, double tokens, double c) {
    double squares = -p * p;
    for (var group : law.groups()) {
      squares += group.count() * group.probability() * group.probability();
    }
    return (1 - 1 / tokens)
        * ((1 - 2 / tokens) * (squares + (1 - p) * (1 - p)) + c / tokens * (1 - p));
  }

  private static Claim conservation() {
    return ClaimDraft.of(
            "conservation",
            Huang2024.SOURCES.proved("section 1"),
            "A_k + Σ B_{k,n} keeps its value")
        .says("Training moves weight between features of a column; the sum of the column stays.")
        .formula("A_k + w Σ_{n≠k} B_{k,n} = 0 at all times from Q = 0,   w = 1")
        .given("any law, prompt length, label covariance and noise; orthonormal features")
        .measures(
            "largest |A_k + w Σ B_{k,n}| over max |S| along runs of imbalanced, balanced and Zipf"
                + " laws with infinite and short prompts, until convergence")
        .tolerance("10^−9: the flow is integrated to about ten digits")
        .reads("Softmax attention only sees differences of logits.")
        .fixes("w", 1)
        .decidedBy(StartClaims::measureConservation);
  }

  private static Evidence measureConservation(Constants constants, Reach reach) {
    var picture =
        Picture.of(
            "The query's weight and the sum of the others",
            Exhibit.Axis.linear("A_k"),
            Exhibit.Axis.linear("−Σ B_{k,n}"));
    var checks = new ArrayList<Check>();
    for (var length : List.of(PromptLength.infinite(), PromptLength.of(200))) {
      checks.add(
          conserved(
              "imbalanced", TokenLaw.imbalanced(100, 0.5), length, constants, reach, picture));
      checks.add(conserved("balanced", TokenLaw.balanced(100), length, constants, reach, picture));
      checks.add(conserved("zipf", TokenLaw.zipf(20, 1), length, constants, reach, picture));
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  private static Check conserved(
      String title,
      TokenLaw law,
      PromptLength length,
      Constants constants,
      Reach reach,
      Picture picture) {
    var run = Runs.train(law, length, Runs.UNDER_REPRESENTED, 0.01, reach);
    Runs.convergence(run);
    var column = run.trajectory().column();
    var own = new ArrayList<Double>();
    var others = new ArrayList<Double>();
    double worst = 0;
    var knots = run.trajectory().knots();
    for (int i = 1; i < knots.size(); i++) {
      var logits = run.trajectory().logitsAt(knots.get(i));
      double sum = 0;
      for (int m = 0; m < column.size(); m++) {
        sum += m == column.query() ? 0 : column.count(m) * logits.get(m);
      }
      own.add(logits.get(column.query()));
      others.add(-sum);
      double total = own.getLast() + constants.get("w") * sum;
      worst = FastMath.max(worst, FastMath.abs(total) / logits.maximumNorm());
    }
    String label = title + ", N = " + length;
    picture.curve(label, own, others);
    return Check.atMost("largest relative sum, " + label, worst, 1e-9);
  }
}
