package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.Training;
import io.github.icldynamics.softmaxregression.training.Criterion;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.StudyTable;
import io.github.icldynamics.study.Template;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** What becomes of the time of an under-represented query if one assumption is broken. */
final class BrokenAssumptionsStudy {
  private static final int DIGITS = 4;

  private final List<Long> features;
  private final Map<BrokenAssumption, Row> rows = new EnumMap<>(BrokenAssumption.class);

  /** For K up to 10⁶. */
  BrokenAssumptionsStudy() {
    this(6);
  }

  /**
   * @param decades the largest K is 10 to this power
   */
  BrokenAssumptionsStudy(int decades) {
    this.features =
        IntStream.rangeClosed(2, decades)
            .mapToObj(power -> (long) FastMath.rint(FastMath.pow(10, power)))
            .toList();
    for (var broken : BrokenAssumption.values()) {
      rows.put(broken, Row.of(broken, rows.size(), features));
    }
  }

  /**
   * One assumption.
   *
   * @param number of the row, from 0
   * @param features K, ascending
   * @param times one for each K
   */
  record Row(BrokenAssumption broken, int number, List<Long> features, List<Double> times) {
    private static Row of(BrokenAssumption broken, int number, List<Long> features) {
      return new Row(broken, number, features, features.stream().map(broken::time).toList());
    }

    /** {@code d ln T/d ln K}, between one K and the next. */
    List<Double> localExponents() {
      return IntStream.range(1, times.size())
          .mapToObj(
              i ->
                  FastMath.log(times.get(i) / times.get(i - 1))
                      / FastMath.log((double) features.get(i) / features.get(i - 1)))
          .toList();
    }

    /** {@code T p_k²}. */
    private double constant(int index) {
      double p = broken.probability(features.get(index));
      return times.get(index) * p * p;
    }

    /** The same at the largest K. */
    double constant() {
      return constant(features.size() - 1);
    }

    private Curve constants() {
      var points =
          IntStream.range(0, features.size())
              .mapToObj(i -> new Point((double) features.get(i), constant(i)))
              .toList();
      return new Curve(broken.title(), points, style());
    }

    /** Hues tell six apart, dashes the next six. */
    private CurveStyle style() {
      int hue = number % 6;
      return switch (number / 6) {
        case 0 -> CurveStyle.solid(hue);
        case 1 -> CurveStyle.dashed(hue);
        default -> CurveStyle.dotted(hue);
      };
    }

    private Curve exponents() {
      var slopes = localExponents();
      var points =
          IntStream.range(0, slopes.size())
              .mapToObj(i -> new Point(between(i), slopes.get(i)))
              .toList();
      return new Curve(broken.title(), points, style());
    }

    private double between(int first) {
      return FastMath.sqrt((double) features.get(first) * features.get(first + 1));
    }
  }

  /** The paper's setting, until a tenth of what can be learned is left. */
  static Experiment experiment() {
    var share =
        Training.usual()
            .with(Training.CONVERGED, Optional.of(new Criterion.Share(BrokenAssumption.LEFT)));
    return Sweep.experiment(Contestant.law(10_000)).with(Experiment.TRAINING, share);
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  private Row row(BrokenAssumption broken) {
    return Objects.requireNonNull(rows.get(broken));
  }

  StudyPage page() {
    return new StudyPage(
        "Broken assumptions",
        "Which of the paper's assumptions does the time of the rare features hang on, and how?",
        List.of(constants(), exponents()),
        List.of(times(), localExponents()),
        List.of(setting(), exponentTwo(), others()));
  }

  private LineChart constants() {
    return Sweep.chart(
        "Time in units of 1/pₖ²",
        Axis.log("features K"),
        Axis.log("T pₖ²"),
        rows().stream().map(Row::constants).toList());
  }

  private LineChart exponents() {
    return Sweep.chart(
        "Local exponent of K, from one decade to the next",
        Axis.log("features K"),
        Axis.linear("d ln T/d ln K"),
        rows().stream().map(Row::exponents).toList());
  }

  private StudyTable times() {
    var heads = new ArrayList<>(List.of("broken assumption"));
    features.forEach(k -> heads.add("K = " + k));
    heads.add("T p_k² at the last");
    return new StudyTable(
        "Time T of an under-represented query until a tenth of L(0) − L* is left.",
        heads,
        rows().stream().map(BrokenAssumptionsStudy::timeCells).toList());
  }

  private static List<String> timeCells(Row row) {
    var cells = new ArrayList<>(List.of(row.broken().title()));
    row.times().forEach(time -> cells.add(SignificantDigits.of(time, DIGITS)));
    cells.add(SignificantDigits.of(row.constant(), DIGITS));
    return cells;
  }

  private StudyTable localExponents() {
    var heads = new ArrayList<>(List.of("broken assumption"));
    for (int i = 1; i < features.size(); i++) {
      heads.add(features.get(i - 1) + " to " + features.get(i));
    }
    heads.add("tends to");
    return new StudyTable(
        "Local exponent of K, from one K to the next, and what it tends to.",
        heads,
        rows().stream().map(BrokenAssumptionsStudy::exponentCells).toList());
  }

  private static List<String> exponentCells(Row row) {
    var cells = new ArrayList<>(List.of(row.broken().title()));
    row.localExponents().forEach(slope -> cells.add(SignificantDigits.of(slope, DIGITS)));
    cells.add(row.broken().limit());
    return cells;
  }

  private String setting() {
    return Template.of(
            """
            The imbalanced law with p₁ = ½ and infinite prompts, but for the one assumption that is
            broken, followed by the flow until the error of an under-represented query is a tenth of
            the way from its floor L* to where it began. The floor is computed in every row: it is 0
            with infinite prompts, has a formula where only prompts are short, and is found by
            minimisation with noise. Zipf's law is that of its last query; Adam's are iterations. The
            constant is T p_k², {none:4} in the paper's setting, where it tends to 1 − p₁.
            """)
        .with(Map.of("none", row(BrokenAssumption.NONE).constant()));
  }

  private String exponentTwo() {
    return Template.of(
            """
            The exponent 2 hangs on p_k ~ 1/K and on little else. Without noise, with noise, with
            prompts of N = K tokens, with other functions, another start, other queries, another test
            and a trained value scale the local exponent ends between {least:4} and {greatest:4}; what
            differs is the constant. Correlation of ρ = 0.3 multiplies it by {correlation:3}, queries
            asked equally often by {queries:3}. Zipf's last query has p_k = 1/(K H_K), so that its
            exponent is 2 and a logarithm.
            """)
        .with(
            Map.of(
                "least", lastExponents().min().orElseThrow(),
                "greatest", lastExponents().max().orElseThrow(),
                "correlation", overPaper(BrokenAssumption.CORRELATION),
                "queries", overPaper(BrokenAssumption.QUERIES)));
  }

  private DoubleStream lastExponents() {
    return Stream.of(
            BrokenAssumption.NONE,
            BrokenAssumption.NOISE,
            BrokenAssumption.PROMPTS_OF_ALL,
            BrokenAssumption.FUNCTIONS,
            BrokenAssumption.START,
            BrokenAssumption.QUERIES,
            BrokenAssumption.TEST,
            BrokenAssumption.VALUE_SCALE)
        .mapToDouble(broken -> row(broken).localExponents().getLast());
  }

  private double overPaper(BrokenAssumption broken) {
    return row(broken).constant() / row(BrokenAssumption.NONE).constant();
  }

  /** {@code T p_k} at the largest K. */
  private static double timesProbability(Row row) {
    return row.constant() / row.broken().probability(row.features().getLast());
  }

  private String others() {
    return Template.of(
            """
            Three rows are of another kind. Prompts of ten tokens hardly ever show a rare feature, and
            most of what can be learned of them is to spread attention: to look away from the dominant
            feature, in a time of {short.times:3}/p_k. That is the exponent 1, and none of learning the
            feature. A curriculum of few features a
            prompt takes about K ln K ({curriculum:4} at the last). Adam takes about ln K iterations
            until gradients on the plateau fall below its ε, and K² from there on: its local exponent
            goes from {adam.first:2} to {adam.last:4}.
            """)
        .with(
            Map.of(
                "short.times", timesProbability(row(BrokenAssumption.SHORT_PROMPTS)),
                "curriculum", row(BrokenAssumption.CURRICULUM).localExponents().getLast(),
                "adam.first", row(BrokenAssumption.ADAM).localExponents().getFirst(),
                "adam.last", row(BrokenAssumption.ADAM).localExponents().getLast()));
  }
}
