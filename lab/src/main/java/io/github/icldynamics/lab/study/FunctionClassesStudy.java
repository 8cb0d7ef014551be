package io.github.icldynamics.lab.study;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Contest;
import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.InitialLogits;
import io.github.icldynamics.analysis.LayerPlan;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.experiment.Preset;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.LabelKernel;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.Coupling;
import io.github.icldynamics.training.TrainingMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/** Other classes of functions than linear ones, by their second moments. */
final class FunctionClassesStudy {
  private static final double EPSILON = 0.01;
  private static final TokenLaw IMBALANCED = TokenLaw.imbalanced(100, 0.5);
  private static final int ON_CIRCLE = 12;
  private static final double LATE = 1e6;
  private static final double LEFT = 0.1;

  private static final List<FunctionClass> CLASSES =
      List.of(
          new FunctionClass("linear", new LabelKernel.Linear(), CurveStyle.solid(0)),
          new FunctionClass("quadratic", new LabelKernel.Polynomial(2, 1), CurveStyle.dashed(1)),
          new FunctionClass("cubic", new LabelKernel.Polynomial(3, 1), CurveStyle.dotted(2)),
          new FunctionClass("random ReLU network", new LabelKernel.Relu(), CurveStyle.dashed(3)),
          new FunctionClass("Gaussian process", new LabelKernel.Gaussian(1), CurveStyle.dotted(5)));

  /** A class, and how it is drawn. */
  private record FunctionClass(String name, LabelKernel kernel, CurveStyle style) {
    /** {@code v = k(1) − k(ρ)}: what two features do not share. */
    double variance(double correlation) {
      return kernel.moment(1, 1, 1) - kernel.moment(1, correlation, 1);
    }
  }

  private final double whole =
      Sweep.run(IMBALANCED, PromptLength.infinite(), 1, EPSILON).convergence().orElseThrow();
  private final List<ColumnRun> orthonormal = new ArrayList<>();
  private final List<ColumnRun> circular = new ArrayList<>();
  private final SymmetricMatrix circle = circle();
  private final SymmetricMatrix random = random();

  private FunctionClassesStudy() {}

  static StudyPage make() {
    var study = new FunctionClassesStudy();
    for (var functions : CLASSES) {
      study.orthonormal.add(study.trainOrthonormal(functions));
      study.circular.add(study.train(functions, study.circle).getFirst());
    }
    return study.page();
  }

  private static SymmetricMatrix circle() {
    double[][] rows = new double[ON_CIRCLE][ON_CIRCLE];
    for (int i = 0; i < ON_CIRCLE; i++) {
      for (int j = 0; j < ON_CIRCLE; j++) {
        rows[i][j] = FastMath.cos(2 * Math.PI * Math.abs(i - j) / ON_CIRCLE);
      }
    }
    return SymmetricMatrix.of(rows);
  }

  /** Unit vectors in all directions of a space of fewer dimensions. */
  private static SymmetricMatrix random() {
    var source = new Well19937c(1);
    double[][] vectors = new double[10][4];
    for (double[] vector : vectors) {
      double square = 0;
      for (int i = 0; i < vector.length; i++) {
        vector[i] = source.nextGaussian();
        square += vector[i] * vector[i];
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= FastMath.sqrt(square);
      }
    }
    return gram(vectors);
  }

  private static SymmetricMatrix gram(double[][] vectors) {
    double[][] rows = new double[vectors.length][vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j < vectors.length; j++) {
        for (int d = 0; d < vectors[i].length; d++) {
          rows[i][j] += vectors[i][d] * vectors[j][d];
        }
      }
    }
    return SymmetricMatrix.of(rows);
  }

  private ColumnRun trainOrthonormal(FunctionClass functions) {
    var labels = new LabelModel(functions.kernel().equicorrelated(0), 0);
    return ColumnRun.train(plan(IMBALANCED, labels, LATE), 1);
  }

  private static TrainingPlan plan(TokenLaw law, LabelModel labels, double until) {
    return new TrainingPlan(
        law,
        PromptLength.infinite(),
        labels,
        TrainingMethod.GradientFlow.accurate(),
        EPSILON,
        new Ending.AtTime(until));
  }

  private List<ColumnRun> train(FunctionClass functions, SymmetricMatrix gram) {
    var labels = new LabelModel(functions.kernel().of(gram), 0);
    var law = TokenLaw.balanced(gram.size()).listedSingly();
    var plan =
        new LayerPlan(
            plan(law, labels, LATE),
            new Coupling.Gram(gram),
            Optional.empty(),
            Optional.empty(),
            new InitialLogits.Zero(),
            1,
            false);
    var queries = new ArrayList<Long>();
    for (long query = 0; query < gram.size(); query++) {
      queries.add(query);
    }
    return plan.trainTogether(queries);
  }

  private StudyPage page() {
    return new StudyPage(
        "Function classes",
        "Does another class of functions than linear ones change what is learned, or only how"
            + " fast?",
        List.of(clocks(), circles()),
        List.of(onlyTheClock(), onTheCircle(), inAllDirections()),
        Preset.IMBALANCED.experiment());
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
    var times = Sweep.logarithmic(100, 1e5, 200);
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < CLASSES.size(); i++) {
      var functions = CLASSES.get(i);
      var run = orthonormal.get(i);
      double unit = unitOfClass.applyAsDouble(functions);
      curves.add(
          Sweep.curve(functions.name(), times, t -> loss(run, t / unit) / unit, functions.style()));
    }
    return Sweep.chart(title, x, y.within(1e-4, 10), curves);
  }

  private static double loss(ColumnRun run, double tau) {
    return run.stateAt(tau).value().loss();
  }

  private MultiPanel circles() {
    var errors = new ArrayList<Curve>();
    var attentions = new ArrayList<Curve>();
    var scaled = Sweep.logarithmic(1, LATE / 2, 200);
    for (int i = 0; i < CLASSES.size(); i++) {
      var functions = CLASSES.get(i);
      var run = circular.get(i);
      double start = loss(run, 0);
      double v = 2 * start;
      errors.add(
          Sweep.curve(functions.name(), scaled, s -> loss(run, s / v) / start, functions.style()));
      attentions.add(
          Sweep.curve(functions.name(), scaled, s -> attention(run, s / v), functions.style()));
    }
    return new MultiPanel(
        "K = 12 features evenly on a circle (d = 2), balanced, N = ∞, v̄ = 2 L(0)",
        List.of(
            Sweep.chart(
                "error",
                Axis.log("v̄ τ"),
                Axis.log("L/L(0)"),
                errors,
                ReferenceLine.horizontal(LEFT, "a tenth")),
            Sweep.chart(
                "attention to the query's own feature",
                Axis.log("v̄ τ"),
                Axis.linear("Attnₖ").within(0, 1),
                attentions,
                ReferenceLine.horizontal(0.5, "½"))),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private static double attention(ColumnRun run, double tau) {
    return run.stateAt(tau).value().meanAttention().get((int) run.query());
  }

  /** The time at which the error has come down to a share of that at the start. */
  private static double timeToError(ColumnRun run, double share) {
    var evaluator = PopulationEvaluator.of(run.trajectory().column());
    double[] descent = new double[run.trajectory().column().size()];
    double target = share * loss(run, 0);
    return run.trajectory()
        .firstTime(logits -> target - evaluator.descend(logits.toArray(), descent), 0)
        .orElseThrow();
  }

  /** The time at which {@code Attn_k = ½}. */
  private static double timeToHalf(ColumnRun run) {
    var contest = new Contest(run.trajectory().column());
    return run.trajectory().firstTime(contest::attentionBeyondHalf, 0).orElseThrow();
  }

  private String onlyTheClock() {
    return "On orthonormal features, or features of one common correlation ρ, a class whose second"
        + " moments are a kernel k of the angle enters through D = v (1 + δ) alone, v = k(1)"
        + " − k(ρ): losses are v times, and times 1/v times, those of the linear class. On"
        + " orthonormal features v is "
        + variances()
        + ". In units of 1/v all curves are one, within "
        + Figures.of(apart(), 1)
        + " of each other: the tolerance of the integrator. Stage-wise convergence, phases and"
        + " their order carry over as they are. Correlation only sets the clocks anew: at ρ = 0.5 v"
        + " is "
        + Figures.of(CLASSES.getFirst().variance(0.5), 3)
        + " for the linear class, "
        + Figures.of(CLASSES.get(2).variance(0.5), 3)
        + " for the cubic and "
        + Figures.of(CLASSES.getLast().variance(0.5), 3)
        + " for the Gaussian one.";
  }

  private static String variances() {
    return String.join(
        ", ",
        CLASSES.stream()
            .map(functions -> Figures.of(functions.variance(0), 3) + " (" + functions.name() + ")")
            .toList());
  }

  /** The largest relative distance of a scaled curve from the linear class's. */
  private double apart() {
    double worst = 0;
    for (double scaled : Sweep.linear(0, 2 * whole, 100)) {
      double linear = loss(orthonormal.getFirst(), scaled);
      for (int i = 1; i < CLASSES.size(); i++) {
        double v = CLASSES.get(i).variance(0);
        double other = loss(orthonormal.get(i), scaled / v) / v;
        worst = FastMath.max(worst, FastMath.abs(other / linear - 1));
      }
    }
    return worst;
  }

  private String onTheCircle() {
    return "Where some features are more alike than others, classes differ by more than a clock. On"
        + " the circle, in units of the error at the start, the linear class is the first to"
        + " a tenth of its error (v̄τ = "
        + Figures.of(scaled(0, timeToError(circular.get(0), LEFT)), 3)
        + ", cubic "
        + Figures.of(scaled(2, timeToError(circular.get(2), LEFT)), 3)
        + ", Gaussian "
        + Figures.of(scaled(4, timeToError(circular.get(4), LEFT)), 3)
        + ") and the last to Attn_k = ½ ("
        + Figures.of(scaled(0, timeToHalf(circular.get(0))), 3)
        + " against "
        + Figures.of(scaled(2, timeToHalf(circular.get(2))), 3)
        + " and "
        + Figures.of(scaled(4, timeToHalf(circular.get(4))), 3)
        + "). A linear function hardly differs between neighbours, 30° apart, so that confusing"
        + " them costs little and is unlearned late: they have "
        + Figures.of(100 * contrast(0), 2)
        + "% of the mean contrast v̄, with the cubic class "
        + Figures.of(100 * contrast(2), 2)
        + "%. The time to half the attention is ordered by this contrast: "
        + byContrast()
        + ".";
  }

  private double scaled(int index, double tau) {
    return 2 * loss(circular.get(index), 0) * tau;
  }

  /** {@code (k(1) − k(cos 30°))/v̄}. */
  private double contrast(int index) {
    return CLASSES.get(index).variance(circle.get(0, 1)) / (2 * loss(circular.get(index), 0));
  }

  private String byContrast() {
    var parts = new ArrayList<String>();
    for (int i = 0; i < CLASSES.size(); i++) {
      parts.add(
          Figures.of(100 * contrast(i), 2)
              + "% → "
              + Figures.of(scaled(i, timeToHalf(circular.get(i))), 3));
    }
    return String.join(", ", parts);
  }

  private String inAllDirections() {
    var text =
        new StringBuilder(
            "Ten random unit vectors in four dimensions (balanced, seed 1) say the same without"
                + " symmetry. ");
    int confused = 0;
    for (var functions : CLASSES) {
      var runs = train(functions, random);
      confused += (int) runs.stream().filter(this::confusesTheNearest).count();
      text.append(spread(functions, runs));
    }
    return text.append(
            "At τ = 10⁶ the feature with most of the attention beside the query's own is")
        .append(" the one most correlated with it in ")
        .append(confused)
        .append(" of ")
        .append(CLASSES.size() * random.size())
        .append(
            " cases. Which features get confused is a matter of the features; for how long, one")
        .append(" of the class.")
        .toString();
  }

  private static String spread(FunctionClass functions, List<ColumnRun> runs) {
    var times = runs.stream().map(FunctionClassesStudy::timeToHalf).sorted().toList();
    return functions.name()
        + ": Attn_k = ½ between τ = "
        + Figures.of(times.getFirst(), 2)
        + " and "
        + Figures.of(times.getLast(), 2)
        + ", a factor of "
        + Figures.of(times.getLast() / times.getFirst(), 2)
        + " between queries. ";
  }

  private boolean confusesTheNearest(ColumnRun run) {
    int query = (int) run.query();
    var attention = run.stateAt(LATE).value().meanAttention();
    return greatestOther(query, attention::get)
        == greatestOther(query, other -> random.get(query, other));
  }

  private int greatestOther(int query, IntToDoubleFunction value) {
    return IntStream.range(0, random.size())
        .filter(other -> other != query)
        .boxed()
        .max(Comparator.comparingDouble(value::applyAsDouble))
        .orElseThrow();
  }
}
