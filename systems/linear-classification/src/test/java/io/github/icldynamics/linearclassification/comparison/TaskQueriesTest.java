package io.github.icldynamics.linearclassification.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.law.ClassifiedQuery;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.law.MixtureSampler;
import io.github.icldynamics.linearclassification.law.MixtureTask;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Errors on a task of fixed means, for which they are known. */
class TaskQueriesTest {
  /** {@code μ_0 = −μ_1}, {@code δ² = (2μ_0)ᵀΛ^{−1}(2μ_0) = 4 (0.3²/0.25 + 0.6²/4)}. */
  private static final MixtureTask TASK =
      new MixtureTask(
          MixtureLaw.diagonal(2, 0.25, 4), List.of(Vector.of(0.3, 0.6), Vector.of(-0.3, -0.6)));

  private static final double DISTANCE = Math.sqrt(4 * (0.09 / 0.25 + 0.36 / 4));

  private static List<ClassifiedQuery> queries(int seed) {
    return new MixtureSampler(TASK.law(), seed).queries(TASK, 500);
  }

  private static TaskQueries known(List<ClassifiedQuery> queries) {
    return TaskQueries.of(TASK, queries.stream().map(ClassifiedQuery::token).toList());
  }

  @Test
  void theLeastErrorIsTheTailBeyondHalfTheDistance() {
    var batches = new Estimate.Accumulator();
    for (int seed = 0; seed < 100; seed++) {
      batches.add(known(queries(seed)).leastError());
    }
    double expected = new NormalDistribution().cumulativeProbability(-DISTANCE / 2);
    assertTrue(batches.estimate(1).deviation(expected) < 4, batches.estimate(1).toString());
    assertTrue(batches.estimate(1).standardError() < 1e-3);
  }

  /** A rule by the first coordinate alone errs with {@code Φ(−0.3/0.5)}, counted or expected. */
  @Test
  void theErrorOfARuleIsTheTailOnItsOwnSide() {
    PromptClassifier.Rule rule = query -> query.get(0) > 0 ? 0 : 1;
    var expectation = new Estimate.Accumulator();
    var counts = new Estimate.Accumulator();
    for (int seed = 0; seed < 100; seed++) {
      var queries = queries(seed);
      expectation.add(known(queries).error(rule));
      counts.add(
          queries.stream()
              .mapToInt(query -> rule.classify(query.token()) == query.label() ? 0 : 1)
              .average()
              .orElseThrow());
    }
    double expected = new NormalDistribution().cumulativeProbability(-0.6);
    assertTrue(expectation.estimate(1).deviation(expected) < 4);
    assertTrue(counts.estimate(1).deviation(expected) < 4);
    assertTrue(expectation.estimate(1).standardError() < counts.estimate(1).standardError());
  }

  @Test
  void bayesItselfMakesTheLeastError() {
    var queries = known(queries(3));
    assertEquals(
        queries.leastError(),
        queries.error(query -> TASK.bayes(query).get(0) >= TASK.bayes(query).get(1) ? 0 : 1));
  }
}
