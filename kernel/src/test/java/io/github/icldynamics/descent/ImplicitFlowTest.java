package io.github.icldynamics.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.Vector;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Radau's method against what is known of it, and stiff flows whose course is known. */
class ImplicitFlowTest {
  private static final int STAGES = RadauMethod.STAGES;
  private static final double[] NODES = RadauMethod.NODES;
  private static final double[][] MATRIX = RadauMethod.MATRIX;

  /** Stages solved to this tolerance are exact but for rounding. */
  private static final double EXACT = 1e-13;

  /** One weight that moves as {@code dw/dτ = f(τ, w)}. */
  private record Equation(DoubleBinaryOperator slope) implements Objective {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public double descend(double tau, double[] weights, double[] direction) {
      direction[0] = slope.applyAsDouble(tau, weights[0]);
      return weights[0];
    }
  }

  /**
   * {@code L = ½ Σ λ_i w_i²} in axes turned by a rotation, so that no entry of the Jacobian tells
   * the rates; the loss is the slow part alone.
   */
  private record Valley(double fast, double slow) implements Objective {
    private static final double COSINE = 0.6;
    private static final double SINE = 0.8;

    @Override
    public int size() {
      return 2;
    }

    @Override
    public double descend(double tau, double[] weights, double[] direction) {
      double quick = fast * (COSINE * weights[0] + SINE * weights[1]);
      double along = COSINE * weights[1] - SINE * weights[0];
      direction[0] = -COSINE * quick + SINE * slow * along;
      direction[1] = -SINE * quick - COSINE * slow * along;
      return along;
    }

    static double along(Vector weights) {
      return COSINE * weights.get(1) - SINE * weights.get(0);
    }
  }

  /** The weight after one step of a length, its stages solved to rounding. */
  private static double oneStep(DoubleBinaryOperator slope, double start, double length) {
    var flow = new ImplicitFlow(new Equation(slope), EXACT, 0, new double[] {start}, length);
    return start + flow.increments().orElseThrow()[STAGES - 1][0];
  }

  /** {@code Σ_j a_ij c_j^{q−1} = c_i^q/q} for q ≤ 7; rounding only. */
  @Test
  void stagesIntegratePolynomialsOfTheirNumber() {
    for (int q = 1; q <= STAGES; q++) {
      for (int i = 0; i < STAGES; i++) {
        double sum = 0;
        for (int j = 0; j < STAGES; j++) {
          sum += MATRIX[i][j] * FastMath.pow(NODES[j], q - 1);
        }
        assertEquals(FastMath.pow(NODES[i], q) / q, sum, 4e-16);
      }
    }
  }

  /** {@code Σ_j b_j c_j^{q−1} = 1/q} for q ≤ 13 and no longer: order 13. */
  @Test
  void theLastStageIsAQuadratureOfOrderThirteen() {
    for (int q = 1; q <= 2 * STAGES; q++) {
      double sum = 0;
      for (int j = 0; j < STAGES; j++) {
        sum += MATRIX[STAGES - 1][j] * FastMath.pow(NODES[j], q - 1);
      }
      // c^13 over [0, 1] is missed by 1/(14 C(13,6)² ) = 2.4e-8, far above rounding.
      double missed = FastMath.abs(sum - 1.0 / q);
      assertTrue(q < 2 * STAGES ? missed < 1e-15 : missed > 1e-8, q + ": " + missed);
    }
  }

  /** {@code w′ = z w} gives the Padé approximant of degrees 6 and 7 of {@code e^z}. */
  @ParameterizedTest
  @ValueSource(doubles = {-0.1, -1, -4, -20, -1e3, -1e6, -1e12})
  void aLinearEquationGivesThePadeApproximant(double z) {
    double above = 1;
    double below = 1;
    double term = 1;
    double reflected = 1;
    for (int j = 1; j <= STAGES; j++) {
      term *= z * (STAGES - j) / ((2.0 * STAGES - j) * j);
      reflected *= -z * (STAGES + 1 - j) / ((2.0 * STAGES - j) * j);
      above += term;
      below += reflected;
    }
    double expected = above / below;
    double actual = oneStep((tau, w) -> z * w, 1, 1);
    // Alternating terms of the approximant cancel, as do the stages: to 1e-13 of the start.
    assertEquals(expected, actual, 1e-13);
    assertTrue(FastMath.abs(actual) <= 1, "damped, however fast the decay");
  }

  /**
   * {@code w′ = 0.02 cos(8τ) (w + w²)}, whose {@code w/(1 + w)} is {@code ½ e^{sin(8τ)/400}}: a
   * step and one of half its length err by {@code h¹⁴}, nearly.
   */
  @Test
  void stepsOfANonlinearEquationAreOfOrderThirteen() {
    double order = FastMath.log(errorOfWave(0.8) / errorOfWave(0.4)) / FastMath.log(2) - 1;
    assertTrue(order > 12 && order < 15, "order " + order);
  }

  private static double errorOfWave(double length) {
    double share = 0.5 * FastMath.exp(FastMath.sin(8 * length) / 400);
    double exact = share / (1 - share);
    double step = oneStep((tau, w) -> 0.02 * FastMath.cos(8 * tau) * (w + w * w), 1, length);
    return FastMath.abs(step - exact);
  }

  /** The polynomial that is read between is of degree 7: it follows τ⁷ exactly. */
  @Test
  void betweenStagesThePolynomialIsExactToItsDegree() {
    var equation = new Equation((tau, w) -> 7 * FastMath.pow(tau, 6));
    var flow = new ImplicitFlow(equation, 1e-9, 1, new double[] {1}, 1);
    var step = flow.step(2).orElseThrow();
    for (double share : new double[] {0.01, 0.3, 0.5, 0.99}) {
      double tau = step.tauAt(share);
      assertEquals(FastMath.pow(tau, 7), step.weightsAt(share).get(0), 1e-12);
      assertEquals(share, step.variableAt(tau), 1e-14);
    }
  }

  /** Prothero and Robinson: what hurries after a course of its own, {@code cos τ}. */
  @ParameterizedTest
  @ValueSource(doubles = {1e3, 1e6, 1e9})
  void aFastWeightFollowsWhatLeadsIt(double rate) {
    var objective = new Equation((tau, w) -> -rate * (w - FastMath.cos(tau)) - FastMath.sin(tau));
    var run = GradientFlow.accurate().follow(objective, Vector.of(1.5), new Goal.Reach(30));
    assertEquals(new Outcome(Ending.BUDGET_EXHAUSTED, 30), run.outcome());
    for (double tau : new double[] {3, 7.7, 19, 30}) {
      assertEquals(FastMath.cos(tau), run.weightsAt(tau).get(0), 1e-9, "τ = " + tau);
    }
  }

  /** Where nothing decays faster than what moves, steps stay explicit, and their bits the same. */
  @Test
  void onlyStiffFlowsAreFollowedImplicitly() {
    assertTrue(steps(new Valley(1, 0.5), 5).noneMatch(ImplicitStep.class::isInstance));
    assertTrue(steps(new Valley(1e6, 1e-3), 1e4).anyMatch(ImplicitStep.class::isInstance));
  }

  private static Stream<FlowStep> steps(Objective objective, double horizon) {
    var run = GradientFlow.accurate().follow(objective, Vector.of(1, 2), new Goal.Reach(horizon));
    return ((FlowTrajectory) run).steps().stream();
  }

  /** The slow part is {@code e^{−κτ}} of its start; it is told when it has come down to a level. */
  @ParameterizedTest
  @CsvSource({"1, 1e-6", "1, 1e-9", "1e4, 1e-4", "1e3, 1e-12"})
  void aStiffFlowMeetsItsGoalOnTime(double fast, double slow) {
    var objective = new Valley(fast, slow);
    var start = Vector.of(1, 2);
    double expected = FastMath.log(Valley.along(start) / 0.01) / slow;
    long[] evaluations = {0};
    Watch counter = (tau, loss) -> evaluations[0]++;
    var goal = new Goal.Converge(0.01, 1e3 * expected);
    var run = GradientFlow.accurate().follow(counter.over(objective), start, goal);
    assertEquals(Ending.CONVERGED, run.outcome().ending());
    // Steps err by 1e-11 each, some hundreds of them, against a slope of 1 in ln of the loss.
    assertEquals(1, run.end() / expected, 1e-9);
    assertEquals(0.01, Valley.along(run.weightsAt(run.end())), 1e-12);
    assertTrue(evaluations[0] < 20_000, evaluations[0] + " evaluations");
    double half = run.firstTime(w -> 0.1 - Valley.along(w), 0).orElseThrow();
    assertEquals(FastMath.log(Valley.along(start) / 0.1) / slow, half, 1e-9 * half);
  }

  @Test
  void aLongerStiffRunGoesOnImplicitly() {
    var objective = new Valley(1e3, 1e-6);
    var run = GradientFlow.accurate().follow(objective, Vector.of(1, 2), new Goal.Reach(1e5));
    var longer = (FlowTrajectory) run.extendedTo(1e6);
    int before = ((FlowTrajectory) run).steps().size();
    assertEquals(1e6, longer.end());
    IntStream.range(before, longer.steps().size())
        .forEach(i -> assertInstanceOf(ImplicitStep.class, longer.steps().get(i)));
    double expected = Valley.along(Vector.of(1, 2)) * FastMath.exp(-1);
    assertEquals(expected, Valley.along(longer.weightsAt(1e6)), 1e-10);
  }

  /** More weights that all see each other than a Jacobian is affordable for. */
  static Objective ofTooManyWeights() {
    return new Objective() {
      @Override
      public int size() {
        return Linearisation.MOST_WEIGHTS + 1;
      }

      @Override
      public double descend(double tau, double[] weights, double[] direction) {
        for (int i = 0; i < direction.length; i++) {
          direction[i] = i == 0 ? 1e-6 : -weights[i];
        }
        return 1;
      }
    };
  }

  /** So many weights that their Jacobian is not affordable: the run says that it is stiff. */
  @Test
  void whatIsTooLargeToBeFollowedSaysSo() {
    var objective = ofTooManyWeights();
    var start = Vector.of(IntStream.range(0, objective.size()).mapToDouble(i -> 1).toArray());
    var run = GradientFlow.accurate().follow(objective, start, new Goal.Reach(1e12));
    assertEquals(Ending.STIFF, run.outcome().ending());
  }
}
