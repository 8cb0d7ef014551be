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
import org.junit.jupiter.api.Test;

class AttentionTailTest {
  private static QueryColumn column(TokenLaw law, long query, long tokens) {
    return law.column(query, PromptLength.of(tokens), LabelModel.linear());
  }

  /**
   * Every prompt of seven tokens over four features, one by one; sums of 4⁷ terms carry 13 digits.
   */
  @Test
  void isTheShareOfAllPrompts() {
    var law = TokenLaw.imbalanced(4, 0.4);
    for (long query : new long[] {0, 1}) {
      var column = column(law, query, 7);
      var logits = query == 0 ? Vector.of(0.7, -0.2) : Vector.of(-1, 1.5, 0.3);
      for (double level : new double[] {0.05, 0.3, 0.62, 0.97}) {
        double expected = enumerate(column, logits, level);
        assertEquals(expected, AttentionTail.below(column, logits, level), 1e-13);
      }
    }
  }

  private static double enumerate(QueryColumn column, Vector logits, double level) {
    var single = column.expanded();
    double[] weights = column.expand(logits).toArray();
    double sum = 0;
    int size = single.size();
    for (int prompt = 0; prompt < Math.pow(size, 7); prompt++) {
      double mass = 1;
      double own = 0;
      double all = 0;
      for (int i = 0, rest = prompt; i < 7; i++, rest /= size) {
        int feature = rest % size;
        mass *= single.probability(feature);
        double weight = Math.exp(weights[feature]);
        all += weight;
        own += feature == single.query() ? weight : 0;
      }
      sum += own / all < level ? mass : 0;
    }
    return sum;
  }

  @Test
  void samplingAgreesWithTheExactTail() {
    var column = column(TokenLaw.imbalanced(5, 0.5), 1, 60);
    var logits = Vector.of(-0.5, 2, 0);
    double exact = AttentionTail.below(column, logits, 0.5);
    assertTrue(exact > 0.2 && exact < 0.8, "a case worth looking at: " + exact);
    var interval = AttentionTail.sampled(column.expanded(), column.expand(logits), 0.5, 20_000, 17);
    // A 95% interval of a fixed seed: it either holds the truth or the seed is unlucky.
    assertTrue(interval.low() < exact && exact < interval.high(), exact + " in " + interval);
    assertTrue(interval.high() - interval.low() < 0.02);
  }

  @Test
  void anIntervalWithoutHitsEndsWhereItShould() {
    var column = column(TokenLaw.balanced(2), 0, 1000);
    var interval =
        AttentionTail.sampled(column.expanded(), column.expand(Vector.of(30, 0)), 0.5, 1000, 3);
    assertEquals(0, interval.low());
    // 1 − 0.025^(1/1000): the largest probability under which 1000 misses are not too unlikely.
    assertEquals(1 - Math.pow(0.025, 1e-3), interval.high(), 1e-9);
  }

  @Test
  void badInputIsRefused() {
    var column = column(TokenLaw.balanced(3), 0, 10);
    for (double level : new double[] {0, 1, Double.NaN}) {
      assertThrows(
          InvalidInputException.class, () -> AttentionTail.below(column, Vector.zero(2), level));
    }
    var many = column(TokenLaw.of(0.4, 0.3, 0.2, 0.1), 0, 10);
    assertThrows(InvalidInputException.class, () -> AttentionTail.below(many, Vector.zero(4), 0.5));
    var infinite = TokenLaw.balanced(3).column(0, PromptLength.infinite(), LabelModel.linear());
    assertThrows(
        InvalidInputException.class, () -> AttentionTail.below(infinite, Vector.zero(2), 0.5));
  }
}
