package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTickTest {
  private static List<String> labels(List<AxisTick> ticks) {
    return ticks.stream().map(AxisTick::label).filter(label -> !label.isEmpty()).toList();
  }

  @Test
  void decadesAreThinnedOut() {
    assertEquals(List.of("10⁻²", "10⁻¹", "10⁰"), labels(LogTicks.between(-2.3, 0.1)));
    assertEquals(
        List.of("10⁰", "10³", "10⁶", "10⁹", "10¹²", "10¹⁵", "10¹⁸"),
        labels(LogTicks.between(0, 18)));
  }

  @ParameterizedTest
  @CsvSource({"0, 18", "-8, 0", "-0.7, -0.1", "0.31, 0.32", "-300, 300", "2.9, 4.1", "0, 0.99"})
  void aLogarithmicAxisHasTwoToNineLabels(double low, double high) {
    int labels = labels(LogTicks.between(low, high)).size();
    assertTrue(2 <= labels && labels <= 9, () -> labels(LogTicks.between(low, high)).toString());
  }

  @Test
  void withinADecadeNumbersAreRound() {
    assertEquals(List.of("0.2", "0.5"), labels(LogTicks.between(-0.8, -0.2)));
  }

  @Test
  void linearLabelsShareTheirDecimals() {
    assertEquals(List.of("\u22120.5", "0.0", "0.5", "1.0"), labels(LinearTicks.between(-0.6, 1.3)));
    assertEquals(
        List.of("0", "2\u00b710⁵", "4\u00b710⁵", "6\u00b710⁵", "8\u00b710⁵", "10⁶"),
        labels(LinearTicks.between(0, 1e6)));
  }
}
