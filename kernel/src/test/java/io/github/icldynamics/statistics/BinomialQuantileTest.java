package io.github.icldynamics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialQuantileTest {
  @ParameterizedTest
  @CsvSource({"1,0.5", "2,0.3", "20,0.5", "20,0.05", "50,0.97", "1000,0.5", "100000,0.01"})
  void agreesWithTheInverseOfTheDistribution(int trials, double probability) {
    var law = new BinomialLaw(trials, probability);
    var reference = new BinomialDistribution(trials, probability);
    var random = new Well19937c(5);
    for (int i = 0; i < 2000; i++) {
      double u = random.nextDouble();
      double k = law.quantile(u);
      // Where u is a value of the distribution to rounding, either neighbour will do.
      assertTrue(reference.cumulativeProbability((int) k) >= u - 1e-11, "seed 5, u = " + u);
      assertTrue(reference.cumulativeProbability((int) k - 1) < u + 1e-11, "seed 5, u = " + u);
    }
  }

  @Test
  void growsWithTheProbability() {
    var law = new BinomialLaw(37, 0.4);
    double before = 0;
    for (int i = 1; i < 10_000; i++) {
      double k = law.quantile(i / 10_000.0);
      assertTrue(k >= before);
      before = k;
    }
  }

  @Test
  void endsAtTheEnds() {
    var law = new BinomialLaw(12, 0.5);
    assertEquals(0, law.quantile(1e-300));
    assertEquals(12, law.quantile(1 - 1e-16));
    assertEquals(0, new BinomialLaw(0, 0.5).quantile(0.5));
  }
}
