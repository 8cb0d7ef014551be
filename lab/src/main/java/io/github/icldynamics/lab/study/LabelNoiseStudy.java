package io.github.icldynamics.lab.study;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.analysis.Ending;
import io.github.icldynamics.analysis.TrainingPlan;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.population.ErrorFloor;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import io.github.icldynamics.training.TrainingMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Noise on the labels of the context: what training ends in, and whether it takes longer. */
final class LabelNoiseStudy {
  private static final long FEATURES = 20;
  private static final long MORE_FEATURES = 100;
  private static final double DOMINANT = 0.5;
  private static final double EPSILON = 0.01;
  private static final List<Double> NOISES = List.of(0.01, 0.1, 1.0);

  /** Noise slows the last approach so much that the usual patience would end before it. */
  private static final Ending REST = new Ending.Convergence(1e12);

  private static final long SHOWN_LENGTH = 1000;
  private static final double SHOWN_UNTIL = 1e12;

  private final List<Double> lengths =
      Sweep.logarithmic(100, 1e6, 8).stream().map(Math::rint).toList();
  private final List<Double> noiseless = new ArrayList<>();
  private final List<List<ColumnRun>> runs = new ArrayList<>();

  private LabelNoiseStudy() {}

  static StudyPage make() {
    var study = new LabelNoiseStudy();
    for (double length : study.lengths) {
      study.noiseless.add(endOfThree(train(FEATURES, (long) length, 0)));
    }
    for (double noise : NOISES) {
      study.runs.add(
          study.lengths.stream()
              .map(length -> train(FEATURES, length.longValue(), noise))
              .toList());
    }
    return study.page();
  }

  private static ColumnRun train(long features, long tokens, double noise) {
    return ColumnRun.train(
        new TrainingPlan(
            law(features),
            PromptLength.of(tokens),
            labels(noise),
            TrainingMethod.GradientFlow.accurate(),
            EPSILON,
            REST),
        1);
  }

  private static TokenLaw law(long features) {
    return TokenLaw.imbalanced(features, DOMINANT);
  }

  private static LabelModel labels(double noise) {
    return new LabelModel(LabelModel.linear().covariance(), noise);
  }

  /** When {@code Attn_k = ½}. */
  private static double endOfThree(ColumnRun run) {
    return run.phases().get(2).to();
  }

  private static ColumnState atRest(ColumnRun run) {
    return run.stateAt(run.trajectory().end());
  }

  private static double loss(ColumnRun run) {
    return atRest(run).value().loss();
  }

  /**
   * {@code σ²/p_k N}: the variance of a mean over as many labels as the prompt has of the query.
   */
  private static double meanVariance(long features, double tokens, double noise) {
    return noise / (law(features).probability(1) * tokens);
  }

  private StudyPage page() {
    return new StudyPage(
        "Label noise",
        "What does noise on the labels of the context do to the error and to the dynamics?",
        List.of(losses(), weights()),
        List.of(averaging(), resting()),
        new Experiment(
            new TokenLawChoice.Imbalanced(FEATURES, DOMINANT),
            PromptLength.of(SHOWN_LENGTH),
            new LabelChoice(LabelChoice.linear().moments(), 1),
            MethodChoice.FLOW,
            1,
            EPSILON,
            OptionalDouble.empty(),
            new QueryChoice.Automatic()));
  }

  /** L_k* without noise. */
  private static double floor(long tokens) {
    return ErrorFloor.of(law(FEATURES).column(1, PromptLength.of(tokens), LabelModel.linear()))
        .value();
  }

  private LineChart losses() {
    var curves = new ArrayList<Curve>();
    for (int i = 0; i < NOISES.size(); i++) {
      double noise = NOISES.get(i);
      curves.add(
          Sweep.curve(
              "σ² = " + Figures.of(noise),
              lengths,
              runs.get(i).stream().map(LabelNoiseStudy::loss).toList(),
              CurveStyle.marks(i)));
      curves.add(
          Sweep.curve(
              i == 0 ? "σ²/(2 pₖ N)" : "",
              lengths,
              n -> meanVariance(FEATURES, n, noise) / 2,
              CurveStyle.dashed(i)));
    }
    var shorter = Sweep.logarithmic(100, 1000, 40).stream().map(Math::rint).toList();
    curves.add(
        Sweep.curve(
            "floor without noise", shorter, length -> floor((long) length), CurveStyle.dotted(6)));
    return Sweep.chart(
        "Error at rest of an under-represented query, K = 20, p₁ = 0.5",
        Axis.log("tokens in a prompt, N"),
        Axis.log("error Lₖ").within(1e-7, 1),
        curves);
  }

  private LineChart weights() {
    var times = Sweep.logarithmic(10, SHOWN_UNTIL, 240);
    var curves = new ArrayList<Curve>();
    var endless = train(FEATURES, SHOWN_LENGTH, 0).extendedTo(SHOWN_UNTIL);
    curves.add(weight("no noise", endless, times, CurveStyle.dashed(6)));
    for (int i = 0; i < NOISES.size(); i++) {
      curves.add(
          weight(
              "σ² = " + Figures.of(NOISES.get(i)),
              runs.get(i).get(shown()),
              times,
              CurveStyle.solid(i)));
    }
    return Sweep.chart(
        "Own weight of an under-represented query, K = 20, p₁ = 0.5, N = 1000",
        Axis.log("τ"),
        Axis.linear("Aₖ"),
        curves);
  }

  /** A_k over time; after the end of a run, where it came to rest. */
  private static Curve weight(String label, ColumnRun run, List<Double> times, CurveStyle style) {
    var course = run.trajectory();
    int own = course.column().query();
    return Sweep.curve(
        label, times, tau -> course.logitsAt(Math.min(tau, course.end())).get(own), style);
  }

  private int shown() {
    return lengths.indexOf((double) SHOWN_LENGTH);
  }

  private String averaging() {
    var large = train(MORE_FEATURES, 10_000, 1);
    return "The layer learns to average: at rest the error is that of a mean over the p_k N labels"
        + " that a prompt has of the query, σ²/(2 p_k N), at N = 10⁶ within a share of "
        + Figures.of(worstRatio(), 1)
        + " for every σ² (K = 100, N = 10⁴, σ² = 1: "
        + Figures.of(Math.abs(loss(large) / (meanVariance(MORE_FEATURES, 10_000, 1) / 2) - 1), 1)
        + "). With shorter prompts it counts that the number of labels varies from prompt to"
        + " prompt, which costs a share of about 1/(p_k N), "
        + Figures.of(meanVariance(FEATURES, SHOWN_LENGTH, 1), 2)
        + " at N = 1000: the error is "
        + Figures.of(ratio(0, shown()), 4)
        + " times the law with σ² = 0.01, but "
        + Figures.of(ratio(2, shown()), 5)
        + " times with σ² = 1, where attention that spreads over other features wins as much"
        + " back. At N = 100, where p_k N is "
        + Figures.of(1 / meanVariance(FEATURES, 100, 1), 3)
        + ", little noise drowns in the floor of prompts without the query ("
        + Figures.of(floor(100), 2)
        + " without noise), and σ² = 1 costs less than the law says ("
        + Figures.of(ratio(2, 0), 3)
        + " times).";
  }

  /** The error at rest over {@code σ²/(2 p_k N)}. */
  private double ratio(int noise, int length) {
    double variance = meanVariance(FEATURES, lengths.get(length), NOISES.get(noise));
    return loss(runs.get(noise).get(length)) / (variance / 2);
  }

  /** How far the errors with the longest prompts are from the law at most. */
  private double worstRatio() {
    return IntStream.range(0, NOISES.size())
        .mapToDouble(noise -> Math.abs(ratio(noise, lengths.size() - 1) - 1))
        .max()
        .orElseThrow();
  }

  private String resting() {
    return "Weights stop growing. Without noise A_k goes on like a logarithm of time; with it there"
        + " is a best attention short of 1, because leaking a little to other labels averages their"
        + " noise too: to first order 1 − Attn_k = (1 − 1/K) σ²/(p_k N), which says "
        + Figures.of((1 - 1.0 / FEATURES) * meanVariance(FEATURES, SHOWN_LENGTH, 1), 3)
        + " at N = 1000, σ² = 1, where "
        + Figures.of(leak(2, shown()), 3)
        + " is measured, and "
        + Figures.of((1 - 1.0 / FEATURES) * meanVariance(FEATURES, 10_000, 1), 3)
        + " at N = 10⁴, where "
        + Figures.of(leak(2, lengths.indexOf(10_000.0)), 3)
        + " is. So A_k ends at "
        + Figures.of(own(2), 3)
        + ", "
        + Figures.of(own(1), 3)
        + " and "
        + Figures.of(own(0), 3)
        + " for σ² = 1, 0.1 and 0.01 (N = 1000), nearly ln 10 = 2.3 apart. Long after that the leak"
        + " evens out; no logit moves any more from τ = "
        + String.join(", ", restTimes())
        + " on (by 10⁻⁶ while time grows by a factor e), which grows like 1/σ⁴."
        + " Noise hardly delays learning: Attn_k = ½ (the end of phase"
        + " III) is reached "
        + Figures.of(delay(2, shown()), 4)
        + " times as late as without noise at N = 1000 and σ² = 1, "
        + Figures.of(delay(2, 0), 3)
        + " times at N = 100; phase I ends "
        + Figures.of(firstDelay(), 3)
        + " times as late there.";
  }

  private double leak(int noise, int length) {
    var state = atRest(runs.get(noise).get(length));
    return 1 - state.value().meanAttention().get(1);
  }

  /** A_k at rest. */
  private double own(int noise) {
    return atRest(runs.get(noise).get(shown())).logits().get(1);
  }

  private List<String> restTimes() {
    return runs.reversed().stream()
        .map(series -> Figures.of(series.get(shown()).trajectory().end(), 2))
        .toList();
  }

  /** By what factor strong noise shifts the end of phase I with the shortest prompts. */
  private double firstDelay() {
    var without = train(FEATURES, lengths.getFirst().longValue(), 0);
    return runs.getLast().getFirst().phases().getFirst().to() / without.phases().getFirst().to();
  }

  private double delay(int noise, int length) {
    return endOfThree(runs.get(noise).get(length)) / noiseless.get(length);
  }
}
