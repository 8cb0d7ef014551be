package io.github.icldynamics.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
  private static final Map<String, Double> NUMBERS =
      Map.of("K", 3.0, "p₁", 0.5, "tokenLaw.imbalanced.features", 10.0, "weights[1]", 7.0);

  private static double value(String text) {
    return Expression.of(text).value(NUMBERS::get);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "K^2; 9",
        "2*K + 1; 7",
        "-K^2; -9",
        "2^-1; 0.5",
        "2^3^2; 512",
        "(1+K)*2; 8",
        "7 - 2 - 1; 4",
        "8/4/2; 1",
        "1e3*p₁; 500",
        "sqrt(K*12); 6",
        "log10(1000); 3",
        "log2(8); 3",
        "ln(exp(2)); 2",
        "min(K, 2) + max(K,2); 5",
        "round(2.6); 3",
        "floor(-0.5); -1",
        "ceil(1.1); 2",
        "abs(-3); 3",
        "tokenLaw.imbalanced.features / 4; 2.5",
        "weights[1]; 7",
        "1.5e-1; 0.15",
        "--K; 3"
      })
  void isWorkedOutAsInPrint(String text, double expected) {
    assertEquals(expected, value(text), 4e-16 * Math.abs(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "K^", "(K", "K)", "2 3", "K K", "sin(K)", "min(K)", "1.2.3", "*K", "K+"})
  void whatIsNoneIsRefused(String text) {
    assertThrows(InvalidInputException.class, () -> Expression.of(text));
  }

  @Test
  void aFaultIsToldWithItsPlace() {
    var refused = assertThrows(InvalidInputException.class, () -> Expression.of("K + ?"));
    assertTrue(String.valueOf(refused.getMessage()).endsWith("character 5"), refused.getMessage());
  }

  @Test
  void namesAreThoseOfFields() {
    assertEquals(List.of("K", "a.b[0]"), Expression.of("K*2 + a.b[0]*ln(K)").names());
  }
}
