package io.github.icldynamics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class BinomialLawTest {
  static List<JsonNode> tails() {
    var rows = new ArrayList<JsonNode>();
    StatisticsReference.of("tails").forEach(rows::add);
    return rows;
  }

  /** Against 40-digit sums; the saddle-point mass carries about 13 digits at these n. */
  @ParameterizedTest
  @MethodSource("tails")
  void tailsAreExact(JsonNode row) {
    var law = new BinomialLaw(row.get("trials").asLong(), row.get("probability").asDouble());
    double k = row.get("k").asDouble();
    double above = row.get("above").asDouble();
    double atMost = row.get("atMost").asDouble();
    assertEquals(above, law.above(k), 1e-12 * above);
    assertEquals(atMost, law.atMost(k), 1e-12 * atMost);
  }

  @Test
  void massesOfTheWholeRangeSumToOne() {
    for (long n : new long[] {0, 1, 2, 15, 16, 17, 300}) {
      var law = new BinomialLaw(n, 0.37);
      double sum = 0;
      for (long k = 0; k <= n; k++) {
        sum += Math.exp(law.logMass((double) k));
      }
      assertEquals(1, sum, 1e-13, "n = " + n);
    }
  }

  @Test
  void tailsBeyondTheRangeAreCertain() {
    var law = new BinomialLaw(5, 0.5);
    assertEquals(1, law.above(-1));
    assertEquals(0, law.above(5));
    assertEquals(0, law.atMost(-0.5));
    assertEquals(1, law.atMost(7));
    assertEquals(law.atMost(2), law.atMost(2.9));
  }

  /**
   * Far out, where 1 − P loses all digits: Chernoff's bound, and half of it at least in exponent.
   */
  @Test
  void tinyTailsOfLongPromptsDoNotVanish() {
    var law = new BinomialLaw(1_000_000_000_000L, 1e-4);
    double deviation = 1e-3;
    double chernoff = -law.mean() * ((1 + deviation) * Math.log1p(deviation) - deviation);
    double tail = Math.log(law.above((1 + deviation) * law.mean()));
    assertTrue(tail <= chernoff, "tail " + tail + ", bound " + chernoff);
    assertTrue(tail >= chernoff - 5, "tail " + tail + ", bound " + chernoff);
  }

  @Test
  void notANumberStaysNone() {
    assertTrue(Double.isNaN(new BinomialLaw(5, 0.5).above(Double.NaN)));
    assertTrue(Double.isNaN(new BinomialLaw(5, 0.5).atMost(Double.NaN)));
  }

  /** Tails of the ends of the interval are 2.5% each, by its definition. */
  @Test
  void theIntervalOfClopperAndPearsonHasTheTailsOfItsDefinition() {
    var interval = BinomialInterval.of(7, 50);
    assertEquals(0.025, new BinomialLaw(50, interval.low()).above(6), 1e-9);
    assertEquals(0.025, new BinomialLaw(50, interval.high()).atMost(7), 1e-9);
    assertEquals(0, BinomialInterval.of(0, 50).low());
    assertEquals(1, BinomialInterval.of(50, 50).high());
    assertThrows(InvalidInputException.class, () -> BinomialInterval.of(51, 50));
  }

  @Test
  void badInputIsRefused() {
    assertThrows(InvalidInputException.class, () -> new BinomialLaw(-1, 0.5));
    assertThrows(InvalidInputException.class, () -> new BinomialLaw(1, 0));
    assertThrows(InvalidInputException.class, () -> new BinomialLaw(1, Double.NaN));
  }
}
