package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Observations;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.List;
import org.hipparchus.util.FastMath;

/** How training sets out, and what it conserves. */
final class StartClaims {
  private static final double EPSILON = 1e-3;

  private static final List<Long> LENGTHS =
      List.of(2L, 3L, 5L, 10L, 20L, 50L, 100L, 1000L, 1_000_000L, 1_000_000_000L);

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
        .measuredBy(StartClaims::measureStart);
  }

  private static Judgement measureStart(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed =
        Observations.of("Directions at Q = 0", Axes.features(), Exhibit.Axis.log("α_k, |β_{k,1}|"));
    for (double dominant : Runs.DOMINANT) {
      var descents =
          features.stream()
              .map(k -> column(TokenLaw.imbalanced(k, dominant), PromptLength.infinite()))
              .map(StartClaims::descentAtZero)
              .toList();
      var own = descents.stream().map(descent -> descent.get(1)).toList();
      var other = descents.stream().map(descent -> FastMath.abs(descent.get(0))).toList();
      String title = "p₁ = " + dominant;
      observeExponent("α_k", " at " + title, features, own, observed);
      observeExponent("|β_{k,1}|", " at " + title, features, other, observed);
      observed.points("α_k, " + title, features, own);
      observed.points("|β_{k,1}|, " + title, features, other);
    }
    return observed;
  }

  private static QueryColumn column(TokenLaw law, PromptLength length) {
    return law.column(Runs.UNDER_REPRESENTED, length, LabelModel.linear());
  }

  private static Vector descentAtZero(QueryColumn column) {
    return PopulationEvaluator.of(column).evaluate(Vector.zero(column.size())).descent();
  }

  private static void observeExponent(
      String what, String where, List<Long> features, List<Double> values, Observations observed) {
    String constant = "exponent of " + what;
    observed.near(constant + where, Trend.exponent(features, values), constant, 1e-3);
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
        .measuredBy(StartClaims::measureBalancedRates);
  }

  private static Judgement measureBalancedRates(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var observed =
        Observations.of("Balanced directions", Axes.features(), Exhibit.Axis.log("α_k, |β_{k,n}|"));
    for (double share : List.of(0.0, 0.5)) {
      var descents = features.stream().map(k -> balancedDescent(k, share, reach)).toList();
      var own = descents.stream().map(descent -> descent.get(0)).toList();
      var other = descents.stream().map(descent -> FastMath.abs(descent.get(1))).toList();
      String where = " at τ = " + share + " T";
      observeExponent("α_k", where, features, own, observed);
      observeExponent("|β_{k,n}|", where, features, other, observed);
      observed.points("α_k" + where, features, own);
      observed.points("|β_{k,n}|" + where, features, other);
    }
    return observed;
  }

  /** The direction at a share τ/T of the balanced plateau. */
  private static Vector balancedDescent(long features, double share, Reach reach) {
    var run = Family.BALANCED.run(features, 0, EPSILON, reach);
    Runs.convergence(run);
    return run.stateAt(share * Runs.plateau(run)).value().descent();
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
        .measuredBy(StartClaims::measureFinitePromptStart);
  }

  private static Judgement measureFinitePromptStart(Reach reach) {
    Runs.requireFeatures(100, reach);
    var observed =
        Observations.of(
            "First step", Exhibit.Axis.log("tokens N"), Exhibit.Axis.linear("α_k/p_k²"));
    observeFirstSteps("imbalanced", TokenLaw.imbalanced(100, 0.5), observed);
    observeFirstSteps("balanced", TokenLaw.balanced(100), observed);
    observeFirstSteps("zipf", TokenLaw.zipf(100, 1), observed);
    return observed;
  }

  private static void observeFirstSteps(String title, TokenLaw law, Observations observed) {
    double p = law.probability(Runs.UNDER_REPRESENTED);
    var starts = LENGTHS.stream().map(tokens -> firstStep(law, tokens) / (p * p)).toList();
    observed
        .check(
            stated -> {
              double error = largestError(starts, law, stated);
              return Check.atMost("largest relative error, " + title, error, 1e-11);
            })
        .near("α_k with one token, " + title, firstStep(law, 1), stated -> 0, 0)
        .points(title, LENGTHS, starts)
        .law(title + ", as stated", LENGTHS, (stated, tokens) -> start(law, tokens, stated));
  }

  /** {@code α_k} at Q = 0. */
  private static double firstStep(TokenLaw law, long tokens) {
    var column = column(law, PromptLength.of(tokens));
    return descentAtZero(column).get(column.query());
  }

  private static double largestError(List<Double> starts, TokenLaw law, Constants stated) {
    double worst = 0;
    for (int i = 0; i < starts.size(); i++) {
      double start = start(law, (double) LENGTHS.get(i), stated);
      worst = FastMath.max(worst, FastMath.abs(starts.get(i) / start - 1));
    }
    return worst;
  }

  /** {@code α_k/p_k²} as stated. */
  private static double start(TokenLaw law, double tokens, Constants stated) {
    double p = law.probability(Runs.UNDER_REPRESENTED);
    double squares = -p * p;
    for (var group : law.groups()) {
      squares += group.count() * group.probability() * group.probability();
    }
    return (1 - 1 / tokens)
        * ((1 - 2 / tokens) * (squares + (1 - p) * (1 - p)) + stated.get("c") / tokens * (1 - p));
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
        .measuredBy(StartClaims::measureConservation);
  }

  private static Judgement measureConservation(Reach reach) {
    var observed =
        Observations.of(
            "The query's weight and the sum of the others",
            Exhibit.Axis.linear("A_k"),
            Exhibit.Axis.linear("−Σ B_{k,n}"));
    for (var length : List.of(PromptLength.infinite(), PromptLength.of(200))) {
      String suffix = ", N = " + length;
      observeSums("imbalanced" + suffix, TokenLaw.imbalanced(100, 0.5), length, observed, reach);
      observeSums("balanced" + suffix, TokenLaw.balanced(100), length, observed, reach);
      observeSums("zipf" + suffix, TokenLaw.zipf(20, 1), length, observed, reach);
    }
    return observed;
  }

  private static void observeSums(
      String title, TokenLaw law, PromptLength length, Observations observed, Reach reach) {
    var run = Runs.train(law, length, Runs.UNDER_REPRESENTED, 0.01, reach);
    Runs.convergence(run);
    var course = run.trajectory();
    var knots = course.knots().toList().stream().skip(1);
    var sums = knots.map(tau -> Sums.of(course.column(), course.logitsAt(tau))).toList();
    observed
        .check(
            stated -> {
              var errors = sums.stream().mapToDouble(sum -> sum.error(stated.get("w")));
              double largest = errors.reduce(0, FastMath::max);
              return Check.atMost("largest relative sum, " + title, largest, 1e-9);
            })
        .curve(
            title,
            sums.stream().map(Sums::own).toList(),
            sums.stream().map(sum -> -sum.others).toList());
  }

  /** A knot of a run: {@code A_k}, {@code Σ B_{k,n}} and {@code max |S|}. */
  private record Sums(double own, double others, double largest) {
    static Sums of(QueryColumn column, Vector logits) {
      double others = 0;
      for (int m = 0; m < column.size(); m++) {
        others += m == column.query() ? 0 : column.count(m) * logits.get(m);
      }
      return new Sums(logits.get(column.query()), others, logits.maximumNorm());
    }

    double error(double weight) {
      return FastMath.abs(own + weight * others) / largest;
    }
  }
}
