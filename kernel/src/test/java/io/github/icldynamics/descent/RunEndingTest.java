package io.github.icldynamics.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.Vector;
import java.util.stream.LongStream;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that cannot reach their goal find that out; runs that begin at it are there. */
class RunEndingTest {
  private static final double TARGET = 1e-14;
  private static final long LAST = 100_000;

  /** {@code L(w) = c w²/2}; a goal looks at the squared distance from the start's. */
  private record Slope(double curvature, double start) implements Objective {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public double descend(double tau, double[] weights, double[] direction) {
      direction[0] = -curvature * weights[0];
      return weights[0] * weights[0] / (start * start);
    }
  }

  /** How {@code w ← w − ηcw} from 1 ends, whose squared distance falls by {@code (1 − ηc)²}. */
  private static Outcome approach(double rate) {
    var goal = new Goal.Approach(TARGET, LAST * rate);
    return new GradientDescent(rate).follow(new Slope(1, 1), Vector.of(1), goal).outcome();
  }

  @ParameterizedTest
  @CsvSource({"1.9", "0.5", "0.01", "0.0005", "0.0002"})
  void whatComesDownInTimeConverges(double rate) {
    var outcome = approach(rate);
    assertEquals(Ending.CONVERGED, outcome.ending());
    double needed =
        FastMath.ceil(FastMath.log(TARGET) / (2 * FastMath.log(FastMath.abs(1 - rate))));
    assertEquals(needed, outcome.tau() / rate, 1.0, "iterations of a geometric series");
  }

  @ParameterizedTest
  @CsvSource({
    "1e-30, 128", // does not move at all
    "1e-6, 128", // would need 1.6e7 iterations
    "2, 128", // goes to and fro for ever
    "0.00005, 8192" // would need 3.2e5, more than twice as many as it has
  })
  void whatDoesNotIsGivenUp(double rate, double iterations) {
    var outcome = approach(rate);
    assertTrue(outcome.ending() == Ending.OUT_OF_REACH || outcome.ending() == Ending.TOO_SLOW);
    assertTrue(outcome.ending().isStuck());
    assertTrue(outcome.tau() / rate <= iterations * (1 + 1e-12), outcome.toString());
  }

  @Test
  void aPaceIsNotJudgedBeforeItIsKnown() {
    var pace = new Pace();
    assertFalse(LongStream.range(0, 128).anyMatch(i -> pace.misses(TARGET, LAST, i, 1)));
    assertTrue(pace.misses(TARGET, LAST, 128, 1));
  }

  @Test
  void restAtAMinimumIsTheGoalWhereThereIsNoOther() {
    var method = GradientFlow.accurate();
    var start = Vector.of(0);
    var goal = new Goal.Settle(100);
    assertEquals(
        new Outcome(Ending.STATIONARY, 0), method.follow(new Slope(1, 1), start, goal).outcome());
    assertEquals(
        new Outcome(Ending.NO_DESCENT, 0), method.follow(new Slope(-1, 1), start, goal).outcome());
    var steps = new GradientDescent(0.5);
    assertEquals(Ending.STATIONARY, steps.follow(new Slope(1, 1), start, goal).outcome().ending());
    assertEquals(Ending.NO_DESCENT, steps.follow(new Slope(-1, 1), start, goal).outcome().ending());
  }
}
