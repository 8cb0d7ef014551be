package io.github.icldynamics.numeric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SobolPointsTest {
  private static final long SEED = 61;

  @ParameterizedTest
  @CsvSource({"1,3", "2,5", "256,12", "4096,40", "64,700"})
  void everyCoordinateVisitsEveryIntervalOnce(int points, int dimension) {
    double[] uniform = SobolPoints.first(points, dimension).uniform(SEED);
    assertEquals(points * dimension, uniform.length);
    for (int k = 0; k < dimension; k++) {
      boolean[] visited = new boolean[points];
      for (int i = 0; i < points; i++) {
        double u = uniform[i * dimension + k];
        assertTrue(u > 0 && u < 1, "seed " + SEED);
        int interval = (int) (u * points);
        assertFalse(visited[interval], "interval " + interval + ", seed " + SEED);
        visited[interval] = true;
      }
    }
  }

  /** The first two coordinates are a (0, m, 2)-net: one point in each box of volume 2^−m. */
  @Test
  void firstTwoCoordinatesVisitEveryBoxOnce() {
    double[] uniform = SobolPoints.first(256, 2).uniform(SEED);
    for (int bits = 0; bits <= 8; bits++) {
      boolean[] visited = new boolean[256];
      for (int i = 0; i < 256; i++) {
        int row = (int) (uniform[2 * i] * (1 << bits));
        int column = (int) (uniform[2 * i + 1] * (1 << (8 - bits)));
        int box = (row << (8 - bits)) + column;
        assertFalse(visited[box], "box " + box + ", seed " + SEED);
        visited[box] = true;
      }
    }
  }

  /** Each point is uniform by itself: over many scramblings, within 4 standard errors. */
  @Test
  void firstPointIsUniformOverScramblings() {
    int scramblings = 4000;
    var points = SobolPoints.first(1, 2);
    double mean = 0;
    double square = 0;
    double product = 0;
    for (int seed = 0; seed < scramblings; seed++) {
      double[] u = points.uniform(seed);
      mean += (u[0] - 0.5) / scramblings;
      square += (u[0] - 0.5) * (u[0] - 0.5) / scramblings;
      product += (u[0] - 0.5) * (u[1] - 0.5) / scramblings;
    }
    double root = Math.sqrt(scramblings);
    assertEquals(0, mean, 4 * Math.sqrt(1.0 / 12) / root);
    assertEquals(1.0 / 12, square, 4 * Math.sqrt(1.0 / 180) / root);
    assertEquals(0, product, 4.0 / 12 / root);
  }

  /** One point in each of 4096 intervals: the sums are Riemann sums of the quantile function. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, -5, Long.MIN_VALUE})
  void gaussianCoordinatesHaveMeanZeroAndVarianceOne(long seed) {
    int count = 4096;
    int dimension = 8;
    double[] gaussian = SobolPoints.first(count, dimension).gaussian(seed);
    for (int k = 0; k < dimension; k++) {
      double mean = 0;
      double variance = 0;
      for (int i = 0; i < count; i++) {
        double g = gaussian[i * dimension + k];
        mean += g / count;
        variance += g * g / count;
      }
      // The two outermost intervals hold most of the error: about 4/4096 and 16/4096.
      assertEquals(0, mean, 2e-3, "seed " + seed);
      assertEquals(1, variance, 8e-3, "seed " + seed);
    }
  }

  /** Φ of the Gaussian coordinates, by the trapezoidal rule, gives the uniform ones back. */
  @Test
  void gaussianCoordinatesAreQuantilesOfTheUniformOnes() {
    var points = SobolPoints.first(32, 1);
    double[] uniform = points.uniform(SEED);
    double[] gaussian = points.gaussian(SEED);
    for (int i = 0; i < 32; i++) {
      double integral = 0;
      int steps = 20_000;
      double step = gaussian[i] / steps;
      for (int j = 0; j < steps; j++) {
        double x = (j + 0.5) * step;
        integral += step * Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
      }
      // The midpoint rule errs by step² × 0.01.
      assertEquals(uniform[i], 0.5 + integral, 1e-9, "seed " + SEED);
    }
  }

  @Test
  void equalSeedsGiveEqualPointsAndOthersDoNot() {
    double[] first = SobolPoints.first(16, 3).uniform(1);
    assertArrayEquals(first, SobolPoints.first(16, 3).uniform(1));
    double[] second = SobolPoints.first(16, 3).uniform(2);
    for (int i = 0; i < first.length; i++) {
      assertNotEquals(first[i], second[i]);
    }
  }

  /**
   * {@code Π (1 + (u_k − ½)/2)} has mean 1 and, over independent points, the standard error
   * 0.32/√4096 = 5e-3.
   */
  @Test
  void smoothFunctionsAreIntegratedFarBetterThanByChance() {
    int dimension = 5;
    var points = SobolPoints.first(4096, dimension);
    double squares = 0;
    for (long seed = 0; seed < 16; seed++) {
      double error = mean(points.uniform(seed), dimension) - 1;
      squares += error * error / 16;
    }
    double chance = Math.sqrt((Math.pow(1 + 1.0 / 48, dimension) - 1) / 4096);
    assertTrue(Math.sqrt(squares) < chance / 30, Math.sqrt(squares) + " against " + chance);
  }

  private static double mean(double[] uniform, int dimension) {
    int count = uniform.length / dimension;
    double mean = 0;
    for (int i = 0; i < count; i++) {
      double product = 1;
      for (int k = 0; k < dimension; k++) {
        product *= 1 + 0.5 * (uniform[i * dimension + k] - 0.5);
      }
      mean += product / count;
    }
    return mean;
  }

  @ParameterizedTest
  @CsvSource({
    "0,1",
    "3,1",
    "-4,1",
    "-2147483648,1",
    "4,0",
    "4,-1",
    "4,21202",
    "1048576,4096",
    "1048576,21201"
  })
  void badSizesAreRefused(int points, int dimension) {
    assertThrows(IllegalArgumentException.class, () -> SobolPoints.first(points, dimension));
  }

  @Test
  void mostDimensionsAreKnown() {
    assertEquals(
        2 * SobolPoints.MOST_DIMENSIONS,
        SobolPoints.first(2, SobolPoints.MOST_DIMENSIONS).uniform(SEED).length);
  }
}
