package io.github.icldynamics.lab.plot;

import io.github.icldynamics.classification.LabelCode;
import io.github.icldynamics.classification.LabelledPrompt;
import io.github.icldynamics.classification.LinearAttention;
import io.github.icldynamics.classification.MixtureSampler;
import io.github.icldynamics.classification.MixtureTask;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Extent;
import io.github.icldynamics.lab.figure.MultiPanel;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.figure.ProbabilityMap;
import io.github.icldynamics.lab.figure.ProbabilityPanel;
import io.github.icldynamics.lab.figure.Scale;
import io.github.icldynamics.lab.run.ClassificationRun;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.PromptLength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the trained layer makes of one prompt in the plane, beside Bayes, who knows the task. */
final class BoundariesPlot {
  private static final int PLACES = 120;
  private static final int MOST_TOKENS = 150;

  /** Of so many tasks the one whose classes lie farthest apart is shown. */
  private static final int TASKS = 8;

  /** Tokens this share of the way from the edge inwards set the frame. */
  private static final double SHARE_LEFT_OUT = 0.02;

  private BoundariesPlot() {}

  static ProbabilityMap of(ClassificationRun run) {
    var experiment = run.experiment();
    var sampler = new MixtureSampler(experiment.testLaw(), experiment.accuracy().seed());
    var task =
        IntStream.range(0, TASKS)
            .mapToObj(i -> sampler.task())
            .max(Comparator.comparingDouble(BoundariesPlot::separation))
            .orElseThrow();
    var prompt = sampler.prompt(task, tokens(experiment.test().promptLength()));
    var layer = new LinearAttention(run.minimiser().minimiser(), LabelCode.ONE_HOT);
    var frame = frame(prompt);
    return new ProbabilityMap(
        MixtureTitle.of("One prompt of " + prompt.size() + " tokens", experiment),
        new Axis("x₁", Scale.LINEAR, frame),
        new Axis("x₂", Scale.LINEAR, frame),
        IntStream.range(0, prompt.classes()).mapToObj(j -> "class " + j).toList(),
        List.of(
            panel("trained layer", prompt, frame, x -> layer.probabilities(prompt, x)),
            panel("Bayes, who knows the means", prompt, frame, task::bayes)),
        MultiPanel.Arrangement.SIDE_BY_SIDE);
  }

  private static int tokens(PromptLength length) {
    return length instanceof PromptLength.Finite(long tokens)
        ? (int) Math.min(tokens, MOST_TOKENS)
        : MOST_TOKENS;
  }

  /** The least distance between two means. */
  private static double separation(MixtureTask task) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < task.means().size(); i++) {
      for (int j = 0; j < i; j++) {
        double x = task.means().get(i).get(0) - task.means().get(j).get(0);
        double y = task.means().get(i).get(1) - task.means().get(j).get(1);
        least = Math.min(least, Math.hypot(x, y));
      }
    }
    return least;
  }

  /** One for both axes, around 0, with all tokens but the farthest. */
  private static Extent.Fixed frame(LabelledPrompt prompt) {
    double[] distances =
        prompt.tokens().stream().mapToDouble(Vector::maximumNorm).sorted().toArray();
    int index = (int) ((1 - SHARE_LEFT_OUT) * (distances.length - 1));
    double reach = Math.ceil(distances[index] + 0.2);
    return new Extent.Fixed(-reach, reach);
  }

  private static ProbabilityPanel panel(
      String title,
      LabelledPrompt prompt,
      Extent.Fixed frame,
      Function<Vector, Vector> probabilities) {
    var rows = new ArrayList<List<List<Double>>>();
    for (int i = 0; i < PLACES; i++) {
      var row = new ArrayList<List<Double>>();
      for (int j = 0; j < PLACES; j++) {
        var at = Vector.of(frame.at(j, PLACES), frame.at(i, PLACES));
        row.add(Arrays.stream(probabilities.apply(at).toArray()).boxed().toList());
      }
      rows.add(row);
    }
    return new ProbabilityPanel(title, rows, marks(prompt));
  }

  private static List<List<Point>> marks(LabelledPrompt prompt) {
    var marks = new ArrayList<List<Point>>();
    for (int j = 0; j < prompt.classes(); j++) {
      marks.add(new ArrayList<>());
    }
    for (int i = 0; i < prompt.size(); i++) {
      var token = prompt.tokens().get(i);
      marks.get(prompt.labels().get(i)).add(new Point(token.get(0), token.get(1)));
    }
    return marks;
  }
}
