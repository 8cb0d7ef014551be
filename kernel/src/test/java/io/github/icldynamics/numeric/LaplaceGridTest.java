package io.github.icldynamics.numeric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LaplaceGridTest {
  /** Values of {@code 2|Γ(r + 2πi/h)|/Γ(r)} by 40-digit arithmetic (mpmath). */
  @ParameterizedTest
  @CsvSource({
    "1, 0.2, 1.0402105e-20",
    "2, 0.2, 3.2695727e-19",
    "3, 0.2, 5.1462296e-18",
    "3, 0.4, 4.764015e-8"
  })
  void boundIsTheGammaFunctionOnALine(int r, double step, double expected) {
    assertEquals(1, LaplaceGrid.relativeError(r, step) / expected, 1e-6);
  }

  /** {@code 1/Z^r} by the rule itself, at the worst of many phases, against the bound. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 0.75, 0.5})
  void boundIsSharp(double step) {
    for (int r = 1; r <= 3; r++) {
      double worst = 0;
      for (int phase = 0; phase < 64; phase++) {
        worst = Math.max(worst, Math.abs(trapezoid(r, step, phase * step / 64) - 1));
      }
      assertEquals(1, worst / LaplaceGrid.relativeError(r, step), 0.01);
    }
  }

  private static double trapezoid(int r, double step, double phase) {
    double sum = 0;
    for (double u = -60 + phase; u < 8; u += step) {
      sum += step * Math.exp(r * u - Math.exp(u));
    }
    return sum / (r == 3 ? 2 : 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-17, 1e-12, 1e-8, 1e-3})
  void theStepKeepsTheAccuracyAndIsAMultipleOfASixtyFourth(double accuracy) {
    double step = LaplaceGrid.withAccuracy(accuracy).step();
    assertTrue(LaplaceGrid.relativeError(3, step) <= accuracy);
    assertTrue(LaplaceGrid.relativeError(3, step + 1.0 / 64) > accuracy);
    assertEquals(Math.rint(step * 64), step * 64);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.3, 17.77, -680, 740, 123_456.7})
  void scaledWeightsAreNodesTimesWeights(double logit) {
    var grid = LaplaceGrid.withAccuracy(1e-17);
    double[] t = new double[64];
    int first = grid.indexBelow(-logit) - 40;
    grid.scaled(first, grid.shift(logit), grid.rest(logit), t, t.length);
    for (int i = 0; i < t.length; i++) {
      double exponent = (first + i) * grid.step() + logit;
      double expected = Math.min(StrictMath.exp(exponent), ExponentialKernel.LARGEST_ARGUMENT);
      assertEquals(expected, t[i], expected * (1e-15 + 3e-16 * Math.abs(logit)));
    }
  }

  @Test
  void refusesImpossibleAccuracies() {
    for (double accuracy : new double[] {0, -1, 1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> LaplaceGrid.withAccuracy(accuracy));
    }
  }
}
