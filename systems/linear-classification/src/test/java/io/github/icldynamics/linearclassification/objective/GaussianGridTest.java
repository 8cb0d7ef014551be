package io.github.icldynamics.linearclassification.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianGridTest {
  /**
   * Of a moment, the step loses {@code e^{−29}} times a power of {@code 2π/step}, 7 for the widest,
   * and the ends as much times a power of 7.2.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.5, 1, 3, 20, 150, 1e4})
  void momentsAreThoseOfTheGaussian(double spread) {
    double[] expected = {1, 0, 1, 0, 3};
    var grid = GaussianGrid.forSpread(spread);
    for (int power = 0; power <= 4; power++) {
      double sum = 0;
      for (int i = 0; i < grid.nodes.length; i++) {
        sum += grid.weights[i] * Math.pow(grid.nodes[i], power);
      }
      double tolerance = 4 * Math.exp(-29) * Math.pow(7.2, power);
      assertEquals(expected[power], sum, tolerance, "power " + power);
    }
  }

  @Test
  void pointNeedsOneNode() {
    var grid = GaussianGrid.forSpread(0);
    assertEquals(1, grid.nodes.length);
    assertEquals(0, grid.nodes[0]);
    assertEquals(1, grid.weights[0]);
  }

  @Test
  void widerSpreadsHaveFinerGrids() {
    int before = 1;
    for (double spread = 0.01; spread < 1000; spread *= 1.1) {
      int size = GaussianGrid.forSpread(spread).nodes.length;
      assertTrue(size >= before, "spread " + spread);
      before = size;
    }
  }

  @Test
  void nodesAreAscendingAndSymmetric() {
    var grid = GaussianGrid.forSpread(2);
    double[] nodes = grid.nodes;
    for (int i = 0; i < nodes.length; i++) {
      assertEquals(-nodes[i], nodes[nodes.length - 1 - i], 1e-15);
      assertTrue(i == 0 || nodes[i] > nodes[i - 1]);
    }
  }
}
