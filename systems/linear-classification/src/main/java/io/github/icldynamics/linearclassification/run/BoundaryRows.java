package io.github.icldynamics.linearclassification.run;

import io.github.icldynamics.linearclassification.experiment.MixtureChoice;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.linearclassification.law.MixtureSampler;
import io.github.icldynamics.linearclassification.law.MixtureTask;
import io.github.icldynamics.linearclassification.network.LabelCode;
import io.github.icldynamics.linearclassification.network.LinearAttention;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.schema.PromptLength;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * What the trained layer makes of one prompt in the plane, beside Bayes, who knows the task.
 *
 * @param reach the places go from minus to plus this on both axes
 */
record BoundaryRows(MixtureTask task, LabelledPrompt prompt, LinearAttention layer, double reach) {
  private static final int MOST_CLASSES = 6;
  private static final int PLACES = 120;
  private static final int MOST_TOKENS = 150;

  /** Of so many tasks the one whose classes lie farthest apart is shown. */
  private static final int TASKS = 8;

  /** Tokens this share of the way from the edge inwards set the frame. */
  private static final double SHARE_LEFT_OUT = 0.02;

  /** Whether a mixture can be drawn. */
  static boolean cover(MixtureChoice mixture) {
    return mixture.dimension() == 2 && mixture.classes() <= MOST_CLASSES;
  }

  static BoundaryRows of(ClassificationRun run) {
    var experiment = run.experiment();
    var sampler = new MixtureSampler(experiment.testLaw(), experiment.accuracy().seed());
    var task =
        IntStream.range(0, TASKS)
            .mapToObj(i -> sampler.task())
            .max(Comparator.comparingDouble(BoundaryRows::separation))
            .orElseThrow();
    var prompt = sampler.prompt(task, tokens(experiment.test().promptLength()));
    var layer = new LinearAttention(run.minimiser().minimiser(), LabelCode.ONE_HOT);
    return new BoundaryRows(task, prompt, layer, reach(prompt));
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
        least = FastMath.min(least, FastMath.hypot(x, y));
      }
    }
    return least;
  }

  /** One for both axes, around 0, with all tokens but the farthest. */
  private static double reach(LabelledPrompt prompt) {
    double[] distances =
        prompt.tokens().stream().mapToDouble(Vector::maximumNorm).sorted().toArray();
    int index = (int) ((1 - SHARE_LEFT_OUT) * (distances.length - 1));
    return Math.ceil(distances[index] + 0.2);
  }

  Table tokens() {
    var rows = Forms.PROMPT.begin();
    for (int i = 0; i < prompt.size(); i++) {
      var token = prompt.tokens().get(i);
      rows.real(token.get(0)).real(token.get(1)).whole(prompt.labels().get(i));
    }
    return rows.table();
  }

  Table places() {
    var rows = Forms.boundaries(prompt.classes()).begin();
    for (int i = 0; i < PLACES; i++) {
      for (int j = 0; j < PLACES; j++) {
        var at = Vector.of(place(j), place(i));
        rows.real(at.get(0)).real(at.get(1));
        put(layer.probabilities(prompt, at), rows);
        put(task.bayes(at), rows);
      }
    }
    return rows.table();
  }

  private double place(int index) {
    double share = (double) index / (PLACES - 1);
    return -reach * (1 - share) + reach * share;
  }

  private static void put(Vector probabilities, TableBuilder rows) {
    probabilities.toList().forEach(rows::real);
  }
}
