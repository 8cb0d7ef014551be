package io.github.icldynamics.linearclassification.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.linearclassification.objective.Mixtures;
import io.github.icldynamics.linearclassification.objective.Refusals;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixtureSamplerTest {
  private static final long SEED = 71;

  private static final int DRAWS = 30_000;

  /** {@code Λ = [[1, 0.5], [0.5, 0.75]]}, of determinant ½. */
  private static final double[][] COVARIANCE = {{1, 0.5}, {0.5, 0.75}};

  private static final double[][] PRECISION = {{1.5, -1}, {-1, 2}};

  private static final MixtureLaw LAW = MixtureLaw.of(3, SymmetricMatrix.of(COVARIANCE));

  private static double form(Vector a, Vector b) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        sum += a.get(i) * PRECISION[i][j] * b.get(j);
      }
    }
    return sum;
  }

  private static <T> Estimate estimate(List<T> draws, ToDoubleFunction<T> number) {
    var sum = new Estimate.Accumulator();
    for (var draw : draws) {
      sum.add(number.applyAsDouble(draw));
    }
    return sum.estimate(1);
  }

  private static List<MixtureTask> tasks(MixtureLaw law) {
    var sampler = new MixtureSampler(law, SEED);
    return IntStream.range(0, DRAWS).mapToObj(i -> sampler.task()).toList();
  }

  @Test
  void rotatedMeansHaveOneNorm() {
    for (var task : tasks(LAW).subList(0, 200)) {
      double first = form(task.means().get(0), task.means().get(0));
      for (var mean : task.means()) {
        // A few roundings, times the condition number of 4.
        assertEquals(first, form(mean, mean), 1e-13 * first, "seed " + SEED);
      }
    }
  }

  /**
   * {@code E μ_0 μ_0ᵀ = I}, {@code E μ_j μ_jᵀ = Λ tr(Λ^{−1})/2}, and different means are
   * uncorrelated.
   */
  @Test
  void rotatedMeansHaveTheirMoments() {
    var tasks = tasks(LAW);
    for (int i = 0; i < 2; i++) {
      for (int k = 0; k < 2; k++) {
        assertMoment(i == k ? 1 : 0, tasks, 0, 0, i, k);
        assertMoment(COVARIANCE[i][k] * 3.5 / 2, tasks, 1, 1, i, k);
        assertMoment(COVARIANCE[i][k] * 3.5 / 2, tasks, 2, 2, i, k);
        assertMoment(0, tasks, 0, 1, i, k);
        assertMoment(0, tasks, 1, 2, i, k);
      }
    }
  }

  @Test
  void independentMeansAreStandardGaussian() {
    var tasks = tasks(LAW.withMeans(MeanLaw.INDEPENDENT));
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 2; i++) {
        for (int k = 0; k < 2; k++) {
          assertMoment(i == k ? 1 : 0, tasks, j, j, i, k);
          assertMoment(0, tasks, j, (j + 1) % 3, i, k);
        }
      }
    }
  }

  private static void assertMoment(
      double expected, List<MixtureTask> tasks, int first, int second, int i, int k) {
    var estimate =
        estimate(tasks, task -> task.means().get(first).get(i) * task.means().get(second).get(k));
    String message = "means " + first + " and " + second + ", seed " + SEED;
    Mixtures.assertWithinError(expected, estimate, message);
  }

  /** Directions on the line are signs, each as likely as the other. */
  @Test
  void rotationsOfTheLineAreSigns() {
    var tasks = tasks(MixtureLaw.diagonal(2, 0.7));
    for (var task : tasks.subList(0, 100)) {
      double first = Math.abs(task.means().get(0).get(0));
      assertEquals(first, Math.abs(task.means().get(1).get(0)), 1e-14 * first);
    }
    var same =
        estimate(
            tasks, task -> task.means().get(0).get(0) * task.means().get(1).get(0) > 0 ? 1.0 : 0.0);
    Mixtures.assertWithinError(0.5, same, "seed " + SEED);
  }

  @ParameterizedTest
  @EnumSource(MeanLaw.class)
  void labelsHaveTheirPriors(MeanLaw means) {
    var priors = Vector.of(0.5, 0.3, 0.2);
    var sampler = new MixtureSampler(LAW.withPriors(priors).withMeans(means), SEED);
    var prompt = sampler.prompt(sampler.task(), DRAWS);
    assertEquals(DRAWS, prompt.size());
    for (int j = 0; j < 3; j++) {
      int label = j;
      var share = estimate(prompt.labels(), drawn -> drawn == label ? 1.0 : 0.0);
      Mixtures.assertWithinError(priors.get(j), share, "class " + j + ", seed " + SEED);
    }
  }

  @Test
  void tokensAreGaussianAroundTheirMeans() {
    var sampler = new MixtureSampler(LAW, SEED);
    var task = sampler.task();
    var queries = sampler.queries(task, DRAWS);
    for (int j = 0; j < 3; j++) {
      int label = j;
      var mean = task.means().get(j);
      var ofClass = queries.stream().filter(query -> query.label() == label).toList();
      for (int i = 0; i < 2; i++) {
        int row = i;
        Mixtures.assertWithinError(
            mean.get(i), estimate(ofClass, query -> query.token().get(row)), "seed " + SEED);
        for (int k = 0; k < 2; k++) {
          int column = k;
          Mixtures.assertWithinError(
              COVARIANCE[i][k],
              estimate(
                  ofClass,
                  query ->
                      (query.token().get(row) - mean.get(row))
                          * (query.token().get(column) - mean.get(column))),
              "covariance, seed " + SEED);
        }
      }
      // (x − μ)ᵀΛ⁻¹(x − μ) is χ² with two degrees of freedom: beyond 2 in e^{−1} of the cases.
      var outside = estimate(ofClass, query -> distance(query.token(), mean) > 2 ? 1.0 : 0.0);
      Mixtures.assertWithinError(Math.exp(-1), outside, "distance, seed " + SEED);
    }
  }

  private static double distance(Vector token, Vector mean) {
    var from = Vector.of(token.get(0) - mean.get(0), token.get(1) - mean.get(1));
    return form(from, from);
  }

  @Test
  void equalSeedsGiveEqualDrawsAndOthersDoNot() {
    var first = new MixtureSampler(LAW, 1);
    var second = new MixtureSampler(LAW, 1);
    var task = first.task();
    assertEquals(task, second.task());
    assertEquals(first.prompt(task, 20), second.prompt(task, 20));
    assertEquals(first.query(task), second.query(task));
    assertNotEquals(task.means(), new MixtureSampler(LAW, 2).task().means());
  }

  @Test
  void promptsHaveFromOneTokenToAMillion() {
    var sampler = new MixtureSampler(MixtureLaw.diagonal(2, 1), SEED);
    var task = sampler.task();
    assertEquals(1, sampler.prompt(task, 1).size());
    for (int tokens : new int[] {0, -3, MixtureSampler.MOST_TOKENS + 1}) {
      Refusals.assertRefused(
          "promptLength",
          String.valueOf(tokens),
          "from 1 to 1000000",
          () -> sampler.prompt(task, tokens));
    }
  }

  /** Bayes is right as often as it believes itself to be, whatever the priors and means. */
  @Test
  void bayesIsCalibratedOnDrawnQueries() {
    var law = LAW.withPriors(Mixtures.unequalPriors(3)).withMeans(MeanLaw.INDEPENDENT);
    var sampler = new MixtureSampler(law, SEED);
    var excess = new Estimate.Accumulator();
    var belief = new Estimate.Accumulator();
    for (int i = 0; i < 5000; i++) {
      var task = sampler.task();
      var query = sampler.query(task);
      double probability = task.bayes(query.token()).get(1);
      excess.add((query.label() == 1 ? 1 : 0) - probability);
      belief.add(probability);
    }
    Mixtures.assertWithinError(0, excess.estimate(1), "seed " + SEED);
    assertTrue(belief.estimate(1).standardError() > 0.001);
  }
}
