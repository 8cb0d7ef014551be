package io.github.icldynamics.softmaxregression.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.TokenLaw;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ErrorFloorTest {
  @Test
  void agreesWithMinimisationOverEnumeratedPrompts() throws IOException {
    try (var stream = getClass().getResourceAsStream("/reference/floor.json")) {
      for (var node : new JsonMapper().readTree(stream)) {
        double[] p = new double[node.get("probabilities").size()];
        for (int m = 0; m < p.length; m++) {
          p[m] = node.get("probabilities").get(m).asDouble();
        }
        var length = PromptLength.of(node.get("promptLength").asLong());
        var column = TokenLaw.of(p).column(node.get("query").asInt(), length, LabelModel.linear());
        double expected = node.get("floor").asDouble();
        // BFGS stops at gradients of 1e-10; the value's error is of second order in them.
        assertEquals(expected, ErrorFloor.of(column).value(), 1e-11 * expected, node.toString());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"10,0.5,3", "10,0.5,40", "100,0.2,50", "100,0.9,100", "1000000,0.5,100000"})
  void liesBetweenItsBounds(long features, double dominant, long tokens) {
    var law = TokenLaw.imbalanced(features, dominant);
    for (long query = 0; query < 2; query++) {
      var column = law.column(query, PromptLength.of(tokens), LabelModel.linear());
      double absent = tokens * Math.log1p(-column.queryProbability());
      double floor = ErrorFloor.of(column).logarithm();
      assertTrue(floor <= absent + 1e-12);
      assertTrue(floor >= absent + Math.log(0.5 * (1 + 1.0 / (features - 1))) - 1e-12);
    }
  }

  /**
   * Prompts that hardly ever show a rare feature, K → ∞: all rare tokens of a prompt differ, and
   * one logit b, of the dominant feature, is left. What is left out is of order N/K.
   */
  @ParameterizedTest
  @CsvSource({
    "1000000,0.5,10",
    "100000000,0.5,10",
    "10000000,0.2,10",
    "10000000,0.8,10",
    "1000000,0.5,3",
    "10000000,0.5,100"
  })
  void isThatOfOneLogitWhereRareTokensAllDiffer(long features, double dominant, int tokens) {
    double least = Double.POSITIVE_INFINITY;
    for (int step = -2000; step <= 200; step++) {
      least = Math.min(least, errorOfDifferentTokens(0.01 * step, dominant, tokens));
    }
    var law = TokenLaw.imbalanced(features, dominant);
    var column = law.column(1, PromptLength.of(tokens), LabelModel.linear());
    // Steps of 0.01 in b miss the minimum by some 1e-5 of its curvature.
    assertEquals(least, ErrorFloor.of(column).value(), 1e-5 + 2.0 * tokens / features);
  }

  private static double errorOfDifferentTokens(double logit, double dominant, int tokens) {
    double weight = Math.exp(logit);
    double squares = 0;
    double binomial = Math.pow(1 - dominant, tokens);
    for (int shown = 0; shown <= tokens; shown++) {
      double total = shown * weight + tokens - shown;
      double own = shown * weight / total;
      squares += binomial * (own * own + (tokens - shown) / (total * total));
      binomial *= dominant / (1 - dominant) * (tokens - shown) / (shown + 1.0);
    }
    return 0.5 * (1 + squares);
  }

  @Test
  void groupsGiveTheFloorOfTheirMembers() {
    var column = TokenLaw.imbalanced(8, 0.6).column(3, PromptLength.of(25), LabelModel.linear());
    double grouped = ErrorFloor.of(column).logarithm();
    assertEquals(ErrorFloor.of(column.expanded()).logarithm(), grouped, 1e-12);
  }

  @Test
  void keepsTheLogarithmOfWhatUnderflows() {
    var column =
        TokenLaw.imbalanced(100, 0.5)
            .column(0, PromptLength.of(1_000_000_000L), LabelModel.linear());
    var floor = ErrorFloor.of(column);
    assertEquals(0, floor.value());
    assertEquals(1e9 * Math.log(0.5), floor.logarithm(), 1);
  }

  @Test
  void isZeroForInfinitePrompts() {
    var column = TokenLaw.balanced(5).column(0, PromptLength.infinite(), LabelModel.linear());
    assertEquals(0, ErrorFloor.of(column).value());
  }

  /** What features do not share of their labels multiplies the floor like the loss. */
  @Test
  void exchangeableLabelsScaleIt() {
    var covariance = new LabelModel.ExchangeableCovariance(0.3, 2);
    var law = TokenLaw.imbalanced(10, 0.3);
    var plain = law.column(1, PromptLength.of(20), LabelModel.linear());
    var other = law.column(1, PromptLength.of(20), new LabelModel(covariance, 0));
    assertEquals(0.3 * ErrorFloor.of(plain).value(), ErrorFloor.of(other).value(), 1e-16);
  }
}
