package io.github.icldynamics.benchmarks;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientDescent;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.training.ColumnTrajectory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Gradient descent in a warm JVM, one thread, for the comparison with other programs: K = 20, N =
 * 100, p₁ = ½, η = 1, 3000 iterations. Prints one line of JSON.
 *
 * <p>The under-represented features are exchangeable, so two columns of at most three logits make
 * the whole layer. The time without that symmetry, 20 columns of 20 logits, is given beside it.
 */
public final class WarmDescent {
  private static final long FEATURES = 20;
  private static final double DOMINANT = 0.5;
  private static final double ITERATIONS = 3000;
  private static final int WARM_UP = 20;
  private static final int REPETITIONS = 21;
  private static final int REPETITIONS_SINGLY = 3;

  private WarmDescent() {}

  /** Measures and prints. */
  public static void main(String[] arguments) {
    var law = TokenLaw.imbalanced(FEATURES, DOMINANT);
    var columns = columns(law, 2);
    var columnsSingly = columns(law.listedSingly(), FEATURES);
    for (int i = 0; i < WARM_UP; i++) {
      train(columns);
    }
    double seconds = medianSeconds(columns, REPETITIONS);
    train(columnsSingly);
    double secondsSingly = medianSeconds(columnsSingly, REPETITIONS_SINGLY);
    print(seconds, secondsSingly, train(columns));
  }

  private static List<QueryColumn> columns(TokenLaw law, long queries) {
    return LongStream.range(0, queries)
        .mapToObj(query -> law.column(query, PromptLength.of(100), LabelModel.linear()))
        .toList();
  }

  private static List<ColumnTrajectory> train(List<QueryColumn> columns) {
    return columns.stream().map(WarmDescent::train).toList();
  }

  private static ColumnTrajectory train(QueryColumn column) {
    return ColumnTrajectory.train(
        new GradientDescent(1), column, Vector.zero(column.size()), new Goal.Reach(ITERATIONS));
  }

  private static double medianSeconds(List<QueryColumn> columns, int repetitions) {
    double[] seconds = new double[repetitions];
    for (int i = 0; i < repetitions; i++) {
      long begun = System.nanoTime();
      var runs = train(columns);
      seconds[i] = (System.nanoTime() - begun) * 1e-9;
      if (runs.stream().anyMatch(run -> run.end() != ITERATIONS)) {
        throw new IllegalStateException("a run ended before its last iteration");
      }
    }
    Arrays.sort(seconds);
    return seconds[repetitions / 2];
  }

  private static void print(double seconds, double secondsSingly, List<ColumnTrajectory> runs) {
    var dominant = runs.get(0).logitsAt(ITERATIONS);
    var other = runs.get(1).logitsAt(ITERATIONS);
    System.out.printf(
        Locale.ROOT,
        "{\"seconds\": %s, \"seconds_without_symmetry\": %s, \"A_1\": %s, \"B_1n\": %s,"
            + " \"A_k\": %s, \"B_k1\": %s, \"B_kn\": %s, \"L_1\": %s, \"L_k\": %s}%n",
        seconds,
        secondsSingly,
        dominant.get(0),
        dominant.get(1),
        other.get(1),
        other.get(0),
        other.get(2),
        loss(runs.get(0), dominant),
        loss(runs.get(1), other));
  }

  private static double loss(ColumnTrajectory run, Vector logits) {
    return PopulationEvaluator.of(run.column()).evaluate(logits).loss();
  }
}
