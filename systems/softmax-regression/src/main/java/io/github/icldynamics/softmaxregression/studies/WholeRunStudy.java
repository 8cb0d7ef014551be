package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Band;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.ErrorLaw;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** The run of an under-represented query in one picture, with time in units of its plateau. */
final class WholeRunStudy {
  /** K of the panels that show one run. */
  private static final double SHOWN = 1000;

  /** In units of T, {@code u = τ(1 − p₁)/(K − 1)²}. */
  private static final double END = 1.5;

  private static final int POINTS = 600;

  private static final int DOMINANT_GROUP = 0;
  private static final int OWN_GROUP = 1;
  private static final int REST_GROUP = 2;

  private final Series<ColumnRun> runs =
      Series.of(
          Sweep.logarithmic(1e2, 1e8, 12),
          k -> Sweep.run(Contestant.law((long) FastMath.rint(k)), Sweep.RARE));

  /** The run with the fewest features. */
  static Experiment experiment() {
    return Sweep.experiment(Contestant.law(100));
  }

  StudyPage page() {
    return new StudyPage(
        "The whole run",
        "How do the phases follow from each other, and what becomes of them as K grows?",
        List.of(picture()),
        List.of(text()));
  }

  private MultiPanel picture() {
    return new MultiPanel(
        "An under-represented query, p₁ = ½, N = ∞",
        List.of(errors(), weights(), attention(), times()),
        MultiPanel.Arrangement.IN_PAIRS);
  }

  /** T. */
  private static double plateau(double features) {
    double others = FastMath.rint(features) - 1;
    return others * others / (1 - Contestant.DOMINANT);
  }

  private ColumnRun shown() {
    return runs.at(SHOWN).extendedTo(END * plateau(SHOWN));
  }

  /** Even in time, and where the method itself stood close. */
  private static List<Double> times(ColumnRun run, double plateau) {
    var times = new ArrayList<>(Sweep.linear(0, END, POINTS));
    var knots = run.trajectory().knots();
    IntStream.range(0, knots.size()).mapToObj(i -> knots.get(i) / plateau).forEach(times::add);
    return times.stream().filter(u -> u <= END).distinct().sorted().toList();
  }

  private static Curve curve(
      String label, List<Double> places, CurveStyle style, DoubleUnaryOperator value) {
    return new Curve(
        label, places.stream().map(u -> new Point(u, value.applyAsDouble(u))).toList(), style);
  }

  private static Axis time() {
    return Axis.linear("τ (1 − p₁)/(K − 1)²").within(0, END);
  }

  private LineChart errors() {
    var curves = new ArrayList<Curve>();
    for (double features : List.of(1e2, 1e3, 1e4, 1e6, 1e8)) {
      double plateau = plateau(features);
      var run = runs.at(features).extendedTo(END * plateau);
      curves.add(
          curve(
              "K = 10" + "⁰¹²³⁴⁵⁶⁷⁸".charAt((int) FastMath.round(FastMath.log10(features))),
              times(run, plateau),
              CurveStyle.graded(FastMath.log10(features) / 8),
              u -> Sweep.loss(run, FastMath.min(u * plateau, run.trajectory().end()))));
    }
    var limit = List.of(new Point(0, 0.5), new Point(1, 0.5), new Point(1, 0), new Point(END, 0));
    curves.add(new Curve("limit", limit, CurveStyle.dotted(6)));
    return chart("(a) error", Axis.linear("Lₖ").within(0, 0.7), curves, List.of());
  }

  private static LineChart chart(String title, Axis y, List<Curve> curves, List<Band> bands) {
    return new LineChart(title, time(), y, curves, bands, List.of());
  }

  private LineChart weights() {
    double plateau = plateau(SHOWN);
    double logarithm = FastMath.log(SHOWN);
    var run = shown();
    var places = times(run, plateau);
    var law = places.stream().filter(u -> u < 1 - 1 / SHOWN).toList();
    return chart(
        "(b) weights over ln K, K = 1000",
        Axis.linear("weight/ln K"),
        List.of(
            curve("Aₖ", places, CurveStyle.solid(0), of(run, plateau, logarithm, OWN_GROUP)),
            curve("Bₖ₁", places, CurveStyle.solid(1), of(run, plateau, logarithm, DOMINANT_GROUP)),
            curve(
                "−ln(1 − u)/ln K",
                law,
                CurveStyle.dashed(6),
                u -> -FastMath.log1p(-u) / logarithm)),
        List.of());
  }

  private static DoubleUnaryOperator of(
      ColumnRun run, double plateau, double logarithm, int group) {
    return u -> run.trajectory().logitsAt(u * plateau).get(group) / logarithm;
  }

  private LineChart attention() {
    double plateau = plateau(SHOWN);
    var run = shown();
    var places = times(run, plateau);
    var bands =
        run.phases().stream()
            .filter(phase -> phase.from() < END * plateau)
            .map(
                phase ->
                    new Band(
                        phase.from() / plateau,
                        FastMath.min(END, phase.to() / plateau),
                        phase.name()))
            .toList();
    return chart(
        "(c) attention and phases, K = 1000",
        Axis.linear("attention").within(0, 1.15),
        List.of(
            curve("Attnₖ", places, CurveStyle.solid(0), share(run, plateau, OWN_GROUP, 1)),
            curve("Attn₁", places, CurveStyle.solid(1), share(run, plateau, DOMINANT_GROUP, 1)),
            curve(
                "all others",
                places,
                CurveStyle.dashed(2),
                share(run, plateau, REST_GROUP, SHOWN - 2))),
        bands);
  }

  private static DoubleUnaryOperator share(
      ColumnRun run, double plateau, int group, double members) {
    return u -> members * run.stateAt(u * plateau).value().meanAttention().get(group);
  }

  private LineChart times() {
    var slopes = new ArrayList<Point>();
    var places = runs.places();
    for (int i = 1; i < places.size(); i++) {
      double ratio = time(places.get(i)) / time(places.get(i - 1));
      double middle = FastMath.sqrt(places.get(i) * places.get(i - 1));
      slopes.add(
          new Point(middle, FastMath.log(ratio) / FastMath.log(places.get(i) / places.get(i - 1))));
    }
    return Sweep.chart(
        "(d) time to an error of 0.01",
        Axis.log("features K"),
        Axis.linear("T (1 − p₁)/K², slope").within(0.9, 2.1),
        List.of(
            runs.curve("measured", WholeRunStudy::overPlateau, CurveStyle.marks(3)),
            Sweep.curve("second-order law", places, WholeRunStudy::law, CurveStyle.dashed(6)),
            new Curve("local slope d ln T/d ln K", slopes, CurveStyle.solid(5))));
  }

  private double time(double features) {
    return Sweep.time(runs.at(features));
  }

  private static double overPlateau(ColumnRun run) {
    double features = run.trajectory().column().features();
    return Sweep.time(run) * (1 - Contestant.DOMINANT) / (features * features);
  }

  /** T(1 − p₁)/K² of {@link ErrorLaw.WholeTime}. */
  private static double law(double features) {
    double whole = FastMath.rint(features);
    var law = new ErrorLaw.WholeTime(plateau(features), whole, 1);
    return law.timeTo(Sweep.EPSILON) * (1 - Contestant.DOMINANT) / (whole * whole);
  }

  private String text() {
    double first = time(1e2) * (1 - Contestant.DOMINANT) / 1e4;
    double last = time(1e8) * (1 - Contestant.DOMINANT) / 1e16;
    return Template.of(
            """
            In units of T = (K − 1)²/(1 − p₁) the runs of all K fall on one curve: the error stays at
            ½ until τ = T and is gone at once. Until then A_k = −ln(1 − τ/T): the weight grows
            slowly, then without bound, because what grows is fed by its own attention. Phase I ends
            where the target's direction overtakes the dominant feature's, at T/3 in the limit; II
            where its attention does, at T; III and IV take √(2/K) and about 1/K of T. The time to an
            error of 0.01 is {first:4} K²/(1 − p₁) at K = 100 and {last:6} K²/(1 − p₁) at 10⁸; its
            local slope comes up to 2 from below, like √(2/K).
            """)
        .with(Map.of("first", first, "last", last));
  }
}
