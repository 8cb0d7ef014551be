package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.ValueScale;
import io.github.icldynamics.softmaxregression.training.ValueScaleLaw;
import io.github.icldynamics.softmaxregression.training.ValueScaleRun;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.StudyTable;
import io.github.icldynamics.study.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/** What happens if the value scale ν is trained with the logits. */
final class ValueScaleStudy {
  private static final double DOMINANT = 0.5;

  /** In units of T. */
  private static final double HORIZON = 30;

  /** Around the maximum of ν, in units of K. */
  private static final double BEFORE = 1;

  private static final double AFTER = 4;

  /** In units of T. */
  private static final double BURST_OVER = 1.1;

  private static final int DIGITS = 4;

  private static final List<Double> DOMINANTS = List.of(0.2, 0.3, 0.5, 0.7);

  private final Series<ValueScaleRun> runs = runs(DOMINANT);

  private static Series<ValueScaleRun> runs(double dominant) {
    return Series.of(
        List.of(1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8),
        k -> ValueScaleRun.train((long) FastMath.rint(k), dominant, HORIZON));
  }

  /** A run of which this study tells. */
  static Experiment experiment() {
    return Sweep.experiment(Contestant.law(100))
        .with(Experiment.VALUE_SCALE, new ValueScale(1, true))
        .until(1e6);
  }

  StudyPage page() {
    return new StudyPage(
        "Trained value scale",
        "If the value scale is trained too, what becomes of the dominant feature?",
        List.of(scales(), bursts(), errors(), overshoots()),
        List.of(finitePrompts()),
        List.of(dip(), overshoot(), forgotten(), recovery()));
  }

  private static double peak(ValueScaleRun run) {
    return run.peak().orElseThrow();
  }

  private static double largest(ValueScaleRun run) {
    return run.scaleAt(peak(run));
  }

  /** Times of a run over the plateau, close where the method itself stood close. */
  private static List<Double> times(ValueScaleRun run) {
    double first = 1e-6 * run.plateau();
    return IntStream.range(0, run.trajectory().knots().size())
        .mapToObj(i -> run.trajectory().knots().get(i))
        .filter(tau -> tau >= first)
        .toList();
  }

  private LineChart scales() {
    var curves = new ArrayList<Curve>();
    for (double features : List.of(1e2, 1e4, 1e6, 1e8)) {
      var run = runs.at(features);
      var points =
          times(run).stream().map(tau -> new Point(tau / run.plateau(), run.scaleAt(tau))).toList();
      curves.add(new Curve(name(features), points, style(features)));
    }
    return Sweep.chart(
        "Value scale, p₁ = ½",
        Axis.log("τ/T, T = (K − 1)²/(1 − p₁)").within(1e-6, HORIZON),
        Axis.log("ν"),
        curves);
  }

  private static String name(double features) {
    return "K = 10" + "⁰¹²³⁴⁵⁶⁷⁸".charAt((int) FastMath.round(FastMath.log10(features)));
  }

  private static CurveStyle style(double features) {
    return CurveStyle.graded(FastMath.log10(features) / 8);
  }

  /** Around the peak, with time in units of K. */
  private static Curve aroundPeak(
      String label, ValueScaleRun run, CurveStyle style, DoubleUnaryOperator value) {
    double features = run.law().features();
    var points =
        Sweep.linear(-BEFORE, AFTER, 500).stream()
            .map(x -> new Point(x, value.applyAsDouble(peak(run) + x * features)))
            .toList();
    return new Curve(label, points, style);
  }

  private LineChart bursts() {
    var curves = new ArrayList<Curve>();
    for (double features : List.of(1e3, 1e4, 1e6, 1e8)) {
      var run = runs.at(features);
      double root = FastMath.sqrt(features);
      curves.add(aroundPeak(name(features), run, style(features), tau -> run.scaleAt(tau) / root));
    }
    return Sweep.chart(
        "The burst, p₁ = ½, in units of √K",
        Axis.linear("time since the maximum, in units of K"),
        Axis.linear("ν/√K"),
        curves);
  }

  private LineChart errors() {
    var run = runs.at(1e6);
    return Sweep.chart(
        "Errors and attention in the burst, K = 10⁶, p₁ = ½",
        Axis.linear("time since the maximum of ν, in units of K"),
        Axis.log("error, attention").within(1e-6, 2),
        List.of(
            aroundPeak(
                "L₁ of the dominant feature", run, CurveStyle.solid(0), tau -> run.errorAt(0, tau)),
            aroundPeak("Lₖ of another", run, CurveStyle.solid(1), tau -> run.errorAt(1, tau)),
            aroundPeak(
                "Attn₁ of the dominant query", run, CurveStyle.dashed(2), run::dominantShareAt)));
  }

  private LineChart overshoots() {
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < DOMINANTS.size(); i++) {
      double dominant = DOMINANTS.get(i);
      var law = ValueScaleLaw.of(dominant);
      var series = dominant == DOMINANT ? runs : runs(dominant);
      curves.add(series.curve("p₁ = " + dominant, ValueScaleStudy::largest, CurveStyle.marks(i)));
      curves.add(
          Sweep.curve(
              "", Sweep.logarithmic(1e2, 1e8, 24), law::largestScale, CurveStyle.dashed(i)));
    }
    return Sweep.chart(
        "Largest value scale, measured and by the law",
        Axis.log("features K"),
        Axis.log("ν at its maximum"),
        curves);
  }

  /** How much less is forgotten where prompts seldom show a rare feature, at K = 10⁴. */
  private static StudyTable finitePrompts() {
    long features = 10_000;
    var rows = new ArrayList<List<String>>();
    rows.add(row("∞", "∞", ValueScaleRun.train(features, DOMINANT, BURST_OVER)));
    for (double perFeature : List.of(10.0, 2.0, 1.0, 0.5)) {
      var length = PromptLength.of((long) (perFeature * features));
      var run = ValueScaleRun.train(features, DOMINANT, length, BURST_OVER);
      double copies = perFeature * (1 - DOMINANT);
      rows.add(row(SignificantDigits.of(perFeature), SignificantDigits.of(copies), run));
    }
    return new StudyTable(
        "The overshoot where prompts show a rare feature Np times on average, p₁ = ½, K = 10⁴.",
        List.of("N/K", "Np", "largest ν", "its time over T"),
        rows);
  }

  private static List<String> row(String length, String copies, ValueScaleRun run) {
    return List.of(
        length,
        copies,
        SignificantDigits.of(largest(run), DIGITS),
        SignificantDigits.of(peak(run) / run.plateau(), DIGITS));
  }

  private String dip() {
    var run = runs.at(1e6);
    return Template.of(
            """
            The layer answers ν ŷ, and ν is trained with Q by one flow, from 1. It first falls: while
            the dominant feature is learned, the other queries attend to it with p₁ and want a
            smaller answer. The least ν tends to 1/(1 + p₁(1 − p₁)), 0.8 at p₁ = ½; it is {dip:4} at
            K = 10⁶ (claim value-scale-dip). On the plateau ν is 1 up to 1/K, and T is what it is
            with a fixed ν.
            """)
        .with(Map.of("dip", run.scaleAt(run.dip().orElseThrow())));
  }

  private String overshoot() {
    return Template.of(
            """
            In the burst of the rare features it overshoots, to {first:3}, {middle:4} and {last:4} at
            K = 100, 10⁴ and 10⁶, like {limit:4} √K in the end. On the plateau the dominant query's
            column has been locked: it can follow only as fast as the square of what it still lacks,
            and that is about 2/(K ln K). While the rare features' attention grows, the lock is
            spent, and the logarithms of the two cancel: the dominant column gives way when Attn_k √K
            = x* = √2 D e^(1 + D), D = p₁/(1 − p₁), {star:4} at p₁ = ½, whatever K is. So there is no
            p₁ above which nothing of this happens, only a K below which it does not, about x*²:
            {threshold:3} at p₁ = ½, {threshold.most:3} at 0.7 (claim value-scale-overshoot).
            """)
        .with(
            Map.of(
                "first", largest(runs.at(1e2)),
                "middle", largest(runs.at(1e4)),
                "last", largest(runs.at(1e6)),
                "limit", ValueScaleLaw.of(DOMINANT).limit(),
                "star", ValueScaleLaw.of(DOMINANT).ignition(),
                "threshold", FastMath.pow(ValueScaleLaw.of(DOMINANT).ignition(), 2),
                "threshold.most", FastMath.pow(ValueScaleLaw.of(0.7).ignition(), 2)));
  }

  private String forgotten() {
    return Template.of(
            """
            The dominant feature is forgotten: its own attention falls to 1/ν, {first:2} at K = 100
            and {last:3} at K = 10⁶, and its error passes through a maximum that does not depend on K,
            {error:3} at K = 10⁶ (claim dominant-feature-forgotten).
            """)
        .with(
            Map.of(
                "first", runs.at(1e2).dominantShareAt(peak(runs.at(1e2))),
                "last", runs.at(1e6).dominantShareAt(peak(runs.at(1e6))),
                "error", runs.at(1e6).errorAt(0, peak(runs.at(1e6)))));
  }

  private String recovery() {
    var run = runs.at(1e6);
    return Template.of(
            """
            It comes back like the root of time: ν − 1 = K/√(2(τ − T)), less a logarithm; ν is
            {late:4} at 30 T, and all features are below an error ε from T + K/(4ε) on (claim
            value-scale-recovery). A slower ν overshoots less: its rate has to fall to about 1/K of
            Q's before that shows. Prompts that seldom show a rare feature do not make the layer
            forget either (the table, and claim value-scale-finite-prompts), nor do steps that cannot
            outrun each other, as Adam's; derivations and measurements are in
            docs/theory/trained-value-scale.md.
            """)
        .with(Map.of("late", run.scaleAt(HORIZON * run.plateau())));
  }
}
