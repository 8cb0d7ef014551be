package io.github.icldynamics.linearclassification.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.linearclassification.objective.Mixtures;
import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.Vector;
import java.util.List;
import java.util.Random;
import org.hipparchus.distribution.multivariate.MultivariateNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixtureTaskTest {
  /** {@code π_j p(x | j) / Σ}, with densities by another library's determinant and inverse. */
  private static double[] byDensities(MixtureTask task, Vector query) {
    var law = task.law();
    double[] probabilities = new double[law.classes()];
    double total = 0;
    for (int j = 0; j < probabilities.length; j++) {
      double[] mean = task.means().get(j).toArray();
      var density = new MultivariateNormalDistribution(mean, law.covariance().toArray());
      probabilities[j] = law.priors().get(j) * density.density(query.toArray());
      total += probabilities[j];
    }
    for (int j = 0; j < probabilities.length; j++) {
      probabilities[j] /= total;
    }
    return probabilities;
  }

  /** Both round exponents of size 10, and invert a matrix of condition number below 100. */
  private static void assertBayes(MixtureLaw law, long seed) {
    var sampler = new MixtureSampler(law, seed);
    var task = sampler.task();
    for (int i = 0; i < 5; i++) {
      var query = sampler.query(task).token();
      double[] bayes = task.bayes(query).toArray();
      assertArrayEquals(byDensities(task, query), bayes, 1e-12, law + ", seed " + seed);
    }
  }

  @ParameterizedTest
  @EnumSource(MeanLaw.class)
  void bayesIsTheRatioOfDensities(MeanLaw means) {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      int classes = 2 + random.nextInt(4);
      var covariance = Mixtures.randomCovariance(random, 1 + random.nextInt(3));
      var law = MixtureLaw.of(classes, covariance).withMeans(means);
      assertBayes(law, seed);
      assertBayes(law.withPriors(Mixtures.unequalPriors(classes)), seed);
    }
  }

  /** In the paper's setting the infinite prompt's minimiser answers as Bayes: rounding is left. */
  @Test
  void infinitePromptsAreReadAsByBayes() {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      int classes = 2 + random.nextInt(3);
      var law = MixtureLaw.of(classes, Mixtures.randomCovariance(random, 2));
      var sampler = new MixtureSampler(law, seed);
      var task = sampler.task();
      var query = sampler.query(task).token();
      var image = law.infinitePromptMinimiser().times(query);
      double[] logits = new double[classes];
      for (int j = 0; j < classes; j++) {
        logits[j] = task.means().get(j).dot(image) / classes;
      }
      assertArrayEquals(
          Softmax.of(logits).toArray(), task.bayes(query).toArray(), 1e-12, "seed " + seed);
    }
  }

  @Test
  void farQueriesAreCertain() {
    var law = MixtureLaw.diagonal(2, 1);
    var task = new MixtureTask(law, List.of(Vector.of(1), Vector.of(-1)));
    assertEquals(Vector.of(1, 0), task.bayes(Vector.of(1e6)));
    assertEquals(Vector.of(0, 1), task.bayes(Vector.of(-1e6)));
    assertEquals(Vector.of(0.5, 0.5), task.bayes(Vector.of(0)));
  }
}
