package io.github.icldynamics.softmaxregression.studies;

import static java.util.Map.entry;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.LabelChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Imbalanced;
import io.github.icldynamics.softmaxregression.objective.ErrorFloor;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.softmaxregression.training.ColumnState;
import io.github.icldynamics.softmaxregression.training.TrainingPlan;
import io.github.icldynamics.softmaxregression.training.Until;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Noise on the labels of the context: what training ends in, and whether it takes longer. */
final class LabelNoiseStudy {
  private static final Imbalanced LAW = new Imbalanced(20, 0.5);
  private static final Imbalanced LARGE_LAW = new Imbalanced(100, 0.5);

  /** Variances σ². */
  private static final double NONE = 0;

  private static final double WEAK = 0.01;
  private static final double MIDDLE = 0.1;
  private static final double STRONG = 1;
  private static final List<Double> NOISES = List.of(WEAK, MIDDLE, STRONG);

  /** Lengths N of prompts: the least, one that is shown, and longer ones. */
  private static final int SHORT = 100;

  private static final int SHOWN = 1000;
  private static final int LONG = 10_000;
  private static final int LONGEST = 1_000_000;

  /** Noise slows the last approach so much that the usual patience would end before it. */
  private static final Until REST = new Until.Rest(1e12);

  private static final double SHOWN_UNTIL = 1e12;

  private final Series<Series<ColumnRun>> runs =
      Series.of(List.of(NONE, WEAK, MIDDLE, STRONG), LabelNoiseStudy::runs);

  static Experiment experiment() {
    return experiment(LAW, SHOWN, STRONG);
  }

  private static Experiment experiment(Imbalanced law, long tokens, double noise) {
    return Experiment.of(law, PromptLength.of(tokens))
        .with(Experiment.LABELS, new LabelChoice(LabelChoice.linear().moments(), noise));
  }

  private static ColumnRun train(Imbalanced law, long tokens, double noise) {
    var plan = experiment(law, tokens, noise).layerPlan().plan();
    var patient =
        new TrainingPlan(
            plan.tokenLaw(),
            plan.promptLength(),
            plan.labels(),
            plan.method(),
            plan.criterion(),
            REST);
    return ColumnRun.train(patient, Sweep.RARE);
  }

  private static Series<ColumnRun> runs(double noise) {
    return Series.of(Sweep.whole(SHORT, LONGEST, 8), length -> train(LAW, (long) length, noise));
  }

  private ColumnRun run(double noise, int tokens) {
    return runs.at(noise).at(tokens);
  }

  private static ColumnState atRest(ColumnRun run) {
    return run.stateAt(run.trajectory().end());
  }

  /** The group of the query. */
  private static int own(ColumnRun run) {
    return run.trajectory().column().query();
  }

  private static double lossAtRest(ColumnRun run) {
    return atRest(run).value().loss();
  }

  /** {@code p_k N}: how many labels of the query a prompt has on average. */
  private static double labels(Imbalanced law, double tokens) {
    return law.law().probability(Sweep.RARE) * tokens;
  }

  /** {@code σ²/(2 p_k N)}: the error of a mean over as many labels. */
  private static double errorOfMean(Imbalanced law, double tokens, double noise) {
    return noise / labels(law, tokens) / 2;
  }

  StudyPage page() {
    return new StudyPage(
        "Label noise",
        "What does noise on the labels of the context do to the error and to the dynamics?",
        List.of(losses(), weights()),
        List.of(averaging(), resting()));
  }

  private LineChart losses() {
    var curves = new ArrayList<Curve>();
    for (double noise : NOISES) {
      int color = NOISES.indexOf(noise);
      var series = runs.at(noise);
      curves.add(series.curve(label(noise), LabelNoiseStudy::lossAtRest, CurveStyle.marks(color)));
      curves.add(
          Sweep.curve(
              color == 0 ? "σ²/(2 pₖ N)" : "",
              series.places(),
              tokens -> errorOfMean(LAW, tokens, noise),
              CurveStyle.dashed(color)));
    }
    curves.add(
        Sweep.curve(
            "floor without noise",
            Sweep.whole(SHORT, SHOWN, 40),
            LabelNoiseStudy::floor,
            CurveStyle.dotted(6)));
    return Sweep.chart(
        "Error at rest of an under-represented query, K = 20, p₁ = 0.5",
        Axis.log("tokens in a prompt, N"),
        Axis.log("error Lₖ").within(1e-7, 1),
        curves);
  }

  private static String label(double noise) {
    return "σ² = " + SignificantDigits.of(noise);
  }

  /** L_k* without noise. */
  private static double floor(double tokens) {
    var column = experiment(LAW, (long) tokens, NONE).layerPlan().column(Sweep.RARE);
    return ErrorFloor.of(column).value();
  }

  private LineChart weights() {
    var endless = run(NONE, SHOWN).extendedTo(SHOWN_UNTIL);
    return Sweep.chart(
        "Own weight of an under-represented query, K = 20, p₁ = 0.5, N = 1000",
        Axis.log("τ"),
        Axis.linear("Aₖ"),
        List.of(
            weight("no noise", endless, CurveStyle.dashed(6)),
            weight(WEAK, 0),
            weight(MIDDLE, 1),
            weight(STRONG, 2)));
  }

  private Curve weight(double noise, int color) {
    return weight(label(noise), run(noise, SHOWN), CurveStyle.solid(color));
  }

  /** A_k over time; after the end of a run, where it came to rest. */
  private static Curve weight(String label, ColumnRun run, CurveStyle style) {
    var course = run.trajectory();
    return Sweep.curve(
        label,
        Sweep.logarithmic(10, SHOWN_UNTIL, 240),
        tau -> course.logitsAt(Math.min(tau, course.end())).get(own(run)),
        style);
  }

  private String averaging() {
    double manyFeatures = lossAtRest(train(LARGE_LAW, LONG, STRONG));
    return Template.of(
            """
            The layer learns to average: at rest the error is that of a mean over the p_k N labels
            that a prompt has of the query, σ²/(2 p_k N), at N = 10⁶ within a share of
            {apart.most:1} for every σ² (K = 100, N = 10⁴, σ² = 1: {apart.large:1}). With shorter
            prompts it counts that the number of labels varies from prompt to prompt, which costs a
            share of about 1/(p_k N), {share:2} at N = 1000: the error is {ratio.weak:4} times the
            law with σ² = 0.01, but {ratio.strong:5} times with σ² = 1, where attention that spreads
            over other features wins as much back. At N = 100, where p_k N is {labels.short:3},
            little noise drowns in the floor of prompts without the query ({floor.short:2} without
            noise), and σ² = 1 costs less than the law says ({ratio.strong.short:3} times).
            """)
        .with(
            Map.of(
                "apart.most", farthestFromLaw(),
                "apart.large", apart(manyFeatures / errorOfMean(LARGE_LAW, LONG, STRONG)),
                "share", 1 / labels(LAW, SHOWN),
                "ratio.weak", ratio(WEAK, SHOWN),
                "ratio.strong", ratio(STRONG, SHOWN),
                "labels.short", labels(LAW, SHORT),
                "floor.short", floor(SHORT),
                "ratio.strong.short", ratio(STRONG, SHORT)));
  }

  /** The error at rest over {@code σ²/(2 p_k N)}. */
  private double ratio(double noise, int tokens) {
    return lossAtRest(run(noise, tokens)) / errorOfMean(LAW, tokens, noise);
  }

  private static double apart(double ratio) {
    return Math.abs(ratio - 1);
  }

  /** How far the errors with the longest prompts are from the law at most. */
  private double farthestFromLaw() {
    return NOISES.stream().mapToDouble(noise -> apart(ratio(noise, LONGEST))).max().orElseThrow();
  }

  private String resting() {
    return Template.of(
            """
            Weights stop growing. Without noise A_k goes on like a logarithm of time; with it there
            is a best attention short of 1, because leaking a little to other labels averages their
            noise too: to first order 1 − Attn_k = (1 − 1/K) σ²/(p_k N), which says {law.shown:3} at
            N = 1000, σ² = 1, where {leak.shown:3} is measured, and {law.long:3} at N = 10⁴, where
            {leak.long:3} is. So A_k ends at {own.strong:3}, {own.middle:3} and {own.weak:3} for σ²
            = 1, 0.1 and 0.01 (N = 1000), nearly ln 10 = 2.3 apart. Long after that the leak evens
            out; no logit moves any more from τ = {rest.strong:2}, {rest.middle:2}, {rest.weak:2} on
            (by 10⁻⁶ while time grows by a factor e), which grows like 1/σ⁴. Noise hardly delays
            learning: Attn_k = ½ (the end of phase III) is reached {delay.shown:4} times as late as
            without noise at N = 1000 and σ² = 1, {delay.short:3} times at N = 100; phase I ends
            {delay.phaseOne:3} times as late there.
            """)
        .with(
            Map.ofEntries(
                entry("law.shown", leakToFirstOrder(SHOWN)),
                entry("leak.shown", leak(SHOWN)),
                entry("law.long", leakToFirstOrder(LONG)),
                entry("leak.long", leak(LONG)),
                entry("own.strong", ownWeight(STRONG)),
                entry("own.middle", ownWeight(MIDDLE)),
                entry("own.weak", ownWeight(WEAK)),
                entry("rest.strong", timeOfRest(STRONG)),
                entry("rest.middle", timeOfRest(MIDDLE)),
                entry("rest.weak", timeOfRest(WEAK)),
                entry("delay.shown", delay(PhaseName.III, SHOWN)),
                entry("delay.short", delay(PhaseName.III, SHORT)),
                entry("delay.phaseOne", delay(PhaseName.I, SHORT))));
  }

  /** {@code (1 − 1/K) σ²/(p_k N)} for strong noise. */
  private static double leakToFirstOrder(int tokens) {
    return (1 - 1.0 / LAW.features()) * (STRONG / labels(LAW, tokens));
  }

  /** {@code 1 − Attn_k} at rest with strong noise. */
  private double leak(int tokens) {
    var run = run(STRONG, tokens);
    return 1 - atRest(run).value().meanAttention().get(own(run));
  }

  /** A_k at rest. */
  private double ownWeight(double noise) {
    var run = run(noise, SHOWN);
    return atRest(run).logits().get(own(run));
  }

  private double timeOfRest(double noise) {
    return run(noise, SHOWN).trajectory().end();
  }

  /** By what factor strong noise shifts the end of a phase. */
  private double delay(PhaseName phase, int tokens) {
    return phase.end(run(STRONG, tokens)) / phase.end(run(NONE, tokens));
  }
}
