package io.github.icldynamics.lab.plot;

import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.LineChart;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.figure.ReferenceLine;
import io.github.icldynamics.lab.run.ClassificationRun;
import io.github.icldynamics.prompt.PromptLength;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How far the layer's probabilities are from Bayes's, against the length of test prompts and of
 * training prompts, log–log, with the laws that they come to.
 */
final class InferencePlot {
  private static final int BLACK = 6;

  private InferencePlot() {}

  static MultiPanel of(ClassificationRun run) {
    return new MultiPanel(
        MixtureTitle.of("Distance from the Bayes classifier", run.experiment()),
        List.of(byTestLength(run), byTrainingLength(run)),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private static LineChart byTestLength(ClassificationRun run) {
    var curves = new ArrayList<Curve>();
    var own = ExperimentTitle.promptLength(run.experiment().promptLength());
    curves.add(points("trained on N = " + own, run.inference(), 0));
    curves.add(points("trained on N = ∞", run.inferenceIdeally(), 2));
    run.longPrompts()
        .ifPresent(
            limit ->
                curves.add(
                    law("∝ 1/√M", run.inference(), m -> limit.testError().mean() / Math.sqrt(m))));
    return chart("test prompt length M", curves, plateau(run));
  }

  /** What is left at M = ∞. */
  private static List<ReferenceLine> plateau(ClassificationRun run) {
    double left = run.inference().getLast().error().totalVariation().mean();
    return left > 0 ? List.of(ReferenceLine.horizontal(left, "M = ∞")) : List.of();
  }

  private static LineChart byTrainingLength(ClassificationRun run) {
    var curves = new ArrayList<Curve>();
    curves.add(points("tested on M = ∞", run.byTrainingLength(), 1));
    run.longPrompts()
        .ifPresent(
            limit ->
                curves.add(
                    law("∝ 1/N", run.byTrainingLength(), n -> limit.trainingError().mean() / n)));
    return chart("training prompt length N", curves, List.of());
  }

  private static LineChart chart(String x, List<Curve> curves, List<ReferenceLine> lines) {
    return new LineChart(
        "",
        Axis.log(x),
        Axis.log("distance from Bayes (total variation)"),
        curves,
        List.of(),
        lines);
  }

  private static Curve points(String label, List<ClassificationRun.AtLength> errors, int color) {
    var points = new ArrayList<Point>();
    for (var at : errors) {
      double error = at.error().totalVariation().mean();
      if (at.length() instanceof PromptLength.Finite(long tokens) && error > 0) {
        points.add(new Point((double) tokens, error));
      }
    }
    return new Curve(label, points, CurveStyle.marks(color));
  }

  /** Where it is below 1, which no distance exceeds. */
  private static Curve law(
      String label, List<ClassificationRun.AtLength> errors, DoubleUnaryOperator law) {
    var points = new ArrayList<Point>();
    for (var at : errors) {
      if (at.length() instanceof PromptLength.Finite(long tokens)
          && law.applyAsDouble((double) tokens) < 1) {
        points.add(new Point((double) tokens, law.applyAsDouble((double) tokens)));
      }
    }
    return new Curve(label, points, CurveStyle.dashed(BLACK));
  }
}
