package io.github.icldynamics.linearclassification.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.linearclassification.law.ClassifiedQuery;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.linearclassification.law.MixtureSampler;
import io.github.icldynamics.linearclassification.objective.Mixtures;
import io.github.icldynamics.linearclassification.objective.WeightSpace;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearAttentionTest {
  /** A few hundred roundings of numbers of size 1. */
  private static final double ROUNDING = 1e-13;

  private static SquareMatrix weights(Random random, int dimension) {
    var weights = Mixtures.randomWeights(random, WeightSpace.FULL, dimension);
    return WeightSpace.FULL.matrix(weights.toArray());
  }

  /** {@code P_j ∝ exp(Σ_{i: y_i = j} x_iᵀ W x/N)}, straight from its definition. */
  private static double[] plainly(SquareMatrix w, LabelledPrompt prompt, Vector query) {
    double[] probabilities = new double[prompt.classes()];
    for (int i = 0; i < prompt.size(); i++) {
      for (int a = 0; a < w.size(); a++) {
        for (int b = 0; b < w.size(); b++) {
          probabilities[prompt.labels().get(i)] +=
              prompt.tokens().get(i).get(a) * w.get(a, b) * query.get(b) / prompt.size();
        }
      }
    }
    double total = 0;
    for (int j = 0; j < probabilities.length; j++) {
      probabilities[j] = Math.exp(probabilities[j]);
      total += probabilities[j];
    }
    for (int j = 0; j < probabilities.length; j++) {
      probabilities[j] /= total;
    }
    return probabilities;
  }

  @Test
  void probabilitiesAreThoseOfTheDefinition() {
    for (long seed = 1; seed <= 40; seed++) {
      var random = new Random(seed);
      int classes = 2 + random.nextInt(4);
      int dimension = 1 + random.nextInt(4);
      var law = MixtureLaw.of(classes, Mixtures.randomCovariance(random, dimension));
      var sampler = new MixtureSampler(law, seed);
      var task = sampler.task();
      var prompt = sampler.prompt(task, 1 + random.nextInt(12));
      var query = sampler.query(task).token();
      var w = weights(random, dimension);
      assertArrayEquals(
          plainly(w, prompt, query),
          new LinearAttention(w, LabelCode.ONE_HOT).probabilities(prompt, query).toArray(),
          ROUNDING,
          "seed " + seed);
    }
  }

  @Test
  void signsAndUnitVectorsTellTwoClassesAlike() {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      var sampler = new MixtureSampler(MixtureLaw.diagonal(2, 1, 2), seed);
      var task = sampler.task();
      var prompt = sampler.prompt(task, 9);
      var query = sampler.query(task);
      var signs = new LinearAttention(weights(random, 2), LabelCode.SIGNS);
      var unit = new LinearAttention(signs.weights(), LabelCode.ONE_HOT);
      assertArrayEquals(
          unit.probabilities(prompt, query.token()).toArray(),
          signs.probabilities(prompt, query.token()).toArray(),
          ROUNDING,
          "seed " + seed);
      assertArrayEquals(
          WeightSpace.FULL.weights(unit.gradient(prompt, query)),
          WeightSpace.FULL.weights(signs.gradient(prompt, query)),
          ROUNDING,
          "seed " + seed);
    }
  }

  /** Differences err by 1e-11 of a derivative of size 1. */
  @Test
  void gradientIsTheDerivativeOfTheLoss() {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new Random(seed);
      var sampler = new MixtureSampler(MixtureLaw.diagonal(3, 1, 0.5), seed);
      var task = sampler.task();
      var prompt = sampler.prompt(task, 5);
      var query = sampler.query(task);
      var w = Mixtures.randomWeights(random, WeightSpace.FULL, 2);
      var gradient = WeightSpace.FULL.weights(attention(w).gradient(prompt, query));
      for (int i = 0; i < 4; i++) {
        int index = i;
        double expected =
            Mixtures.derivative(h -> attention(Mixtures.shifted(w, index, h)).loss(prompt, query));
        assertEquals(expected, gradient[i], 1e-9, "seed " + seed);
      }
    }
  }

  private static LinearAttention attention(Vector weights) {
    return new LinearAttention(WeightSpace.FULL.matrix(weights.toArray()), LabelCode.ONE_HOT);
  }

  /** E |P(1) − P_Bayes(1)| at W = 2 and Λ = 1, by quadrature elsewhere; 4 standard errors. */
  @Test
  void distanceFromBayesIsThatOfQuadrature() {
    var inference = ReferenceNumbers.read("mixture.json").get("inference");
    var attention = new LinearAttention(SquareMatrix.diagonal(2), LabelCode.SIGNS);
    long seed = 3;
    var sampler = new MixtureSampler(MixtureLaw.diagonal(2, 1), seed);
    for (var row : inference.get("rows")) {
      int tokens = row.get("testLength").asInt();
      if (tokens > 100) {
        continue;
      }
      var gap = new Estimate.Accumulator();
      for (int i = 0; i < 200_000 / tokens; i++) {
        var task = sampler.task();
        var prompt = sampler.prompt(task, tokens);
        var query = sampler.query(task).token();
        double layer = attention.probabilities(prompt, query).get(1);
        gap.add(Math.abs(layer - task.bayes(query).get(1)));
      }
      double expected = row.get("probabilityGap").asDouble();
      Mixtures.assertWithinError(expected, gap.estimate(1), row + ", seed " + seed);
    }
  }

  @Test
  void embeddingHasTokensAboveLabels() {
    var tokens = List.of(Vector.of(1, 2), Vector.of(3, 4));
    var query = Vector.of(5, 6);
    var prompt = new LabelledPrompt(2, tokens, List.of(1, 0));
    var signs = new LinearAttention(SquareMatrix.identity(2), LabelCode.SIGNS);
    assertArrayEquals(
        new double[][] {{1, 3, 5}, {2, 4, 6}, {1, -1, 0}},
        signs.embedding(prompt, query).getData());
    var unit = new LinearAttention(SquareMatrix.identity(2), LabelCode.ONE_HOT);
    assertArrayEquals(
        new double[][] {{1, 3, 5}, {2, 4, 6}, {0, 1, 0}, {1, 0, 0}},
        unit.embedding(prompt, query).getData());
  }

  /** A class that the prompt does not show has logit 0. */
  @Test
  void classWithoutTokensHasLogitZero() {
    var prompt = new LabelledPrompt(3, List.of(Vector.of(2)), List.of(1));
    var attention = new LinearAttention(SquareMatrix.diagonal(0.5), LabelCode.ONE_HOT);
    double shown = Math.exp(3);
    assertArrayEquals(
        new double[] {1 / (2 + shown), shown / (2 + shown), 1 / (2 + shown)},
        attention.probabilities(prompt, Vector.of(3)).toArray(),
        ROUNDING);
  }

  /** The probability of the right class is e^{−1000}, below what a double can hold. */
  @Test
  void lossIsFiniteWhereTheProbabilityUnderflows() {
    var prompt = new LabelledPrompt(2, List.of(Vector.of(10)), List.of(0));
    var query = new ClassifiedQuery(Vector.of(10), 1);
    for (var code : LabelCode.values()) {
      var attention = new LinearAttention(SquareMatrix.diagonal(10), code);
      assertEquals(1000, attention.loss(prompt, query), 1e-10);
    }
  }

  @Test
  void badInputIsRefused() {
    var prompt = new LabelledPrompt(3, List.of(Vector.of(2)), List.of(1));
    var signs = new LinearAttention(SquareMatrix.identity(1), LabelCode.SIGNS);
    assertThrows(InvalidInputException.class, () -> signs.probabilities(prompt, Vector.of(1)));
    var plane = new LinearAttention(SquareMatrix.identity(2), LabelCode.ONE_HOT);
    assertThrows(InvalidInputException.class, () -> plane.probabilities(prompt, Vector.of(1, 1)));
    var line = new LinearAttention(SquareMatrix.identity(1), LabelCode.ONE_HOT);
    assertThrows(InvalidInputException.class, () -> line.probabilities(prompt, Vector.of(1, 1)));
  }
}
