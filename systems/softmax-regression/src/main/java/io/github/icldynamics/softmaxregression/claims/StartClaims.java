package io.github.icldynamics.softmaxregression.claims;

import io.github.icldynamics.claim.Check;
import io.github.icldynamics.claim.Claim;
import io.github.icldynamics.claim.ClaimDraft;
import io.github.icldynamics.claim.Constants;
import io.github.icldynamics.claim.Evidence;
import io.github.icldynamics.claim.Exhibit;
import io.github.icldynamics.claim.Judgement;
import io.github.icldynamics.claim.Picture;
import io.github.icldynamics.claim.Reach;
import io.github.icldynamics.claim.Trend;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/** How training sets out, and what it conserves. */
final class StartClaims {
  private static final double EPSILON = 1e-3;

  /** Shares τ/T of the balanced plateau at which directions are read. */
  private static final List<Double> SHARES = List.of(0.0, 0.5);

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

  /** Directions at every K: of the query's own weight, and the size of another one's. */
  private record Directions(List<Double> own, List<Double> others) {
    static Directions of(List<Vector> descents, int own, int other) {
      return new Directions(
          descents.stream().map(descent -> descent.get(own)).toList(),
          descents.stream().map(descent -> FastMath.abs(descent.get(other))).toList());
    }
  }

  private static Judgement measureStart(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var measured = Runs.DOMINANT.stream().map(dominant -> atStart(features, dominant)).toList();
    return constants -> judgeStart(features, measured, constants);
  }

  private static Directions atStart(List<Long> features, double dominant) {
    var descents =
        features.stream()
            .map(k -> descentAtZero(TokenLaw.imbalanced(k, dominant), Runs.UNDER_REPRESENTED))
            .toList();
    return Directions.of(descents, 1, 0);
  }

  private static Vector descentAtZero(TokenLaw law, long query) {
    var column = law.column(query, PromptLength.infinite(), LabelModel.linear());
    return PopulationEvaluator.of(column).evaluate(Vector.zero(column.size())).descent();
  }

  private static Evidence judgeStart(
      List<Long> features, List<Directions> measured, Constants constants) {
    var picture =
        Picture.of("Directions at Q = 0", Axes.features(), Exhibit.Axis.log("α_k, |β_{k,1}|"));
    var checks = new ArrayList<Check>();
    for (int i = 0; i < measured.size(); i++) {
      String title = "p₁ = " + Runs.DOMINANT.get(i);
      var directions = measured.get(i);
      checks.add(exponent("α_k", " at " + title, features, directions.own, constants));
      checks.add(exponent("|β_{k,1}|", " at " + title, features, directions.others, constants));
      picture.points("α_k, " + title, features, directions.own);
      picture.points("|β_{k,1}|, " + title, features, directions.others);
    }
    return Evidence.of(picture.exhibit(), checks);
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
        .measuredBy(StartClaims::measureBalancedRates);
  }

  private static Judgement measureBalancedRates(Reach reach) {
    var features = Runs.decades(2, 8, reach);
    var measured = SHARES.stream().map(share -> atShare(features, share, reach)).toList();
    return constants -> judgeBalancedRates(features, measured, constants);
  }

  private static Directions atShare(List<Long> features, double share, Reach reach) {
    var descents =
        features.stream()
            .map(
                k -> {
                  var run = Family.BALANCED.run(k, 0, EPSILON, reach);
                  Runs.convergence(run);
                  return run.stateAt(share * Runs.plateau(run)).value().descent();
                })
            .toList();
    return Directions.of(descents, 0, 1);
  }

  private static Evidence judgeBalancedRates(
      List<Long> features, List<Directions> measured, Constants constants) {
    var picture =
        Picture.of("Balanced directions", Axes.features(), Exhibit.Axis.log("α_k, |β_{k,n}|"));
    var checks = new ArrayList<Check>();
    for (int i = 0; i < measured.size(); i++) {
      String where = " at τ = " + SHARES.get(i) + " T";
      var directions = measured.get(i);
      checks.add(exponent("α_k", where, features, directions.own, constants));
      checks.add(exponent("|β_{k,n}|", where, features, directions.others, constants));
      picture.points("α_k" + where, features, directions.own);
      picture.points("|β_{k,n}|" + where, features, directions.others);
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
        .measuredBy(StartClaims::measureFinitePromptStart);
  }

  /**
   * The first step under a law.
   *
   * @param starts {@code α_k/p_k²} by the prompt length
   * @param ofOneToken {@code α_k} for prompts of one token
   */
  private record FirstSteps(String title, TokenLaw law, List<Double> starts, double ofOneToken) {
    static FirstSteps measure(String title, TokenLaw law) {
      double p = law.probability(Runs.UNDER_REPRESENTED);
      var starts = LENGTHS.stream().map(tokens -> firstStep(law, tokens) / (p * p)).toList();
      return new FirstSteps(title, law, starts, firstStep(law, 1));
    }

    double largestError(DoubleUnaryOperator stated) {
      double worst = 0;
      for (int i = 0; i < starts.size(); i++) {
        double start = stated.applyAsDouble((double) LENGTHS.get(i));
        worst = FastMath.max(worst, FastMath.abs(starts.get(i) / start - 1));
      }
      return worst;
    }
  }

  private static Judgement measureFinitePromptStart(Reach reach) {
    Runs.requireFeatures(100, reach);
    var measured =
        List.of(
            FirstSteps.measure("imbalanced", TokenLaw.imbalanced(100, 0.5)),
            FirstSteps.measure("balanced", TokenLaw.balanced(100)),
            FirstSteps.measure("zipf", TokenLaw.zipf(100, 1)));
    return constants -> judgeFinitePromptStart(measured, constants.get("c"));
  }

  /** {@code α_k} at Q = 0. */
  private static double firstStep(TokenLaw law, long tokens) {
    var column = law.column(Runs.UNDER_REPRESENTED, PromptLength.of(tokens), LabelModel.linear());
    var value = PopulationEvaluator.of(column).evaluate(Vector.zero(column.size()));
    return value.descent().get(column.query());
  }

  private static Evidence judgeFinitePromptStart(List<FirstSteps> measured, double c) {
    var picture =
        Picture.of("First step", Exhibit.Axis.log("tokens N"), Exhibit.Axis.linear("α_k/p_k²"));
    var checks = new ArrayList<Check>();
    for (var steps : measured) {
      DoubleUnaryOperator stated = tokens -> start(steps.law, tokens, c);
      checks.add(
          Check.atMost(
              "largest relative error, " + steps.title, steps.largestError(stated), 1e-11));
      checks.add(Check.near("α_k with one token, " + steps.title, steps.ofOneToken, 0, 0));
      picture.points(steps.title, LENGTHS, steps.starts);
      picture.law(steps.title + ", as stated", LENGTHS, stated);
    }
    return Evidence.of(picture.exhibit(), checks);
  }

  /** {@code α_k/p_k²} as stated. */
  private static double start(TokenLaw law, double tokens, double c) {
    double p = law.probability(Runs.UNDER_REPRESENTED);
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
        .measuredBy(StartClaims::measureConservation);
  }

  /** A knot of a run: {@code A_k}, {@code Σ B_{k,n}} and {@code max |S|}. */
  private record Sums(double own, double others, double largest) {
    double error(double weight) {
      return FastMath.abs(own + weight * others) / largest;
    }
  }

  /** A run, knot by knot. */
  private record Course(String title, List<Sums> sums) {
    double largestError(double weight) {
      return sums.stream().mapToDouble(sum -> sum.error(weight)).reduce(0, FastMath::max);
    }
  }

  private static Judgement measureConservation(Reach reach) {
    var measured = new ArrayList<Course>();
    for (var length : List.of(PromptLength.infinite(), PromptLength.of(200))) {
      measured.add(course("imbalanced", TokenLaw.imbalanced(100, 0.5), length, reach));
      measured.add(course("balanced", TokenLaw.balanced(100), length, reach));
      measured.add(course("zipf", TokenLaw.zipf(20, 1), length, reach));
    }
    return constants -> judgeConservation(measured, constants.get("w"));
  }

  private static Course course(String title, TokenLaw law, PromptLength length, Reach reach) {
    var run = Runs.train(law, length, Runs.UNDER_REPRESENTED, 0.01, reach);
    Runs.convergence(run);
    var sums = new ArrayList<Sums>();
    var knots = run.trajectory().knots();
    for (int i = 1; i < knots.size(); i++) {
      sums.add(sums(run.trajectory().column(), run.trajectory().logitsAt(knots.get(i))));
    }
    return new Course(title + ", N = " + length, sums);
  }

  private static Sums sums(QueryColumn column, Vector logits) {
    double others = 0;
    for (int m = 0; m < column.size(); m++) {
      others += m == column.query() ? 0 : column.count(m) * logits.get(m);
    }
    return new Sums(logits.get(column.query()), others, logits.maximumNorm());
  }

  private static Evidence judgeConservation(List<Course> measured, double weight) {
    var picture =
        Picture.of(
            "The query's weight and the sum of the others",
            Exhibit.Axis.linear("A_k"),
            Exhibit.Axis.linear("−Σ B_{k,n}"));
    var checks = new ArrayList<Check>();
    for (var course : measured) {
      String name = "largest relative sum, " + course.title;
      checks.add(Check.atMost(name, course.largestError(weight), 1e-9));
      picture.curve(
          course.title,
          course.sums.stream().map(Sums::own).toList(),
          course.sums.stream().map(sum -> -sum.others).toList());
    }
    return Evidence.of(picture.exhibit(), checks);
  }
}
