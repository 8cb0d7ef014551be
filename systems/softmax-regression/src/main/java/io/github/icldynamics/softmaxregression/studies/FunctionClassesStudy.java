package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.GramChoice;
import io.github.icldynamics.softmaxregression.experiment.QueryChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.Contest;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** Other classes of functions than linear ones, by their second moments. */
final class FunctionClassesStudy {
  private static final TokenLawChoice IMBALANCED = new TokenLawChoice.Imbalanced(100, 0.5);
  private static final SymmetricMatrix CIRCLE = FeatureDirections.circle(12);
  private static final SymmetricMatrix RANDOM = FeatureDirections.random(10, 4, 1);
  private static final double LATE = 1e6;
  private static final double LEFT = 0.1;

  private final Map<FunctionClass, Runs> runs = new HashMap<>();

  private FunctionClassesStudy() {
    for (var functions : FunctionClass.ALL) {
      runs.put(functions, Runs.of(functions));
    }
  }

  static StudyPage<Experiment> make() {
    return new FunctionClassesStudy().page();
  }

  static Experiment experiment() {
    return experiment(FunctionClass.CUBIC);
  }

  private static Experiment experiment(FunctionClass functions) {
    return Experiment.of(IMBALANCED, PromptLength.infinite())
        .with(Experiment.LABELS, functions.labels())
        .until(LATE);
  }

  /** All queries on features with a Gram matrix. */
  private static List<ColumnRun> train(FunctionClass functions, SymmetricMatrix gram) {
    var experiment =
        Experiment.of(new TokenLawChoice.Balanced(gram.size()), PromptLength.infinite())
            .with(Experiment.LABELS, functions.labels())
            .with(Experiment.GRAM, GramChoice.Given.of(gram))
            .with(Experiment.QUERIES, new QueryChoice.All())
            .until(LATE);
    return experiment.layerPlan().trainTogether(experiment.features());
  }

  /** What a class is trained on: orthonormal features, those on the circle, random ones. */
  private record Runs(ColumnRun orthonormal, OnCircle onCircle, List<ColumnRun> random) {
    static Runs of(FunctionClass functions) {
      return new Runs(
          experiment(functions).layerPlan().train(Sweep.RARE),
          OnCircle.of(functions),
          train(functions, RANDOM));
    }
  }

  private Runs runs(FunctionClass functions) {
    return Objects.requireNonNull(runs.get(functions));
  }

  private OnCircle onCircle(FunctionClass functions) {
    return runs(functions).onCircle();
  }

  /** The run of a class on the circle, where all queries are alike. */
  private record OnCircle(FunctionClass functions, ColumnRun run, double start) {
    static OnCircle of(FunctionClass functions) {
      var run = train(functions, CIRCLE).getFirst();
      return new OnCircle(functions, run, Sweep.loss(run, 0));
    }

    /** {@code v̄ = 2 L(0)}, the mean contrast of two features. */
    double contrast() {
      return 2 * start;
    }

    /** {@code (k(1) − k(cos 30°))/v̄}. */
    double contrastOfNeighbours() {
      return functions.variance(CIRCLE.get(0, 1)) / contrast();
    }

    double error(double scaledTime) {
      return Sweep.loss(run, scaledTime / contrast()) / start;
    }

    double attention(double scaledTime) {
      var state = run.stateAt(scaledTime / contrast());
      return state.value().meanAttention().get((int) run.query());
    }

    double scaledTimeToTenth() {
      return contrast() * firstTime(run, Sweep.within(LEFT * start, run.trajectory().column()));
    }

    double scaledTimeToHalf() {
      return contrast() * timeToHalf(run);
    }

    Curve curve(ToDoubleBiFunction<OnCircle, Double> value) {
      return Sweep.curve(
          functions.title(),
          Sweep.logarithmic(1, LATE / 2, 200),
          scaled -> value.applyAsDouble(this, scaled),
          functions.style());
    }
  }

  /** The time at which {@code Attn_k = ½}. */
  private static double timeToHalf(ColumnRun run) {
    return firstTime(run, new Contest(run.trajectory().column())::attentionBeyondHalf);
  }

  private static double firstTime(ColumnRun run, ToDoubleFunction<Vector> observable) {
    return run.trajectory().firstTime(observable, 0).orElseThrow();
  }

  private StudyPage<Experiment> page() {
    return new StudyPage<>(
        "Function classes",
        "Does another class of functions than linear ones change what is learned, or only how"
            + " fast?",
        List.of(clocks(), circles()),
        List.of(onlyTheClock(), onTheCircle(), inAllDirections()),
        experiment());
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
                functions -> functions.variance(0))),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private LineChart clock(
      String title, Axis x, Axis y, ToDoubleFunction<FunctionClass> unitOfClass) {
    return Sweep.chart(
        title,
        x,
        y.within(1e-4, 10),
        curves(functions -> curve(functions, unitOfClass.applyAsDouble(functions))));
  }

  private Curve curve(FunctionClass functions, double unit) {
    return Sweep.curve(
        functions.title(),
        Sweep.logarithmic(100, 1e5, 200),
        tau -> loss(functions, tau / unit) / unit,
        functions.style());
  }

  private double loss(FunctionClass functions, double tau) {
    return Sweep.loss(runs(functions).orthonormal(), tau);
  }

  private static List<Curve> curves(Function<FunctionClass, Curve> curve) {
    return FunctionClass.ALL.stream().map(curve).toList();
  }

  private MultiPanel circles() {
    return new MultiPanel(
        "K = 12 features evenly on a circle (d = 2), balanced, N = ∞, v̄ = 2 L(0)",
        List.of(
            Sweep.chart(
                "error",
                Axis.log("v̄ τ"),
                Axis.log("L/L(0)"),
                curves(functions -> onCircle(functions).curve(OnCircle::error)),
                ReferenceLine.horizontal(LEFT, "a tenth")),
            Sweep.chart(
                "attention to the query's own feature",
                Axis.log("v̄ τ"),
                Axis.linear("Attnₖ").within(0, 1),
                curves(functions -> onCircle(functions).curve(OnCircle::attention)),
                ReferenceLine.horizontal(0.5, "½"))),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
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
                "linear", FunctionClass.LINEAR.variance(0.5),
                "cubic", FunctionClass.CUBIC.variance(0.5),
                "gaussian", FunctionClass.GAUSSIAN.variance(0.5)));
  }

  private static String listed(String separator, Function<FunctionClass, String> words) {
    return FunctionClass.ALL.stream().map(words).collect(Collectors.joining(separator));
  }

  private static String variance(FunctionClass functions) {
    return Template.of("{v:3} ({title})")
        .with(Map.of("v", functions.variance(0), "title", functions.title()));
  }

  /** The largest relative distance of a scaled curve from the linear class's. */
  private double apart() {
    double whole = Sweep.time(IMBALANCED, Sweep.RARE);
    return Sweep.linear(0, 2 * whole, 100).stream().mapToDouble(this::apart).max().orElseThrow();
  }

  private double apart(double scaledTime) {
    double linear = loss(FunctionClass.LINEAR, scaledTime);
    return FunctionClass.ALL.stream()
        .mapToDouble(
            functions -> {
              double v = functions.variance(0);
              return FastMath.abs(loss(functions, scaledTime / v) / v / linear - 1);
            })
        .max()
        .orElseThrow();
  }

  private String onTheCircle() {
    var linear = onCircle(FunctionClass.LINEAR);
    var cubic = onCircle(FunctionClass.CUBIC);
    var gaussian = onCircle(FunctionClass.GAUSSIAN);
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
                "contrast.linear", 100 * linear.contrastOfNeighbours(),
                "contrast.cubic", 100 * cubic.contrastOfNeighbours(),
                "halves", listed(", ", this::halfByContrast)));
  }

  private String halfByContrast(FunctionClass functions) {
    var run = onCircle(functions);
    return Template.of("{contrast:2}% → {half:3}")
        .with(Map.of("contrast", 100 * run.contrastOfNeighbours(), "half", run.scaledTimeToHalf()));
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
                "spreads", listed(" ", this::spread),
                "confused", allRandom().filter(FunctionClassesStudy::confusesTheNearest).count(),
                "cases", allRandom().count()));
  }

  private Stream<ColumnRun> allRandom() {
    return runs.values().stream().flatMap(trained -> trained.random().stream());
  }

  private String spread(FunctionClass functions) {
    var times =
        runs(functions).random().stream()
            .mapToDouble(FunctionClassesStudy::timeToHalf)
            .summaryStatistics();
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
    var attention = run.stateAt(LATE).value().meanAttention();
    return greatestOther(query, attention::get)
        == greatestOther(query, other -> RANDOM.get(query, other));
  }

  private static int greatestOther(int query, IntToDoubleFunction value) {
    return IntStream.range(0, RANDOM.size())
        .filter(other -> other != query)
        .boxed()
        .max(Comparator.comparingDouble(value::applyAsDouble))
        .orElseThrow();
  }
}
