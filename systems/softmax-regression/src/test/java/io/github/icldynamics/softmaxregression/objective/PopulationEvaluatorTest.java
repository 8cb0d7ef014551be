package io.github.icldynamics.softmaxregression.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.SymmetricMatrix;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationEvaluatorTest {
  /** 40-digit enumeration, rounded to double: what is left is our rounding, a few hundred ulps. */
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @MethodSource("io.github.icldynamics.softmaxregression.objective.ReferenceCase#all")
  void agreesWithFortyDigitEnumeration(ReferenceCase reference) {
    var value = PopulationEvaluator.of(reference.column()).evaluate(reference.logits());

    assertRelative(reference.loss(), value.loss(), TOLERANCE);
    double scale = reference.column().queryProbability();
    for (int m = 0; m < reference.column().size(); m++) {
      assertEquals(reference.descent().get(m), value.descent().get(m), TOLERANCE * scale);
      assertEquals(reference.meanAttention().get(m), value.meanAttention().get(m), TOLERANCE);
    }
  }

  /** Value by 40-digit enumeration over the count of feature 0 (reference/enumerate.py). */
  @Test
  void tinyLossKeepsItsRelativeAccuracy() {
    var column = TokenLaw.of(1e-9, 1 - 1e-9).column(1, PromptLength.of(30), LabelModel.linear());
    var value = PopulationEvaluator.of(column).evaluate(Vector.of(0, 40));
    assertRelative(6.4382334642e-46, value.loss(), 1e-10);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, -3, 8, 40, -40})
  void longPromptsTendToTheInfinitePrompt(double logit) {
    for (double dominant : new double[] {0.2, 0.5, 0.8}) {
      var law = TokenLaw.imbalanced(20_000, dominant);
      for (long query : new long[] {0, 1}) {
        var finite =
            law.column(query, PromptLength.of(1_000_000_000_000_000L), LabelModel.linear());
        var infinite = law.column(query, PromptLength.infinite(), LabelModel.linear());
        double[] logits = new double[finite.size()];
        logits[finite.query()] = logit;
        logits[0] -= 1;
        var left = PopulationEvaluator.of(finite).evaluate(Vector.of(logits));
        var right = PopulationEvaluator.of(infinite).evaluate(Vector.of(logits));
        // Fluctuations of the counts are of relative size 1/(N p_k) = 1e-10.
        assertRelative(right.loss(), left.loss(), 1e-9);
        for (int m = 0; m < finite.size(); m++) {
          double attention = right.meanAttention().get(m);
          double descent = right.descent().get(m);
          double rounding = 1e-15 * finite.queryProbability() * attention;
          assertRelative(attention, left.meanAttention().get(m), 1e-9);
          assertEquals(descent, left.descent().get(m), 1e-9 * Math.abs(descent) + rounding);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 100, 10_000, 1_000_000_000L, 1_000_000_000_000_000L})
  void descentSumsToZero(long tokens) {
    var random = new Random(17 + tokens);
    for (int trial = 0; trial < 20; trial++) {
      var law = TokenLaw.imbalanced(2 + random.nextInt(1_000_000), 0.1 + 0.8 * random.nextDouble());
      var column = law.column(random.nextInt(2), PromptLength.of(tokens), noisy(random));
      double[] logits = gaussian(random, column.size(), 3);
      var descent = PopulationEvaluator.of(column).evaluate(Vector.of(logits)).descent();
      double sum = 0;
      for (int m = 0; m < column.size(); m++) {
        sum += column.count(m) * descent.get(m);
      }
      // Each g_n is p_k E[a_n (…)] with (…) of size 1 + σ²: this is rounding on that scale.
      double scale = column.queryProbability() * (1 + column.labels().noiseVariance());
      assertTrue(Math.abs(sum) <= 1e-15 * scale, "seed " + (17 + tokens) + ", trial " + trial);
    }
  }

  /**
   * A single token gets all attention whatever the logits: no gradient, and loss ½E‖v_m − v_k‖².
   */
  @Test
  void onePromptTokenTeachesNothing() {
    var column = TokenLaw.of(0.2, 0.3, 0.5).column(1, PromptLength.of(1), LabelModel.linear());
    var value = PopulationEvaluator.of(column).evaluate(Vector.of(-3, 5, 40));
    assertEquals(Vector.zero(3), value.descent());
    assertEquals(0.7, value.loss(), 1e-15);
    assertEquals(0.3, value.meanAttention().get(1), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 5, 40, 1000, 10_000_000})
  void groupsAgreeWithTheirMembersListedSingly(long tokens) {
    var law = TokenLaw.imbalanced(12, 0.35);
    for (long query : new long[] {0, 5}) {
      var grouped = law.column(query, PromptLength.of(tokens), new LabelModel(identity(), 0.3));
      var logits = Vector.of(gaussian(new Random(5), grouped.size(), 2));
      assertSameColumn(grouped, logits, grouped.expanded(), grouped.expand(logits));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 9, 300, 1_000_000})
  void identityGivenAsMatrixIsTheIdentity(long tokens) {
    var law = TokenLaw.of(0.4, 0.3, 0.2, 0.1);
    var matrix = new double[][] {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    var labels = new LabelModel(new LabelModel.MatrixCovariance(SymmetricMatrix.of(matrix)), 0.3);
    var plain = law.column(2, PromptLength.of(tokens), new LabelModel(identity(), 0.3));
    var general = law.column(2, PromptLength.of(tokens), labels);
    var logits = Vector.of(gaussian(new Random(6), 4, 2));
    assertSameColumn(plain, logits, general, logits);
  }

  /** Attention is invariant under a shift of all logits; so is everything else. */
  @ParameterizedTest
  @ValueSource(doubles = {-700, -3.3, 41, 1500})
  void shiftingAllLogitsChangesNothing(double shift) {
    var column = TokenLaw.of(0.5, 0.3, 0.2).column(0, PromptLength.of(40), LabelModel.linear());
    assertSameColumn(
        column, Vector.of(1, -2, 0.5), column, Vector.of(1 + shift, -2 + shift, 0.5 + shift));
  }

  /**
   * With the query's logit at +∞ only prompts without it err: ½(1−p)^N (1 + ½ + 1/(2N)) for K = 3,
   * B = 0.
   */
  @ParameterizedTest
  @ValueSource(doubles = {45, 90, 800, 3000, 900_000})
  void farSeparatedLogitsLeaveTheFloor(double logit) {
    var column = TokenLaw.of(0.4, 0.3, 0.3).column(0, PromptLength.of(12), LabelModel.linear());
    double without = Math.pow(0.6, 12);
    double sumOfSquares = 0.5 + 0.5 / 12;
    var value = PopulationEvaluator.of(column).evaluate(Vector.of(logit, 0, 0));
    assertRelative(0.5 * without * (1 + sumOfSquares), value.loss(), 1e-13);
    assertRelative(0.5 * without, value.meanAttention().get(1), 1e-13);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-8, 1e-12})
  void coarseGridsKeepTheirPromise(double accuracy) {
    var column =
        TokenLaw.imbalanced(1000, 0.5).column(1, PromptLength.of(5000), LabelModel.linear());
    var logits = Vector.of(-2, 5, 0.1);
    double exact = PopulationEvaluator.of(column).evaluate(logits).loss();
    double coarse =
        PopulationEvaluator.of(column, LaplaceGrid.withAccuracy(accuracy)).evaluate(logits).loss();
    assertRelative(exact, coarse, accuracy + 1e-14);
  }

  @ParameterizedTest
  @ValueSource(longs = {3, 50, 100_000, 0})
  void descentIsTheNegativeDerivativeOfTheLoss(long tokens) {
    var length = tokens == 0 ? PromptLength.infinite() : PromptLength.of(tokens);
    var column = TokenLaw.imbalanced(30, 0.4).column(1, length, noisy(new Random(3)));
    double[] logits = {-0.7, 2.1, 0.2};
    var value = PopulationEvaluator.of(column).evaluate(Vector.of(logits));
    for (int m = 0; m < logits.length; m++) {
      double slope = centralDifference(column, logits, m) / column.count(m);
      // Central differences with step 1e-4 err by about 1e-8 of the third derivative.
      assertEquals(-column.queryProbability() * slope, value.descent().get(m), 2e-10);
    }
  }

  private static double centralDifference(QueryColumn column, double[] logits, int m) {
    double step = 1e-4;
    double[] up = logits.clone();
    double[] down = logits.clone();
    up[m] += step;
    down[m] -= step;
    var evaluator = PopulationEvaluator.of(column);
    return (evaluator.evaluate(Vector.of(up)).loss() - evaluator.evaluate(Vector.of(down)).loss())
        / (2 * step);
  }

  private static void assertSameColumn(
      QueryColumn grouped, Vector logits, QueryColumn single, Vector singleLogits) {
    var left = PopulationEvaluator.of(grouped).evaluate(logits);
    var right = PopulationEvaluator.of(single).evaluate(singleLogits);
    assertRelative(left.loss(), right.loss(), 1e-13);
    var descent = single.equals(grouped) ? left.descent() : expandIfNeeded(grouped, single, left);
    double scale = grouped.queryProbability();
    for (int m = 0; m < single.size(); m++) {
      assertEquals(descent.get(m), right.descent().get(m), 1e-13 * scale);
    }
  }

  private static Vector expandIfNeeded(
      QueryColumn grouped, QueryColumn single, PopulationValue value) {
    return grouped.size() == single.size() ? value.descent() : grouped.expand(value.descent());
  }

  private static LabelModel.Covariance identity() {
    return new LabelModel.IdentityCovariance();
  }

  private static LabelModel noisy(Random random) {
    return new LabelModel(identity(), random.nextDouble());
  }

  private static double[] gaussian(Random random, int size, double scale) {
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return values;
  }

  private static void assertRelative(double expected, double actual, double tolerance) {
    assertEquals(expected, actual, tolerance * Math.abs(expected));
  }
}
