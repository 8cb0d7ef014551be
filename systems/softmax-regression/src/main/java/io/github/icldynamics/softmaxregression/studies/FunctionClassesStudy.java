package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.law.LabelKernel;
import io.github.icldynamics.softmaxregression.law.LabelKernel.Polynomial;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** Other classes of functions than linear ones, by their second moments. */
final class FunctionClassesStudy {
  private static final LabelKernel CUBIC = new Polynomial(3, 1);

  private final FunctionClass linear =
      FunctionClass.trained("linear", new LabelKernel.Linear(), CurveStyle.solid(0));
  private final FunctionClass quadratic =
      FunctionClass.trained("quadratic", new Polynomial(2, 1), CurveStyle.dashed(1));
  private final FunctionClass cubic = FunctionClass.trained("cubic", CUBIC, CurveStyle.dotted(2));
  private final FunctionClass relu =
      FunctionClass.trained("random ReLU network", new LabelKernel.Relu(), CurveStyle.dashed(3));
  private final FunctionClass gaussian =
      FunctionClass.trained("Gaussian process", new LabelKernel.Gaussian(1), CurveStyle.dotted(5));
  private final List<FunctionClass> all = List.of(linear, quadratic, cubic, relu, gaussian);

  static Experiment experiment() {
    return FunctionClass.experiment(FunctionClass.LAW, CUBIC);
  }

  StudyPage page() {
    return new StudyPage(
        "Function classes",
        "Does another class of functions than linear ones change what is learned, or only how"
            + " fast?",
        List.of(clocks(), circles()),
        List.of(onlyTheClock(), onTheCircle(), inAllDirections()));
  }

  private MultiPanel clocks() {
    return new MultiPanel(
        "Orthonormal features, K = 100, p₁ = 0.5, N = ∞",
        List.of(
            clock("one clock for all", Axis.log("τ"), Axis.log("L"), _ -> 1),
            clock(
                "each class by its own clock",
                Axis.log("v τ"),
                Axis.log("L/v"),
                FunctionClass::variance)),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private LineChart clock(
      String title, Axis x, Axis y, ToDoubleFunction<FunctionClass> unitOfClass) {
    return Sweep.chart(
        title,
        x,
        y.within(1e-4, 10),
        curves(functions -> clock(functions, unitOfClass.applyAsDouble(functions))));
  }

  private static Curve clock(FunctionClass functions, double unit) {
    return functions.curve(100, 1e5, tau -> functions.loss(tau / unit) / unit);
  }

  private List<Curve> curves(Function<FunctionClass, Curve> curve) {
    return all.stream().map(curve).toList();
  }

  private MultiPanel circles() {
    return new MultiPanel(
        "K = 12 features evenly on a circle (d = 2), balanced, N = ∞, v̄ = 2 L(0)",
        List.of(
            Sweep.chart(
                "error",
                Axis.log("v̄ τ"),
                Axis.log("L/L(0)"),
                curves(functions -> onCircle(functions, functions::error)),
                ReferenceLine.horizontal(FunctionClass.LEFT, "a tenth")),
            Sweep.chart(
                "attention to the query's own feature",
                Axis.log("v̄ τ"),
                Axis.linear("Attnₖ").within(0, 1),
                curves(functions -> onCircle(functions, functions::attention)),
                ReferenceLine.horizontal(0.5, "½"))),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private static Curve onCircle(FunctionClass functions, DoubleUnaryOperator value) {
    return functions.curve(1, FunctionClass.LATE / 2, value);
  }

  private String onlyTheClock() {
    return Template.of(
            """
            On orthonormal features, or features of one common correlation ρ, a class whose second
            moments are a kernel k of the angle enters through D = v (1 + δ) alone, v = k(1) − k(ρ):
            losses are v times, and times 1/v times, those of the linear class. On orthonormal
            features v is {variances}. In units of 1/v all curves are one, within {apart:1} of each
            other: the tolerance of the integrator. Stage-wise convergence, phases and their order
            carry over as they are. Correlation only sets the clocks anew: at ρ = 0.5 v is
            {linear:3} for the linear class, {cubic:3} for the cubic and {gaussian:3} for the
            Gaussian one.
            """)
        .with(
            Map.of(
                "variances", listed(", ", FunctionClassesStudy::variance),
                "apart", apart(),
                "linear", linear.variance(0.5),
                "cubic", cubic.variance(0.5),
                "gaussian", gaussian.variance(0.5)));
  }

  private String listed(String separator, Function<FunctionClass, String> words) {
    return all.stream().map(words).collect(Collectors.joining(separator));
  }

  private static String variance(FunctionClass functions) {
    return Template.of("{v:3} ({title})")
        .with(Map.of("v", functions.variance(), "title", functions.title()));
  }

  /** The largest relative distance of a scaled curve from the linear class's. */
  private double apart() {
    double whole = Sweep.time(FunctionClass.LAW, Sweep.RARE);
    return Sweep.linear(0, 2 * whole, 100).stream().mapToDouble(this::apart).max().orElseThrow();
  }

  private double apart(double scaledTime) {
    double expected = linear.loss(scaledTime);
    return all.stream()
        .mapToDouble(
            functions -> functions.loss(scaledTime / functions.variance()) / functions.variance())
        .map(scaled -> FastMath.abs(scaled / expected - 1))
        .max()
        .orElseThrow();
  }

  private String onTheCircle() {
    return Template.of(
            """
            Where some features are more alike than others, classes differ by more than a clock. On
            the circle, in units of the error at the start, the linear class is the first to a tenth
            of its error (v̄τ = {tenth.linear:3}, cubic {tenth.cubic:3}, Gaussian
            {tenth.gaussian:3}) and the last to Attn_k = ½ ({half.linear:3} against {half.cubic:3}
            and {half.gaussian:3}). A linear function hardly differs between neighbours, 30° apart,
            so that confusing them costs little and is unlearned late: they have
            {contrast.linear:2}% of the mean contrast v̄, with the cubic class {contrast.cubic:2}%.
            The time to half the attention is ordered by this contrast: {halves}.
            """)
        .with(
            Map.of(
                "tenth.linear", linear.scaledTimeToTenth(),
                "tenth.cubic", cubic.scaledTimeToTenth(),
                "tenth.gaussian", gaussian.scaledTimeToTenth(),
                "half.linear", linear.scaledTimeToHalf(),
                "half.cubic", cubic.scaledTimeToHalf(),
                "half.gaussian", gaussian.scaledTimeToHalf(),
                "contrast.linear", linear.contrastOfNeighbours(),
                "contrast.cubic", cubic.contrastOfNeighbours(),
                "halves", listed(", ", FunctionClassesStudy::halfByContrast)));
  }

  private static String halfByContrast(FunctionClass functions) {
    return Template.of("{contrast:2}% → {half:3}")
        .with(
            Map.of(
                "contrast",
                functions.contrastOfNeighbours(),
                "half",
                functions.scaledTimeToHalf()));
  }

  private String inAllDirections() {
    return Template.of(
            """
            Ten random unit vectors in four dimensions (balanced, seed 1) say the same without
            symmetry. {spreads} At τ = 10⁶ the feature with most of the attention beside the query's
            own is the one most correlated with it in {confused} of {cases} cases. Which features
            get confused is a matter of the features; for how long, one of the class.
            """)
        .with(
            Map.of(
                "spreads", listed(" ", FunctionClassesStudy::spread),
                "confused", allRandom().filter(FunctionClassesStudy::confusesTheNearest).count(),
                "cases", allRandom().count()));
  }

  private Stream<ColumnRun> allRandom() {
    return all.stream().flatMap(functions -> functions.random().stream());
  }

  private static String spread(FunctionClass functions) {
    var times =
        functions.random().stream().mapToDouble(FunctionClass::timeToHalf).summaryStatistics();
    return Template.of(
            """
            {title}: Attn_k = ½ between τ = {least:2} and {most:2}, a factor of {factor:2} between
            queries.
            """)
        .with(
            Map.of(
                "title", functions.title(),
                "least", times.getMin(),
                "most", times.getMax(),
                "factor", times.getMax() / times.getMin()));
  }

  private static boolean confusesTheNearest(ColumnRun run) {
    int query = (int) run.query();
    var attention = run.stateAt(FunctionClass.LATE).value().meanAttention();
    return greatestOther(query, attention::get)
        == greatestOther(query, other -> FunctionClass.RANDOM.get(query, other));
  }

  private static int greatestOther(int query, IntToDoubleFunction value) {
    return IntStream.range(0, FunctionClass.RANDOM.size())
        .filter(other -> other != query)
        .boxed()
        .max(Comparator.comparingDouble(value::applyAsDouble))
        .orElseThrow();
  }
}
