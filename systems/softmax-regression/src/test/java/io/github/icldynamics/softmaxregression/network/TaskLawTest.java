package io.github.icldynamics.softmaxregression.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.statistics.Estimate;
import org.hipparchus.random.Well19937c;
import org.junit.jupiter.api.Test;

class TaskLawTest {
  private static final int DRAWS = 40_000;
  private static final long SEED = 5;

  /** Within 4 standard errors of a moment of the law. */
  private static void assertMoment(TaskLaw law, int power, double expected) {
    var random = new Well19937c(SEED);
    var sum = new Estimate.Accumulator();
    for (int i = 0; i < DRAWS; i++) {
      sum.add(Math.pow(law.component(random), power));
    }
    var estimate = sum.estimate(1);
    assertTrue(
        estimate.deviation(expected) < 4,
        law + ": moment " + power + " is " + estimate + ", not " + expected + ", seed " + SEED);
  }

  @Test
  void momentsAreThoseOfTheLaws() {
    assertMoment(new TaskLaw.Normal(0), 1, 0);
    assertMoment(new TaskLaw.Normal(0), 2, 1);
    assertMoment(new TaskLaw.Normal(5), 1, 5);
    assertMoment(new TaskLaw.Normal(5), 2, 26);
    assertMoment(new TaskLaw.Signs(), 1, 0);
    assertMoment(new TaskLaw.Signs(), 2, 1);
    assertMoment(new TaskLaw.Sparse(0.2), 2, 0.2);
    assertMoment(new TaskLaw.Sparse(0.2), 4, 0.6);
    // n/(n − 2) for n degrees of freedom.
    assertMoment(new TaskLaw.StudentT(6), 2, 1.5);
  }

  /** Half of a Cauchy law lies within ±1. */
  @Test
  void oneDegreeOfFreedomIsCauchy() {
    var random = new Well19937c(SEED);
    int inside = 0;
    for (int i = 0; i < DRAWS; i++) {
      inside += Math.abs(new TaskLaw.StudentT(1).component(random)) < 1 ? 1 : 0;
    }
    assertEquals(0.5, (double) inside / DRAWS, 4 * 0.5 / Math.sqrt(DRAWS), "seed " + SEED);
  }

  @Test
  void badInputIsRefused() {
    assertThrows(InvalidInputException.class, () -> new TaskLaw.StudentT(0));
    assertThrows(InvalidInputException.class, () -> new TaskLaw.Sparse(0));
    assertThrows(InvalidInputException.class, () -> new TaskLaw.Sparse(1.1));
  }
}
