package io.github.icldynamics.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.icldynamics.numeric.Vector;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Update rules against {@code reference/update_rules.py}, in 40 digits. */
class UpdateRuleTest {
  private static final double RATE = 0.01;

  /** {@code L(w) = w₁²/2 + w₂²/8}. */
  private record Bowl() implements Objective {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public double descend(double tau, double[] weights, double[] direction) {
      direction[0] = -weights[0];
      direction[1] = -weights[1] / 4;
      return weights[0] * weights[0] / 2 + weights[1] * weights[1] / 8;
    }
  }

  /** Fifty steps of a contraction round to a few ulps: 10⁻¹⁴. */
  @ParameterizedTest
  @ValueSource(strings = "rmsprop")
  void stepsAreThoseOfTheDefinition(String method) throws IOException {
    var rule = Methods.format(List.of()).usual(method);
    var run = rule.at(RATE, 1e-10).follow(new Bowl(), Vector.of(1, -2), new Goal.Reach(50 * RATE));
    try (var stream = UpdateRuleTest.class.getResourceAsStream("/reference/update_rules.json")) {
      for (var expected : new JsonMapper().readTree(stream).get(method)) {
        var weights = run.weightsAt(expected.get("steps").asInt() * RATE);
        for (int i = 0; i < 2; i++) {
          assertEquals(expected.get("weights").get(i).asDouble(), weights.get(i), 1e-14);
        }
      }
    }
  }
}
