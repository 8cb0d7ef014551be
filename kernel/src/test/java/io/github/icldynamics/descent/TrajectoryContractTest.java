package io.github.icldynamics.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.Vector;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is true of every way that weights take, whatever the method: nothing leaves the run. */
class TrajectoryContractTest {
  private static final double RATE = 0.25;
  private static final Vector START = Vector.of(1, -2);

  /** {@code L(w) = w₁²/2 + w₂²/8}. */
  private record Bowl() implements Objective {
    @Override
    public int size() {
      return 2;
    }

    @Override
    public double descend(double tau, double[] weights, double[] direction) {
      direction[0] = -weights[0];
      direction[1] = -weights[1] / 4;
      return weights[0] * weights[0] / 2 + weights[1] * weights[1] / 8;
    }
  }

  static List<String> methods() {
    return Methods.format(List.of()).words();
  }

  private static Trajectory run(String method, Goal goal) {
    var choice = Methods.format(List.of()).usual(method);
    return choice.at(RATE, 1e-10).follow(new Bowl(), START, goal);
  }

  /** Ten units of time: 40 iterations. */
  private static Trajectory run(String method) {
    return run(method, new Goal.Reach(10));
  }

  /** Products of such times are 0, whatever their signs. */
  @ParameterizedTest
  @MethodSource("methods")
  void aRunOfHardlyAnyTimeStaysWhereItBegan(String method) {
    var run = run(method, new Goal.Reach(1e-320));
    assertEquals(START, run.weightsAt(run.nearestTime(1e-321)));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theNearestTimeNeverLeavesTheRun(String method) {
    var run = run(method);
    for (double tau :
        new double[] {-1, 0, Double.MIN_VALUE, 1e-300, 0.1, 0.125, 3.3, 10, 10.2, 1e9, 1e300}) {
      double nearest = run.nearestTime(tau);
      assertTrue(nearest >= 0 && nearest <= run.end(), method + " at " + tau + ": " + nearest);
      assertTrue(run.reaches(nearest), method + " at " + nearest);
      assertEquals(nearest, run.nearestTime(nearest), method);
      assertEquals(2, run.weightsAt(nearest).size());
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void timesBeyondTheRunAreRefused(String method) {
    var run = run(method);
    assertThrows(IllegalArgumentException.class, () -> run.weightsAt(-1));
    assertThrows(IllegalArgumentException.class, () -> run.weightsAt(11));
    assertThrows(IllegalArgumentException.class, () -> run.weightsAt(Double.NaN));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void knotsAscendFromTheStartToTheEnd(String method) {
    var run = run(method);
    double[] knots = run.knots().toArray();
    assertEquals(0, knots[0]);
    assertEquals(run.end(), knots[knots.length - 1]);
    for (int i = 1; i < knots.length; i++) {
      assertTrue(knots[i] > knots[i - 1], method);
    }
    assertEquals(START, run.weightsAt(0));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theRunEndsAtItsHorizonOrAtItsGoal(String method) {
    assertEquals(Ending.BUDGET_EXHAUSTED, run(method).outcome().ending());
    assertEquals(10, run(method).end());
    var start = run(method, new Goal.Reach(0));
    assertEquals(0, start.end());
    assertEquals(START, start.weightsAt(0));
    var done = run(method, new Goal.Converge(2, 10));
    assertEquals(Ending.CONVERGED, done.outcome().ending());
    assertEquals(0, done.end());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aLongerRunGoesOnWhereTheShorterEnded(String method) {
    var run = run(method);
    var longer = run.extendedTo(20);
    assertEquals(20, longer.end(), RATE);
    for (double tau : new double[] {0, 2.5, 5, 10}) {
      assertEquals(run.weightsAt(tau), longer.weightsAt(tau), method + " at " + tau);
    }
    assertEquals(run, run.extendedTo(5), "long enough already");
  }

  @ParameterizedTest
  @MethodSource("methods")
  void theFirstTimeIsTheFirst(String method) {
    var run = run(method);
    // Both weights come towards 0 from their start, whatever the method.
    var first = run.firstTime(weights -> 0.5 - weights.get(0), 0).orElseThrow();
    assertTrue(run.weightsAt(first).get(0) <= 0.5 + 1e-9, method);
    double before = run.nearestTime(Math.max(0, first - RATE));
    assertTrue(run.weightsAt(before).get(0) > 0.5 || before == first, method);
    assertTrue(run.firstTime(weights -> -1, 0).isEmpty(), method);
    assertEquals(0, run.firstTime(weights -> 1, 0).orElseThrow(), method);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void equalRunsHaveEqualBits(String method) {
    var run = run(method);
    var again = run(method);
    for (double tau : run.knots().toArray()) {
      assertEquals(run.weightsAt(tau), again.weightsAt(tau), method + " at " + tau);
    }
  }
}
