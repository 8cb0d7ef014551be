package io.github.icldynamics.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountSamplerTest {
  /**
   * Pearson's statistic over single values and the two tails; fixed seed, 5 standard deviations.
   */
  @ParameterizedTest
  @CsvSource({
    "1,0.3",
    "12,0.5",
    "50,0.1",
    "30,0.45",
    "200,0.06",
    "1000,0.5",
    "4000,0.9",
    "300,0.001"
  })
  void binomialDrawsHaveTheBinomialLaw(int n, double p) {
    var sampler = new BinomialSampler(new Well19937c(42));
    int draws = 200_000;
    int[] seen = new int[n + 1];
    for (int i = 0; i < draws; i++) {
      seen[(int) sampler.next(n, p)]++;
    }
    double statistic = 0;
    double expected = 0;
    double observed = 0;
    int cells = 0;
    for (int k = 0; k <= n; k++) {
      expected += draws * mass(n, p, k);
      observed += seen[k];
      if (expected >= 20) {
        statistic += (observed - expected) * (observed - expected) / expected;
        expected = 0;
        observed = 0;
        cells++;
      }
    }
    assertTrue(statistic < cells + 5 * Math.sqrt(2 * cells), statistic + " for " + cells);
  }

  private static double mass(int n, double p, int k) {
    double log = k * Math.log(p) + (n - k) * Math.log1p(-p);
    for (int i = 1; i <= k; i++) {
      log += Math.log((n - k + i) / (double) i);
    }
    return Math.exp(log);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 17, 1_000_000_000_000L, 1_000_000_000_000_000_000L})
  void countsSumToTheLengthAndHaveTheRightMean(long tokens) {
    double[] p = {0.5, 0.3, 1e-3, 0.199};
    var sampler = new CountSampler(p, tokens, 7);
    long[] counts = new long[4];
    double[] means = new double[4];
    int draws = 4000;
    for (int i = 0; i < draws; i++) {
      sampler.next(counts);
      assertEquals(tokens, counts[0] + counts[1] + counts[2] + counts[3]);
      for (int k = 0; k < 4; k++) {
        means[k] += counts[k] / (double) draws;
      }
    }
    for (int k = 0; k < 4; k++) {
      double error = Math.sqrt(tokens * p[k] * (1 - p[k]) / draws);
      assertEquals(tokens * p[k], means[k], 5 * error + 1e-15 * tokens);
    }
  }

  @Test
  void equalSeedsGiveEqualDraws() {
    long[] left = new long[2];
    long[] right = new long[2];
    var first = new CountSampler(new double[] {0.4, 0.6}, 1000, 3);
    var second = new CountSampler(new double[] {0.4, 0.6}, 1000, 3);
    for (int i = 0; i < 100; i++) {
      first.next(left);
      second.next(right);
      assertArrayEquals(left, right);
    }
  }
}
