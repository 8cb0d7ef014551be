package io.github.icldynamics.softmaxregression.studies;

import static io.github.icldynamics.softmaxregression.studies.Performance.FEW;
import static io.github.icldynamics.softmaxregression.studies.Performance.MANY;
import static io.github.icldynamics.softmaxregression.studies.Performance.MOST;
import static java.util.Map.entry;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.StudyTable;
import io.github.icldynamics.study.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** Whether the phases suggest faster training: other step rules, other queries, other prompts. */
final class FasterTrainingStudy {
  /** a and c of the balanced law on the curriculum: ηt = a K ln(K/2) + c K for large K. */
  private static final double CURRICULUM_LOGARITHM = 6.75;

  private static final double CURRICULUM_CONSTANT = 41.6;
  private static final int DIGITS = 4;

  private final Performance descent = Performance.of(Contestant.DESCENT);
  private final Performance momentum = Performance.of(Contestant.MOMENTUM);
  private final Performance nesterov = Performance.of(Contestant.NESTEROV);
  private final Performance adam = Performance.of(Contestant.ADAM);
  private final Performance sign = Performance.of(Contestant.SIGN);
  private final Performance normalised = Performance.of(Contestant.NORMALISED);
  private final Performance reweighted = Performance.of(Contestant.REWEIGHTED);
  private final Performance curriculum = Performance.of(Contestant.CURRICULUM);

  /** Nesterov's momentum cannot be told from the other in a picture. */
  private final List<Performance> drawn =
      List.of(descent, momentum, adam, sign, normalised, reweighted, curriculum);

  private final AdamScaling scaling = new AdamScaling();
  private final NormShares shares = NormShares.of(normalised.rate());

  /** Sign descent with the most features. */
  static Experiment experiment() {
    double rate = Performance.tuned(Contestant.SIGN, FEW).learningRate();
    return Sweep.experiment(Contestant.law(MOST), Contestant.SIGN.rule(), rate);
  }

  /**
   * Whose gradient makes the norm of the whole layer.
   *
   * @param start the share of the under-represented queries in its square at the start
   * @param half when it has reached a half
   * @param median the median over the run
   */
  private record NormShares(double start, long half, double median) {
    static NormShares of(double rate) {
      var descent = Contestant.NORMALISED.start(MOST, rate);
      var shares = new ArrayList<Double>();
      while (descent.loss() > Sweep.EPSILON) {
        shares.add(descent.lastShare());
        descent.step();
      }
      long half = shares.stream().takeWhile(share -> share < 0.5).count();
      double median = shares.stream().sorted().toList().get(shares.size() / 2);
      return new NormShares(shares.getFirst(), half, median);
    }
  }

  StudyPage page() {
    return new StudyPage(
        "Faster training",
        "Does the phase structure suggest faster training, and which methods remove the K²?",
        List.of(iterations(), leads(), scaling.chart()),
        List.of(exponents(), scaling.exponents()),
        List.of(
            setting(),
            slow(),
            signs(),
            floors(),
            normalised(),
            queries() + " " + curriculum(),
            largeSteps()));
  }

  private LineChart iterations() {
    var curves = new ArrayList<>(drawn.stream().map(Performance::iterationsByFeatures).toList());
    curves.add(slope("∝ K², K ln K, √K ln K", descent, k -> k * k));
    curves.add(slope("", curriculum, k -> k * FastMath.log(k)));
    curves.add(slope("", normalised, k -> FastMath.sqrt(k) * FastMath.log(k)));
    return Sweep.chart(
        "Iterations until every query has converged, η tuned at K = 10",
        Axis.log("features K"),
        Axis.log("iterations to ε = 0.01"),
        curves);
  }

  private StudyTable exponents() {
    return new StudyTable(
        "Iterations until every query has converged, local exponents of K, and what those tend to.",
        List.of("method", "K = 10", "K = 100", "K = 1000", "10 to 100", "100 to 1000", "tends to"),
        List.of(
            cells(descent, "2"),
            cells(momentum, "2"),
            cells(nesterov, "2"),
            cells(adam, "2, from 0: the next table"),
            cells(sign, "0, as ln K"),
            cells(normalised, "½, as √K ln K"),
            cells(reweighted, "2"),
            cells(curriculum, "1, as K ln K")));
  }

  private static List<String> cells(Performance performance, String limit) {
    return List.of(
        performance.contestant().label(),
        SignificantDigits.of(performance.iterations(FEW), DIGITS),
        SignificantDigits.of(performance.iterations(MANY), DIGITS),
        SignificantDigits.of(performance.iterations(MOST), DIGITS),
        SignificantDigits.of(performance.localExponent(FEW, MANY), DIGITS),
        SignificantDigits.of(performance.localExponent(MANY, MOST), DIGITS),
        limit);
  }

  /** A law for large K, beside a contestant's curve. */
  private static Curve slope(String label, Performance beside, DoubleUnaryOperator law) {
    double scale = 1.6 * beside.iterations(MOST) / law.applyAsDouble(MOST);
    return Sweep.curve(
        label,
        Sweep.logarithmic(MANY, MOST, 10),
        k -> scale * law.applyAsDouble(k),
        CurveStyle.dotted(6));
  }

  private LineChart leads() {
    return Sweep.chart(
        "An under-represented query at K = 1000, the same step sizes",
        Axis.log("iterations"),
        Axis.linear("lead of the target, Aₖ − Bₖₙ"),
        drawn.stream().map(Performance::leadByIteration).toList(),
        ReferenceLine.horizontal(FastMath.log(MOST), "ln K"));
  }

  private String setting() {
    return Template.of(
            """
            The imbalanced law with p₁ = ½ and infinite prompts, trained with exact gradients until
            the dominant and the under-represented queries all have an error of at most 0.01. η is
            the power of √2 that needs the fewest iterations at K = 10, among those under which no
            error ever rises by more than 1% and no step moves a logit by more than {step}; it is
            then kept as K grows. The second condition is what makes methods comparable: without
            noise the first forbids nothing, and every method would be done in one or two steps. It
            means the same for every method and leaves plain descent with η = {rate:3}, where the
            theorem has its η. Exponents below are fitted to K = 100 … 1000; there is no noise, and
            what stands after ± is the spread that curvature leaves.
            """)
        .with(Map.of("step", Performance.SHORT_STEP, "rate", descent.rate()));
  }

  private String slow() {
    return Template.of(
            """
            Plain descent needs K^{exponent}, {iterations:4} iterations at K = 1000; the exponent is
            still on its way to 2: ηt is {plateaus.many:3} times K²/(1 − p₁) at K = 100 and
            {plateaus.most:3} times at K = 1000. Its plateau is one of small gradients: α_k ≈ p_k
            Attn_k, about (1 − p₁)²/K² at the start. Momentum (K^{exponent.momentum}) and Nesterov's
            (K^{exponent.nesterov}) follow the same flow with η/(1 − μ) = {gain} η: in units of 1 −
            μ over η they take {time.momentum:4} and {time.nesterov:4} times as long as plain
            descent at K = 1000. That is a constant factor, of which the bound on steps leaves
            {fewer:3}, and K² stays.
            """)
        .with(
            Map.of(
                "exponent", descent.exponent(),
                "iterations", descent.iterations(MOST),
                "plateaus.many", overPlateau(MANY),
                "plateaus.most", overPlateau(MOST),
                "exponent.momentum", momentum.exponent(),
                "exponent.nesterov", nesterov.exponent(),
                "gain", Contestant.GAIN,
                "time.momentum", Contestant.GAIN * momentum.flowTime(MOST) / descent.flowTime(MOST),
                "time.nesterov", Contestant.GAIN * nesterov.flowTime(MOST) / descent.flowTime(MOST),
                "fewer", descent.iterations(MOST) / momentum.iterations(MOST)));
  }

  /** ηt of plain descent over {@code K²/(1 − p₁)}. */
  private double overPlateau(int features) {
    return descent.flowTime(features) / (features * features / (1 - Contestant.DOMINANT));
  }

  private String signs() {
    return Template.of(
            """
            Sign descent removes it, and so does Adam as long as K is small. Their step does not
            depend on the size of the gradient, only on its sign or on how it compares with its own
            past, so that the plateau of tiny gradients costs no more than the distance to walk,
            about ln K: {sign.most:4} and
            {adam.most:4} iterations at K = 1000 against {sign.few:4} and {adam.few:4} at K = 10.
            For sign descent ηt grows by {sign.perLogarithm} ln K, for Adam by {adam.perLogarithm}
            ln K. Phases do not go away: for the first {standstill} of its iterations at K = 1000
            sign descent gives the target no lead at all, because β_kn is positive as long as the
            dominant attention is above about K^−½, and B_kn rises as fast as A_k. Bringing it down
            there should take ¼ ln K/η and building the lead ½ ln K/η; together ¾, about what is
            measured. The gradient here is exact; one from few prompts would have to get the sign of
            so small a number right.
            """)
        .with(
            Map.of(
                "sign.most", sign.iterations(MOST),
                "adam.most", adam.iterations(MOST),
                "sign.few", sign.iterations(FEW),
                "adam.few", adam.iterations(FEW),
                "sign.perLogarithm", sign.perLogarithm(),
                "adam.perLogarithm", adam.perLogarithm(),
                "standstill", sign.standstill()));
  }

  private String floors() {
    return Template.of(
            """
            Adam's ε brings K² back. On the plateau α_k is about (1 − p₁)²/K², and where that is
            below ε = 10⁻⁸ Adam is gradient descent with the rate η/ε: it takes (ε/η) T iterations,
            T the time of the flow, and a delay of order ln K. With η = 0.1 (third figure) it needs
            {few} iterations at K = 10⁴, {many} at 10⁵ and {most:6} at 10⁶, and by the law, which
            errs by one or two iterations there, {last:4} at 10⁸. Between O(ln K) and K² it turns at
            K ≈ √(5/ε). Every rule that divides by the size of the gradient and a floor does the
            same (claim adam-time-law); sign descent has no floor.
            """)
        .with(
            Map.of(
                "few",
                (long) scaling.iterationsAt(1e4),
                "many",
                (long) scaling.iterationsAt(1e5),
                "most",
                scaling.iterationsAt(1e6),
                "last",
                scaling.lawAt(AdamScaling.LAST)));
  }

  private String normalised() {
    return Template.of(
            """
            Normalised descent removes most of it: K^{exponent}. The law √K ln K would look like
            K^0.68 over these K. The norm is that of the whole layer. At the start {dominant:4}% of
            its square is the dominant query's. From iteration {half} of {iterations:4} on, the K −
            1 others make more than half of it (in the median iteration all but {rest:2}%). They
            move alike, each by about η/√K a step, over a distance of about ln K.
            """)
        .with(
            Map.of(
                "exponent", normalised.exponent(),
                "dominant", 100 * (1 - shares.start()),
                "half", shares.half(),
                "iterations", normalised.iterations(MOST),
                "rest", 100 * (1 - shares.median())));
  }

  private String queries() {
    double share = reweighted.flowTime(MOST) / descent.flowTime(MOST);
    return Template.of(
            """
            Changing the queries does not help, changing the prompts does. Queries asked with π_k ∝
            p_k T_k keep K^{exponent}: their flow takes {share:3} of the time at K = 1000, which is
            1 − p₁; the rest of the gap in the figure is the larger step, η = {rate:3}, that the
            slower dominant query permits.
            """)
        .with(Map.of("exponent", reweighted.exponent(), "share", share, "rate", reweighted.rate()));
  }

  private String curriculum() {
    return Template.of(
            """
            The curriculum shows m features at a time, those of the query and m − 1 others at
            random, with the token law conditioned on them and m = min(K, 1 + round(2 (p_k/p_n) e^{A
            − B})), n under-represented. (For the balanced law this is the curriculum for which the
            rate K ln K is proved; for this one the dominant query always has full prompts, while
            the others seldom meet it until m is near K.) It keeps Attn_k at a third instead of
            enlarging the step: K^{exponent}, {iterations:4} iterations at K = 1000. Asked with
            probability (1 − p₁)/K, the balanced law takes ηt = ({a} K ln(K/2) + {c} K)/(1 − p₁) for
            large K. Here ηt − {a.asked} K ln(K/2) is {beyond.many:3} K at K = 100 and
            {beyond.most:3} K at K = 1000, against {c.asked} K: the dominant feature costs the
            others next to nothing. Iterations over K ln K fall from {over.few:3} at K = 10 to
            {over.most:3} at K = 1000, because of the term c K.
            """)
        .with(
            Map.ofEntries(
                entry("exponent", curriculum.exponent()),
                entry("iterations", curriculum.iterations(MOST)),
                entry("a", CURRICULUM_LOGARITHM),
                entry("c", CURRICULUM_CONSTANT),
                entry("a.asked", askedAsOften(CURRICULUM_LOGARITHM)),
                entry("beyond.many", beyondLogarithm(MANY)),
                entry("beyond.most", beyondLogarithm(MOST)),
                entry("c.asked", askedAsOften(CURRICULUM_CONSTANT)),
                entry("over.few", overLaw(FEW)),
                entry("over.most", overLaw(MOST))));
  }

  /** A time of the balanced law, where its queries are asked only in a share 1 − p₁ of all. */
  private static double askedAsOften(double time) {
    return time / (1 - Contestant.DOMINANT);
  }

  /** What ηt of the curriculum has beside its term in {@code K ln(K/2)}, over K. */
  private double beyondLogarithm(int features) {
    double time = curriculum.flowTime(features) / features;
    return time - askedAsOften(CURRICULUM_LOGARITHM) * FastMath.log(features / 2.0);
  }

  /** Iterations of the curriculum over {@code K ln K}. */
  private double overLaw(int features) {
    return curriculum.iterations(features) / (features * FastMath.log(features));
  }

  private String largeSteps() {
    var free = descent.free();
    var reweightedIterations = reweighted.retuned();
    return Template.of(
            """
            Tuned again at every K with steps of any length, K² is gone without any other idea: at K
            = 1000 plain descent needs {free} iteration with η = {free.rate:2}, and the slowest of
            all eight methods {free.most} (see the claim one-large-step). With exact gradients K² is
            a statement about η. Tuned at every K with short steps, methods still differ. Plain
            descent has K^{descent} and the curriculum K^{curriculum}, because the dominant query's
            first steps bound η; reweighted queries, whose dominant query is asked seldom, have
            K^{reweighted} ({reweighted.iterations} iterations at K = 1000; the steps of the grid of
            η make the fit rough): η may grow with K until the fast phase after the plateau bounds
            it, where gradients are about K times those on the plateau. The phases do suggest what
            to change: α_k has the right sign from the start, and only its size is wrong on the
            plateau.
            """)
        .with(
            Map.of(
                "free", free.iterations(),
                "free.rate", free.learningRate(),
                "free.most", mostFree(),
                "descent", Performance.exponent(descent.retuned()),
                "curriculum", Performance.exponent(curriculum.retuned()),
                "reweighted", Performance.exponent(reweightedIterations),
                "reweighted.iterations", reweightedIterations.at(MOST)));
  }

  private long mostFree() {
    return Stream.concat(drawn.stream(), Stream.of(nesterov))
        .mapToLong(performance -> performance.free().iterations())
        .max()
        .orElseThrow();
  }
}
