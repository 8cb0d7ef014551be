package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.PromptLength;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareRuleTest {
  private static double mean(List<ShareRule> rule, DoubleUnaryOperator f) {
    return rule.stream()
        .mapToDouble(node -> node.probability() * f.applyAsDouble(node.value()))
        .sum();
  }

  @Test
  void shortPromptsHaveAllTheirCounts() {
    var rule = ShareRule.of(PromptLength.of(3), 64);
    double[] probabilities = {0.125, 0.375, 0.375, 0.125};
    assertEquals(4, rule.size());
    for (int i = 0; i < 4; i++) {
      assertEquals(i / 3.0, rule.get(i).value(), 1e-15);
      assertEquals(probabilities[i], rule.get(i).probability(), 1e-15);
    }
  }

  /** Moments {@code 1/(4N)} and {@code (3 − 2/N)/(16N²)}; a Gauss rule has them exactly. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 131, 132, 1001, 1_000_000, 10_000_000_000L})
  void momentsAreBinomial(long tokens) {
    var rule = ShareRule.of(PromptLength.of(tokens), 64);
    double n = tokens;
    assertEquals(1, mean(rule, f -> 1), 1e-14);
    double deviation = 0.5 / Math.sqrt(n);
    assertEquals(0.5, mean(rule, f -> f), 1e-12 * deviation + 1e-15);
    double variance = mean(rule, f -> (f - 0.5) * (f - 0.5));
    assertEquals(0.25 / n, variance, 1e-11 / n + 1e-16 * deviation);
    double fourth = (3 - 2 / n) / (16 * n * n);
    assertEquals(fourth, mean(rule, f -> Math.pow(f - 0.5, 4)), 1e-9 * fourth);
  }

  @Test
  void longPromptsNeedFewNodes() {
    assertTrue(ShareRule.of(PromptLength.of(PromptLength.LONGEST), 64).size() < 100);
  }

  @Test
  void infinitePromptsAreEvenlyShared() {
    assertEquals(List.of(new ShareRule(0.5, 1)), ShareRule.of(PromptLength.infinite(), 64));
  }
}
