package io.github.icldynamics.softmaxregression.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxAttentionTest {
  @Test
  void theEmbeddingHasTokensOverLabelsAndTheQueryLast() {
    var prompt =
        new Prompt(List.of(Vector.of(1, 2), Vector.of(3, 4)), Vector.of(5, 6), Vector.of(7, 8));
    double[][] expected = {{1, 3, 7}, {2, 4, 8}, {5, 6, 0}};
    assertTrue(java.util.Arrays.deepEquals(expected, prompt.embedding().getData()));
  }

  /** By hand: scores ln 2 and 0, attention 2/3 and 1/3, answer (2·3 − 1·6)/3 = 0. */
  @Test
  void answersASmallPromptAsByHand() {
    var prompt =
        new Prompt(List.of(Vector.of(1, 0), Vector.of(0, 1)), Vector.of(3, -6), Vector.of(1, 0));
    var network = SoftmaxAttention.of(new double[][] {{Math.log(2), 9}, {0, -4}});
    assertEquals(2.0 / 3, network.attention(prompt).get(0), 1e-15);
    assertEquals(0, network.predict(prompt), 1e-14);
    assertEquals(0.5, network.loss(prompt, 1), 1e-14);
  }

  @Test
  void theGradientIsTheDerivativeOfTheLoss() {
    for (int seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      int d = 2 + random.nextInt(4);
      var column = column(random, d, 1 + random.nextInt(9));
      var basis = FeatureBasis.random(d, d, seed);
      var answered = new PromptSampler(column, basis, seed).next();
      double[][] q = gaussian(random, d);
      double scale = 0.5 + random.nextDouble();
      var gradient = new SoftmaxAttention(q, scale).gradient(answered.prompt(), answered.answer());
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          double slope = slope(q, scale, i, j, answered);
          assertEquals(
              slope, gradient.getEntry(i, j), 1e-7 * (1 + Math.abs(slope)), "seed " + seed);
        }
      }
    }
  }

  private static double slope(double[][] q, double scale, int i, int j, AnsweredPrompt answered) {
    double step = 1e-5;
    double before = q[i][j];
    q[i][j] = before + step;
    double above = new SoftmaxAttention(q, scale).loss(answered.prompt(), answered.answer());
    q[i][j] = before - step;
    double below = new SoftmaxAttention(q, scale).loss(answered.prompt(), answered.answer());
    q[i][j] = before;
    return (above - below) / (2 * step);
  }

  /** Four standard errors over 40 random cases with covariance and noise. */
  @Test
  void sampledPromptsAgreeWithThePopulation() {
    for (int seed = 0; seed < 40; seed++) {
      var random = new Random(1000 + seed);
      int features = 2 + random.nextInt(4);
      var column = column(random, features, 1 + random.nextInt(30));
      var basis = FeatureBasis.random(features, features + random.nextInt(3), seed);
      double[][] logits = gaussian(random, features);
      var network = SoftmaxAttention.of(basis.embedLogits(logits));
      var sampled = SampledGradient.sample(network, column, basis, 3000, seed);

      double[] own = new double[features];
      for (int m = 0; m < features; m++) {
        own[m] = logits[m][column.query()];
      }
      var exact = PopulationEvaluator.of(column).evaluate(Vector.of(own));
      String message = "seed " + (1000 + seed);
      assertTrue(sampled.loss().deviation(exact.loss()) <= 4, message);
      for (int m = 0; m < features; m++) {
        double deviation = sampled.descent().get(m).deviation(exact.descent().get(m));
        assertTrue(deviation <= 4, message + ", " + m);
      }
    }
  }

  @Test
  void aBatchIsTheMeanOfItsPrompts() {
    var column = column(new Random(1), 3, 8);
    var basis = FeatureBasis.random(3, 4, 1);
    var batch = new PromptSampler(column, basis, 5).next(7);
    var network = SoftmaxAttention.of(gaussian(new Random(2), 4));
    double loss = 0;
    double entry = 0;
    for (var answered : batch.prompts()) {
      loss += network.loss(answered.prompt(), answered.answer()) / 7;
      entry += network.gradient(answered.prompt(), answered.answer()).getEntry(2, 1) / 7;
    }
    assertEquals(loss, batch.loss(network), 1e-14);
    assertEquals(entry, batch.gradient(network).getEntry(2, 1), 1e-14);
    assertThrows(InvalidInputException.class, () -> new PromptBatch(List.of()));
  }

  @Test
  void refusesWrongShapes() {
    var prompt = new Prompt(List.of(Vector.of(1, 0)), Vector.of(1), Vector.of(1, 0));
    var network = SoftmaxAttention.of(new double[3][3]);
    assertThrows(InvalidInputException.class, () -> network.predict(prompt));
    assertThrows(InvalidInputException.class, () -> SoftmaxAttention.of(new double[2][3]));
    assertThrows(
        InvalidInputException.class, () -> new Prompt(List.of(), Vector.of(), Vector.of(1)));
    assertThrows(InvalidInputException.class, () -> FeatureBasis.random(3, 2, 1));
  }

  @Test
  void randomFeaturesAreOrthonormal() {
    var v = FeatureBasis.random(4, 6, 3).matrix();
    var gram = v.transpose().multiply(v);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertEquals(i == j ? 1 : 0, gram.getEntry(i, j), 1e-14);
      }
    }
  }

  private static QueryColumn column(Random random, int features, long tokens) {
    double[] p = new double[features];
    java.util.Arrays.setAll(p, m -> (m + 1.0) / (features * (features + 1) / 2.0));
    double[][] factor = gaussian(random, features);
    double[][] covariance = new double[features][features];
    for (int i = 0; i < features; i++) {
      for (int j = 0; j < features; j++) {
        for (int l = 0; l < features; l++) {
          covariance[i][j] += factor[i][l] * factor[j][l];
        }
      }
    }
    LabelModel.Covariance labels =
        random.nextBoolean()
            ? LabelModel.MatrixCovariance.of(covariance)
            : new LabelModel.IdentityCovariance();
    return TokenLaw.of(p)
        .column(
            random.nextInt(features),
            PromptLength.of(tokens),
            new LabelModel(labels, random.nextInt(2) * 0.4));
  }

  private static double[][] gaussian(Random random, int size) {
    double[][] values = new double[size][size];
    for (double[] row : values) {
      java.util.Arrays.setAll(row, i -> random.nextGaussian());
    }
    return values;
  }
}
