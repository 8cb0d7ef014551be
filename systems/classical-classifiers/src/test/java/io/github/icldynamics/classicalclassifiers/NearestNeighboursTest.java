package io.github.icldynamics.classicalclassifiers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.law.MixtureSampler;
import io.github.icldynamics.numeric.Vector;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nearest neighbours against sorting all distances. */
class NearestNeighboursTest {
  @ParameterizedTest
  @CsvSource({"2, 2, 1", "2, 2, 20", "3, 1, 30", "3, 12, 50", "5, 3, 200"})
  void majoritiesAreThoseOfAllDistancesSorted(int classes, int dimension, int tokens) {
    double[] variances = IntStream.rangeClosed(1, dimension).mapToDouble(k -> k).toArray();
    var sampler = new MixtureSampler(MixtureLaw.diagonal(classes, variances), 31);
    var task = sampler.task();
    var prompt = sampler.prompt(task, tokens);
    var rule = new NearestNeighbours().fit(prompt);
    for (var query : sampler.queries(task, 100)) {
      assertEquals(bruteForce(prompt, query.token()), rule.classify(query.token()));
    }
  }

  private static int bruteForce(LabelledPrompt prompt, Vector query) {
    int[] votes = new int[prompt.classes()];
    IntStream.range(0, prompt.size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> squaredDistance(prompt.tokens().get(i), query)))
        .limit(NearestNeighbours.neighbours(prompt.size()))
        .forEach(i -> votes[prompt.labels().get(i)]++);
    int best = 0;
    for (int j = 1; j < votes.length; j++) {
      best = votes[j] > votes[best] ? j : best;
    }
    return best;
  }

  private static double squaredDistance(Vector a, Vector b) {
    double sum = 0;
    for (int k = 0; k < a.size(); k++) {
      sum += (a.get(k) - b.get(k)) * (a.get(k) - b.get(k));
    }
    return sum;
  }

  @Test
  void theirNumberIsTheOddOneNearestToTheRoot() {
    for (int n = 1; n <= 10_000; n++) {
      int k = NearestNeighbours.neighbours(n);
      assertTrue(k % 2 == 1 && k <= n, "k = " + k + " of " + n);
      assertTrue(Math.abs(k - Math.sqrt(n)) <= 1, "k = " + k + " for " + n);
    }
  }
}
