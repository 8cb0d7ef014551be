package io.github.icldynamics.softmaxregression.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import io.github.icldynamics.statistics.Estimate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTest {
  private static final int CASES = 40;

  /** Four standard errors: exceeded by chance once in 16,000 normal comparisons. */
  private static final double STANDARD_ERRORS = 4;

  @Test
  void enumerationAgreesWithTheIntegral() {
    for (int seed = 0; seed < CASES; seed++) {
      var random = new Random(seed);
      var column = randomColumn(random, 1 + random.nextInt(12));
      var logits = randomLogits(random, column.size());
      var exact = PopulationEvaluator.of(column).evaluate(logits);
      var enumerated = CountEnumeration.evaluate(column, logits);
      String message = "seed " + seed;
      assertEquals(enumerated.loss(), exact.loss(), 1e-12 * (1 + enumerated.loss()), message);
      for (int m = 0; m < column.size(); m++) {
        double scale = 1e-12 * column.queryProbability() * (1 + enumerated.loss());
        assertEquals(enumerated.descent().get(m), exact.descent().get(m), scale, message);
        assertEquals(
            enumerated.meanAttention().get(m), exact.meanAttention().get(m), 1e-12, message);
      }
    }
  }

  @Test
  void sampledCountsAgreeWithTheIntegral() {
    for (int seed = 100; seed < 100 + CASES; seed++) {
      var random = new Random(seed);
      var column = randomColumn(random, 1L << random.nextInt(50));
      var logits = randomLogits(random, column.size());
      var exact = PopulationEvaluator.of(column).evaluate(logits);
      var sampled = CountMonteCarlo.sample(column, logits, 20_000, seed);
      requireAgreement(exact, sampled, "seed " + seed);
    }
  }

  private static void requireAgreement(
      PopulationValue exact, CountMonteCarlo sampled, String message) {
    requireClose(sampled.loss(), exact.loss(), message);
    for (int m = 0; m < sampled.descent().size(); m++) {
      requireClose(sampled.descent().get(m), exact.descent().get(m), message);
      requireClose(sampled.meanAttention().get(m), exact.meanAttention().get(m), message);
    }
  }

  private static void requireClose(Estimate estimate, double value, String message) {
    assertTrue(
        estimate.deviation(value) <= STANDARD_ERRORS,
        () -> message + ": " + estimate + " against " + value);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 1_000_000})
  void samplesAreReproducible(long tokens) {
    var column = randomColumn(new Random(1), tokens);
    var logits = randomLogits(new Random(2), column.size());
    assertEquals(
        CountMonteCarlo.sample(column, logits, 100, 7),
        CountMonteCarlo.sample(column, logits, 100, 7));
  }

  @Test
  void witnessesRefuseWhatTheyCannotDo() {
    var infinite = TokenLaw.of(0.5, 0.5).column(0, PromptLength.infinite(), LabelModel.linear());
    var grouped = TokenLaw.balanced(4).column(0, PromptLength.of(3), LabelModel.linear());
    var large = TokenLaw.of(0.4, 0.3, 0.3).column(0, PromptLength.of(1 << 20), LabelModel.linear());
    assertThrows(
        InvalidInputException.class, () -> CountEnumeration.evaluate(infinite, Vector.zero(2)));
    assertThrows(
        InvalidInputException.class, () -> CountEnumeration.evaluate(grouped, Vector.zero(2)));
    assertThrows(
        InvalidInputException.class, () -> CountEnumeration.evaluate(large, Vector.zero(3)));
    var two = TokenLaw.of(0.5, 0.5).column(0, PromptLength.of(2000), LabelModel.linear());
    assertThrows(InvalidInputException.class, () -> CountEnumeration.evaluate(two, Vector.zero(2)));
    assertThrows(
        InvalidInputException.class, () -> CountMonteCarlo.sample(two, Vector.zero(2), 1, 3));
  }

  private static QueryColumn randomColumn(Random random, long tokens) {
    int features = 2 + random.nextInt(4);
    double[] p = new double[features];
    double sum = 0;
    for (int m = 0; m < features; m++) {
      p[m] = -Math.log(1 - random.nextDouble());
      sum += p[m];
    }
    for (int m = 0; m < features; m++) {
      p[m] /= sum;
    }
    double noise = random.nextInt(2) * random.nextDouble();
    var labels = new LabelModel(randomCovariance(random, features), noise);
    return TokenLaw.of(p).column(random.nextInt(features), PromptLength.of(tokens), labels);
  }

  private static LabelModel.Covariance randomCovariance(Random random, int size) {
    if (random.nextBoolean()) {
      return new LabelModel.IdentityCovariance();
    }
    double[][] factor = new double[size][size];
    double[][] product = new double[size][size];
    for (double[] row : factor) {
      java.util.Arrays.setAll(row, i -> random.nextGaussian());
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int l = 0; l < size; l++) {
          product[i][j] += factor[i][l] * factor[j][l] / size;
        }
      }
    }
    return LabelModel.MatrixCovariance.of(product);
  }

  private static Vector randomLogits(Random random, int size) {
    double[] logits = new double[size];
    double scale = 0.2 + 4 * random.nextDouble();
    java.util.Arrays.setAll(logits, i -> scale * random.nextGaussian());
    return Vector.of(logits);
  }
}
