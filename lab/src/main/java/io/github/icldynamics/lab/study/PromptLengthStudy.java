package io.github.icldynamics.lab.study;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.prompt.PromptLength;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hipparchus.util.FastMath;

/** Prompts from a handful of tokens to far more than features. */
final class PromptLengthStudy {
  private static final long FEATURES = 100;
  private static final double EPSILON = 0.01;
  private static final TokenLaw LAW = TokenLaw.imbalanced(FEATURES, 0.5);

  private final List<Double> lengths = new ArrayList<>();
  private final List<Double> floors = new ArrayList<>();
  private final List<Double> initial = new ArrayList<>();
  private final List<Double> times = new ArrayList<>();
  private final List<Double> leads = new ArrayList<>();
  private final double infinite = run(PromptLength.infinite()).convergence().orElseThrow();

  private PromptLengthStudy() {}

  static StudyPage make() {
    var study = new PromptLengthStudy();
    Sweep.logarithmic(3, 1e6, 44).stream()
        .map(Math::rint)
        .distinct()
        .forEach(length -> study.measure(length.longValue()));
    return study.page();
  }

  private static ColumnRun run(PromptLength length) {
    return Sweep.run(LAW, length, 1, EPSILON);
  }

  private void measure(long tokens) {
    var run = run(PromptLength.of(tokens));
    lengths.add((double) tokens);
    floors.add(run.floor().orElseThrow().value());
    initial.add(run.stateAt(0).value().loss());
    times.add(run.convergence().orElseThrow() / infinite);
    leads.add(run.phases().getFirst().to() / infinite);
  }

  private StudyPage page() {
    return new StudyPage(
        "Prompt length",
        "From prompts shorter than the number of features upwards: where does the floor take over?",
        List.of(errors(), speeds()),
        List.of(text()),
        new Experiment(
            new TokenLawChoice.Imbalanced(FEATURES, 0.5),
            PromptLength.of(FEATURES),
            LabelChoice.linear(),
            MethodChoice.FLOW,
            1,
            EPSILON,
            OptionalDouble.empty(),
            new QueryChoice.Automatic()));
  }

  private LineChart errors() {
    return Sweep.chart(
        "Error of an under-represented query, K = 100, p₁ = 0.5",
        Axis.log("tokens in a prompt, N"),
        Axis.log("error Lₖ").within(1e-6, 2),
        List.of(
            Sweep.curve("untrained, Q = 0", lengths, initial, CurveStyle.solid(0)),
            Sweep.curve("floor L*", lengths, floors, CurveStyle.solid(1))),
        ReferenceLine.horizontal(EPSILON, "ε = 0.01"),
        ReferenceLine.vertical(FEATURES, "N = K"));
  }

  private LineChart speeds() {
    return Sweep.chart(
        "Time, as a share of that with infinite prompts",
        Axis.log("tokens in a prompt, N"),
        Axis.linear("share"),
        List.of(
            Sweep.curve("to L* + ε", lengths, times, CurveStyle.solid(0)),
            Sweep.curve("until αₖ overtakes |βₖ₁|", lengths, leads, CurveStyle.dashed(1))),
        ReferenceLine.vertical(FEATURES, "N = K"));
  }

  private String text() {
    return "The floor takes over at N ≈ "
        + Figures.of(crossing(), 3)
        + ": there the least error that any Q can reach equals ε = 0.01 (the elementary bracket"
        + " ½(1 − p_k)^N … (1 − p_k)^N says "
        + Figures.of(FastMath.log(2 * EPSILON) / FastMath.log1p(-LAW.probability(1)), 3)
        + " to "
        + Figures.of(FastMath.log(EPSILON) / FastMath.log1p(-LAW.probability(1)), 3)
        + "). With N = K = 100 it is "
        + Figures.of(floors.get(nearest(FEATURES)), 3)
        + ", with N = 10 "
        + Figures.of(floors.get(nearest(10)), 3)
        + ", of an untrained "
        + Figures.of(initial.get(nearest(10)), 3)
        + ". How long training takes depends little on N: to come within ε of its own floor a query"
        + " needs at most "
        + Figures.of(times.stream().mapToDouble(Double::doubleValue).max().orElseThrow(), 3)
        + " times as long as with infinite prompts, "
        + Figures.of(times.get(nearest(FEATURES)), 3)
        + " times at N = K and "
        + Figures.of(times.get(nearest(10_000)), 4)
        + " times at N = K²; with very few tokens, where floor and start are not far apart, it"
        + " takes less. The number of tokens decides what can be learned, not how fast; N ≥ poly(K)"
        + " is needed for a near-zero error, not for the dynamics.";
  }

  /** The N at which the floor is ε, between two measured ones, in the logarithm. */
  private double crossing() {
    for (int i = 1; i < floors.size(); i++) {
      if (floors.get(i) <= EPSILON) {
        double from = FastMath.log(floors.get(i - 1));
        double share = (from - FastMath.log(EPSILON)) / (from - FastMath.log(floors.get(i)));
        return lengths.get(i - 1) + share * (lengths.get(i) - lengths.get(i - 1));
      }
    }
    return Double.NaN;
  }

  private int nearest(double length) {
    int best = 0;
    for (int i = 0; i < lengths.size(); i++) {
      if (Math.abs(lengths.get(i) - length) < Math.abs(lengths.get(best) - length)) {
        best = i;
      }
    }
    return best;
  }
}
