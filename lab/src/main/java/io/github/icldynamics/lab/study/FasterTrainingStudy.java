package io.github.icldynamics.lab.study;

import io.github.icldynamics.analysis.LinearFit;
import io.github.icldynamics.experiment.Preset;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/** Whether the phases suggest faster training: other step rules, other queries, other prompts. */
final class FasterTrainingStudy {
  /** A tenth of a logit: such steps follow the flow. */
  private static final double SHORT_STEP = 0.1;

  /** Curves hold a point for each growth of the iterations by this factor. */
  private static final double SPACING = 1.04;

  /** Nesterov's momentum cannot be told from the other in a picture. */
  private static final List<Contestant> DRAWN =
      List.of(
          Contestant.DESCENT,
          Contestant.MOMENTUM,
          Contestant.ADAM,
          Contestant.SIGN,
          Contestant.NORMALISED,
          Contestant.REWEIGHTED,
          Contestant.CURRICULUM);

  private final List<Double> counts =
      Sweep.logarithmic(10, 1000, 10).stream().map(Math::rint).toList();
  private final Map<Contestant, Result> results = new EnumMap<>(Contestant.class);
  private final NormShares shares;

  private FasterTrainingStudy() {
    for (var contestant : Contestant.values()) {
      results.put(contestant, Result.of(contestant, counts));
    }
    this.shares = NormShares.of(largest(), result(Contestant.NORMALISED).rate());
  }

  static StudyPage make() {
    return new FasterTrainingStudy().page();
  }

  /**
   * What one contestant needs.
   *
   * @param rate η tuned at the least K
   * @param fixed iterations with it, at each K
   * @param retuned iterations with η tuned at each K, steps short
   * @param free tuned with steps of any length, at the largest K
   * @param lead {@code A_k − B_{k,n}} by iteration, at the largest K
   */
  private record Result(
      double rate, List<Double> fixed, List<Double> retuned, StepSize free, List<Point> lead) {
    static Result of(Contestant contestant, List<Double> counts) {
      double rate =
          StepSize.tuned(contestant, features(counts.getFirst()), SHORT_STEP).learningRate();
      var fixed = new ArrayList<Double>();
      var retuned = new ArrayList<Double>();
      for (double count : counts) {
        var descent = contestant.start(features(count), rate);
        fixed.add((double) lead(descent).iterations());
        retuned.add((double) StepSize.tuned(contestant, features(count), SHORT_STEP).iterations());
      }
      long most = features(counts.getLast());
      return new Result(
          rate,
          fixed,
          retuned,
          StepSize.tuned(contestant, most, Double.POSITIVE_INFINITY),
          lead(contestant.start(most, rate)).points());
    }

    private static Lead lead(LayerDescent descent) {
      var points = new ArrayList<Point>();
      double next = 1;
      while (descent.loss() > Contestant.EPSILON) {
        descent.step();
        if (descent.iteration() >= next || descent.loss() <= Contestant.EPSILON) {
          points.add(new Point(descent.iteration(), descent.lead()));
          next = descent.iteration() * SPACING;
        }
      }
      return new Lead(descent.iteration(), points);
    }
  }

  /** How A_k gets ahead of B_{k,n} in a run. */
  private record Lead(long iterations, List<Point> points) {}

  /**
   * Whose gradient makes the norm of the whole layer.
   *
   * @param start the share of the under-represented queries in its square at the start
   * @param half when it has reached a half
   * @param median the median over the run
   */
  private record NormShares(double start, long half, double median) {
    static NormShares of(long features, double rate) {
      var descent = Contestant.NORMALISED.start(features, rate);
      var shares = new ArrayList<Double>();
      while (descent.loss() > Contestant.EPSILON) {
        shares.add(descent.lastShare());
        descent.step();
      }
      long half = shares.stream().takeWhile(share -> share < 0.5).count();
      double median = shares.stream().sorted().toList().get(shares.size() / 2);
      return new NormShares(shares.getFirst(), half, median);
    }
  }

  private static long features(double count) {
    return FastMath.round(count);
  }

  private long largest() {
    return features(counts.getLast());
  }

  private Result result(Contestant contestant) {
    return Objects.requireNonNull(results.get(contestant));
  }

  private StudyPage page() {
    return new StudyPage(
        "Faster training",
        "Does the phase structure suggest faster training, and which methods remove the K²?",
        List.of(iterations(), leads()),
        List.of(setting(), slow(), signs(), normalised(), prompts(), largeSteps()),
        Preset.IMBALANCED.experiment());
  }

  private LineChart iterations() {
    var curves = new ArrayList<Curve>();
    for (var contestant : DRAWN) {
      curves.add(
          Sweep.curve(contestant.label(), counts, result(contestant).fixed(), contestant.style()));
    }
    curves.add(slope("∝ K², K ln K, √K ln K", Contestant.DESCENT, k -> k * k));
    curves.add(slope("", Contestant.CURRICULUM, k -> k * FastMath.log(k)));
    curves.add(slope("", Contestant.NORMALISED, k -> FastMath.sqrt(k) * FastMath.log(k)));
    return Sweep.chart(
        "Iterations until every query has converged, η tuned at K = 10",
        Axis.log("features K"),
        Axis.log("iterations to ε = 0.01"),
        curves);
  }

  /** A law for large K, beside a contestant's curve. */
  private Curve slope(String label, Contestant beside, DoubleUnaryOperator law) {
    double last = counts.getLast();
    double scale = 1.6 * result(beside).fixed().getLast() / law.applyAsDouble(last);
    var upper = Sweep.logarithmic(100, last, 10);
    return Sweep.curve(label, upper, k -> scale * law.applyAsDouble(k), CurveStyle.dotted(6));
  }

  private LineChart leads() {
    var curves =
        DRAWN.stream().map(c -> new Curve(c.label(), result(c).lead(), c.style())).toList();
    return Sweep.chart(
        "An under-represented query at K = 1000, the same step sizes",
        Axis.log("iterations"),
        Axis.linear("lead of the target, Aₖ − Bₖₙ"),
        curves,
        ReferenceLine.horizontal(FastMath.log(counts.getLast()), "ln K"));
  }

  private String setting() {
    return "The imbalanced law with p₁ = ½ and infinite prompts, trained with exact gradients until"
        + " the dominant and the under-represented queries all have an error of at most 0.01. η is"
        + " the power of √2 that needs the fewest iterations at K = 10, among those under which no"
        + " error ever rises by more than 1% and no step moves a logit by more than "
        + SHORT_STEP
        + "; it is then kept as K grows. The second condition is what makes methods comparable:"
        + " without noise the first forbids nothing, and every method would be done in one or two"
        + " steps. It means the same for every method and leaves plain descent with η = "
        + Figures.of(rate(Contestant.DESCENT), 3)
        + ", where the theorem has its η. Exponents below are fitted to K = 100 … 1000; there is no"
        + " noise, and what stands after ± is the spread that curvature leaves.";
  }

  private String slow() {
    return "Plain descent needs K^"
        + fixedExponent(Contestant.DESCENT)
        + ", "
        + last(Contestant.DESCENT)
        + " iterations at K = 1000; the exponent is still on its way to 2: ηt is "
        + overPlateau(counts.size() / 2)
        + " times K²/(1 − p₁) at K = 100 and "
        + overPlateau(counts.size() - 1)
        + " times at K = 1000. Its plateau is one of small gradients: α_k ≈ p_k Attn_k, about"
        + " (1 − p₁)²/K² at the start. Momentum (K^"
        + fixedExponent(Contestant.MOMENTUM)
        + ") and Nesterov's (K^"
        + fixedExponent(Contestant.NESTEROV)
        + ") follow the same flow with η/(1 − μ) = 10 η: in units of 1 − μ over η they take "
        + Figures.of(10 * flowTime(Contestant.MOMENTUM) / flowTime(Contestant.DESCENT), 4)
        + " and "
        + Figures.of(10 * flowTime(Contestant.NESTEROV) / flowTime(Contestant.DESCENT), 4)
        + " times as long as plain descent at K = 1000. That is a constant factor, of which the"
        + " bound on steps leaves "
        + Figures.of(
            result(Contestant.DESCENT).fixed().getLast()
                / result(Contestant.MOMENTUM).fixed().getLast(),
            3)
        + ", and K² stays.";
  }

  private String signs() {
    return "Sign descent and Adam remove it. Their step does not depend on the size of the"
        + " gradient, only on its sign or on how it compares with its own past, so that the plateau"
        + " of tiny gradients costs no more than the distance to walk, about ln K: "
        + last(Contestant.SIGN)
        + " and "
        + last(Contestant.ADAM)
        + " iterations at K = 1000 against "
        + first(Contestant.SIGN)
        + " and "
        + first(Contestant.ADAM)
        + " at K = 10. For sign descent ηt grows by "
        + perLogarithm(Contestant.SIGN)
        + " ln K, for Adam by "
        + perLogarithm(Contestant.ADAM)
        + " ln K. Phases do not go away: for the first "
        + Figures.of(standstill(Contestant.SIGN))
        + " of its iterations at K = 1000 sign descent gives the target no lead at all, because"
        + " β_kn is positive as long as the dominant attention is above about K^−½, and B_kn rises"
        + " as fast as A_k. Bringing it down there should take ¼ ln K/η and building the lead ½ ln"
        + " K/η; together ¾, about what is measured. The gradient here is exact; one from few"
        + " prompts would have to get the sign of so small a number right.";
  }

  private String normalised() {
    return "Normalised descent removes most of it: K^"
        + fixedExponent(Contestant.NORMALISED)
        + ". The law √K ln K would look like K^0.68 over these K. The norm is that of the whole"
        + " layer. At the start "
        + Figures.of(100 * (1 - shares.start()), 4)
        + "% of its square is the dominant query's. From iteration "
        + shares.half()
        + " of "
        + last(Contestant.NORMALISED)
        + " on, the K − 1 others make more than half of it (in the median iteration all but "
        + Figures.of(100 * (1 - shares.median()), 2)
        + "%). They move alike, each by about η/√K a step, over a distance of about ln K.";
  }

  private String prompts() {
    return "Changing the queries does not help, changing the prompts does. Queries asked with π_k ∝"
        + " p_k T_k keep K^"
        + fixedExponent(Contestant.REWEIGHTED)
        + ": their flow takes "
        + Figures.of(flowTime(Contestant.REWEIGHTED) / flowTime(Contestant.DESCENT), 3)
        + " of the time at K = 1000, which is 1 − p₁; the rest of the gap in the figure is the"
        + " larger step, η = "
        + Figures.of(rate(Contestant.REWEIGHTED), 3)
        + ", that the slower dominant query permits. The curriculum shows m features at a time,"
        + " those of the query and m − 1 others at random, with the token law conditioned on them"
        + " and m = min(K, 1 + round(2 (p_k/p_n) e^{A − B})), n under-represented. (For the"
        + " balanced law this is the curriculum for which the rate K ln K is proved; for this one"
        + " the dominant query always has full prompts, while the others seldom meet it until m is"
        + " near K.) It keeps Attn_k at a third instead of enlarging the step: K^"
        + fixedExponent(Contestant.CURRICULUM)
        + ", "
        + last(Contestant.CURRICULUM)
        + " iterations at K = 1000. Asked with probability (1 − p₁)/K, the balanced law takes ηt ="
        + " (6.75 K ln(K/2) + 41.6 K)/(1 − p₁) for large K. Here ηt − 13.5 K ln(K/2) is "
        + beyondLaw(counts.size() / 2)
        + " K at K = 100 and "
        + beyondLaw(counts.size() - 1)
        + " K at K = 1000, against 83.2 K: the dominant feature costs the others next to nothing."
        + " Iterations over K ln K fall from "
        + overLaw(0)
        + " at K = 10 to "
        + overLaw(counts.size() - 1)
        + " at K = 1000, because of the term c K.";
  }

  private String largeSteps() {
    return "Tuned again at every K with steps of any length, K² is gone without any other idea: at"
        + " K = 1000 plain descent needs "
        + result(Contestant.DESCENT).free().iterations()
        + " iteration with η = "
        + Figures.of(result(Contestant.DESCENT).free().learningRate(), 2)
        + ", and the slowest of all eight methods "
        + mostFree()
        + " (see the claim one-large-step). With exact gradients K² is a statement about η. Tuned"
        + " at every K with short steps, methods still differ. Plain descent has K^"
        + retunedExponent(Contestant.DESCENT)
        + " and the curriculum K^"
        + retunedExponent(Contestant.CURRICULUM)
        + ", because the dominant query's first steps bound η; reweighted queries, whose dominant"
        + " query is asked seldom, have K^"
        + retunedExponent(Contestant.REWEIGHTED)
        + " ("
        + Figures.of(result(Contestant.REWEIGHTED).retuned().getLast())
        + " iterations at K = 1000; the steps of the grid of η make the fit rough): η may grow with"
        + " K until the fast phase after the plateau bounds it, where gradients are about K times"
        + " those on the plateau. The phases do suggest what"
        + " to change: α_k has the right sign from the start, and only its size is wrong on the"
        + " plateau.";
  }

  private double rate(Contestant contestant) {
    return result(contestant).rate();
  }

  private double flowTime(Contestant contestant) {
    return rate(contestant) * result(contestant).fixed().getLast();
  }

  private String first(Contestant contestant) {
    return Figures.of(result(contestant).fixed().getFirst(), 4);
  }

  private String last(Contestant contestant) {
    return Figures.of(result(contestant).fixed().getLast(), 4);
  }

  private String fixedExponent(Contestant contestant) {
    return exponent(result(contestant).fixed());
  }

  private String retunedExponent(Contestant contestant) {
    return exponent(result(contestant).retuned());
  }

  private String exponent(List<Double> iterations) {
    var logarithms = iterations.stream().map(FastMath::log).toList();
    return uncertain(fit(logarithms), 1);
  }

  /** The coefficient of ln K in ηt. */
  private String perLogarithm(Contestant contestant) {
    var times = result(contestant).fixed().stream().map(t -> t * rate(contestant)).toList();
    return uncertain(fit(times), 1);
  }

  /** Iterations until the target leads by a step. */
  private double standstill(Contestant contestant) {
    return result(contestant).lead().stream()
        .filter(point -> point.y() > 0.5 * rate(contestant))
        .findFirst()
        .map(point -> point.x() - 1)
        .orElseThrow();
  }

  private String overPlateau(int index) {
    double count = counts.get(index);
    double time = rate(Contestant.DESCENT) * result(Contestant.DESCENT).fixed().get(index);
    return Figures.of(time / (2 * count * count), 3);
  }

  private String beyondLaw(int index) {
    double count = counts.get(index);
    double time = rate(Contestant.CURRICULUM) * result(Contestant.CURRICULUM).fixed().get(index);
    return Figures.of(time / count - 13.5 * FastMath.log(count / 2), 3);
  }

  /** A straight line in ln K, fitted to the upper half of the counts. */
  private LinearFit fit(List<Double> values) {
    int from = counts.size() / 2;
    var upper = counts.subList(from, counts.size());
    return LinearFit.of(
        Vector.copyOf(values.subList(from, values.size())),
        List.of(image(upper, _ -> 1), image(upper, FastMath::log)),
        image(upper, _ -> 1));
  }

  private static Vector image(List<Double> values, DoubleUnaryOperator function) {
    return Vector.of(values.stream().mapToDouble(v -> function.applyAsDouble(v)).toArray());
  }

  private static String uncertain(LinearFit fit, int index) {
    var coefficient = fit.coefficient(index);
    return "("
        + Figures.of(coefficient.value(), 4)
        + " ± "
        + Figures.of(coefficient.halfWidth(), 2)
        + ")";
  }

  private String overLaw(int index) {
    double count = counts.get(index);
    double iterations = result(Contestant.CURRICULUM).fixed().get(index);
    return Figures.of(iterations / (count * FastMath.log(count)), 3);
  }

  private long mostFree() {
    return results.values().stream().mapToLong(r -> r.free().iterations()).max().orElseThrow();
  }
}
