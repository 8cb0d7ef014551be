package io.github.icldynamics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinearFitTest {
  private static List<Double> numbers(JsonNode list) {
    var numbers = new ArrayList<Double>();
    list.forEach(number -> numbers.add(number.asDouble()));
    return numbers;
  }

  /** Against normal equations solved in rational numbers; 12 digits of a well-conditioned fit. */
  @Test
  void coefficientsAndIntervalsAreThoseOfExactArithmetic() {
    var reference = StatisticsReference.of("fit");
    var x = numbers(reference.get("x"));
    var weights = numbers(reference.get("w"));
    var fit =
        LinearFit.of(
            Vector.copyOf(numbers(reference.get("y"))),
            List.of(Vector.of(1, 1, 1, 1, 1), Vector.copyOf(x)),
            Vector.copyOf(weights.stream().map(w -> 1 / w).toList()));
    double residualSum = 0;
    for (int j = 0; j < 2; j++) {
      assertEquals(
          reference.get("coefficients").get(j).asDouble(), fit.coefficient(j).value(), 1e-12);
      // The quantile of Student's t is inverted numerically.
      assertEquals(
          reference.get("halfWidths").get(j).asDouble(), fit.coefficient(j).halfWidth(), 1e-8);
    }
    for (int i = 0; i < 5; i++) {
      double weighted = fit.residuals().get(i) * weights.get(i);
      residualSum += weighted * weighted;
    }
    double expected = reference.get("residualSum").asDouble();
    assertEquals(expected, residualSum, 1e-12);
    // n ln(RSS/n) + 2k + 2k(k + 1)/(n − k − 1) with n = 5, k = 3.
    assertEquals(5 * Math.log(expected / 5) + 6 + 24, fit.akaike(), 1e-10);
  }

  @Test
  void unlikeScalesDoNotHurt() {
    var x = Vector.of(1, 2, 3, 4, 5, 6);
    var huge = Vector.of(1e12, 4e12, 9e12, 16e12, 25e12, 36e12);
    double[] y = new double[6];
    for (int i = 0; i < 6; i++) {
      y[i] = 3 * x.get(i) - 2e-12 * huge.get(i);
    }
    var fit = LinearFit.of(Vector.of(y), List.of(x, huge), Vector.of(1, 1, 1, 1, 1, 1));
    assertEquals(3, fit.coefficient(0).value(), 1e-12);
    assertEquals(-2e-12, fit.coefficient(1).value(), 1e-24);
  }

  @Test
  void theRightModelIsPreferred() {
    double[] x = new double[12];
    double[] ones = new double[12];
    double[] y = new double[12];
    double[] logs = new double[12];
    for (int i = 0; i < x.length; i++) {
      x[i] = i + 1;
      ones[i] = 1;
      y[i] = 2 * x[i] + 0.01 * Math.sin(7 * x[i]);
      logs[i] = x[i] * Math.log(x[i] + 1);
    }
    var scale = Vector.of(ones);
    var right = LinearFit.of(Vector.of(y), List.of(Vector.of(x)), scale);
    var wrong = LinearFit.of(Vector.of(y), List.of(Vector.of(logs)), scale);
    assertTrue(right.akaike() < wrong.akaike() - 10);
  }

  @Test
  void tooFewPointsAreRefused() {
    var two = Vector.of(1, 2);
    var e =
        assertThrows(
            InvalidInputException.class, () -> LinearFit.of(two, List.of(two), Vector.of(1, 1)));
    assertEquals("points must be at least 4 for this model, not 2", e.getMessage());
  }
}
