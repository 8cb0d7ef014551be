package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice.Imbalanced;
import io.github.icldynamics.softmaxregression.training.ColumnRun;
import io.github.icldynamics.study.StudyPage;
import io.github.icldynamics.study.Template;
import java.util.List;
import java.util.Map;
import org.hipparchus.util.FastMath;

/** Prompts from a handful of tokens to far more than features. */
final class PromptLengthStudy {
  private static final long FEATURES = 100;
  private static final Imbalanced LAW = new Imbalanced(FEATURES, 0.5);

  private final double infinite = Sweep.time(LAW, Sweep.RARE);
  private final Series<ColumnRun> lengths =
      Series.of(Sweep.whole(3, 1e6, 44), length -> run(PromptLength.of((long) length)));

  static Experiment experiment() {
    return Experiment.of(LAW, PromptLength.of(FEATURES));
  }

  private static ColumnRun run(PromptLength length) {
    return Experiment.of(LAW, length).layerPlan().train(Sweep.RARE);
  }

  private static double floor(ColumnRun run) {
    return run.floor().orElseThrow().value();
  }

  private static double untrained(ColumnRun run) {
    return Sweep.loss(run, 0);
  }

  /** The time to {@code L* + ε}, as a share of that with infinite prompts. */
  private double time(ColumnRun run) {
    return Sweep.time(run) / infinite;
  }

  private double leadTaken(ColumnRun run) {
    return PhaseName.I.end(run) / infinite;
  }

  StudyPage page() {
    return new StudyPage(
        "Prompt length",
        "From prompts shorter than the number of features upwards: where does the floor take over?",
        List.of(errors(), speeds()),
        List.of(text()));
  }

  private LineChart errors() {
    return Sweep.chart(
        "Error of an under-represented query, K = 100, p₁ = 0.5",
        Axis.log("tokens in a prompt, N"),
        Axis.log("error Lₖ").within(1e-6, 2),
        List.of(
            lengths.curve("untrained, Q = 0", PromptLengthStudy::untrained, CurveStyle.solid(0)),
            lengths.curve("floor L*", PromptLengthStudy::floor, CurveStyle.solid(1))),
        Sweep.TARGET,
        ReferenceLine.vertical(FEATURES, "N = K"));
  }

  private LineChart speeds() {
    return Sweep.chart(
        "Time, as a share of that with infinite prompts",
        Axis.log("tokens in a prompt, N"),
        Axis.linear("share"),
        List.of(
            lengths.curve("to L* + ε", this::time, CurveStyle.solid(0)),
            lengths.curve("until αₖ overtakes |βₖ₁|", this::leadTaken, CurveStyle.dashed(1))),
        ReferenceLine.vertical(FEATURES, "N = K"));
  }

  private String text() {
    return Template.of(
            """
            The floor takes over at N ≈ {takeover:3}: there the least error that any Q can reach
            equals ε = 0.01 (the elementary bracket ½(1 − p_k)^N … (1 − p_k)^N says
            {takeover.least:3} to {takeover.most:3}). With N = K = 100 it is {floor.K:3}, with N =
            10 {floor.ten:3}, of an untrained {untrained.ten:3}. How long training takes depends
            little on N: to come within ε of its own floor a query needs at most {time.most:3} times
            as long as with infinite prompts, {time.K:3} times at N = K and {time.square:4} times at
            N = K²; with very few tokens, where floor and start are not far apart, it takes less.
            The number of tokens decides what can be learned, not how fast; N ≥ poly(K) is needed
            for a near-zero error, not for the dynamics.
            """)
        .with(
            Map.of(
                "takeover", lengths.firstZero(PromptLengthStudy::logarithmAboveEpsilon),
                "takeover.least", lengthOfAbsence(2 * Sweep.EPSILON),
                "takeover.most", lengthOfAbsence(Sweep.EPSILON),
                "floor.K", floor(lengths.at(FEATURES)),
                "floor.ten", floor(lengths.at(10)),
                "untrained.ten", untrained(lengths.at(10)),
                "time.most", lengths.greatest(this::time),
                "time.K", time(lengths.at(FEATURES)),
                "time.square", time(lengths.at(FEATURES * FEATURES))));
  }

  /** {@code ln L* − ln ε}, in which the floor is nearly a straight line. */
  private static double logarithmAboveEpsilon(ColumnRun run) {
    return FastMath.log(floor(run)) - FastMath.log(Sweep.EPSILON);
  }

  /** The N at which a prompt lacks the query with a probability: {@code (1 − p_k)^N}. */
  private static double lengthOfAbsence(double probability) {
    return FastMath.log(probability) / FastMath.log1p(-LAW.law().probability(Sweep.RARE));
  }
}
