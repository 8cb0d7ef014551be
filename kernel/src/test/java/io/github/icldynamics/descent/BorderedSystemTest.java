package io.github.icldynamics.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.numeric.Vector;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems of bordered matrices, put in again; and flows of blocks that share a few weights. */
class BorderedSystemTest {
  private static BorderedMatrix random(int border, int seed, int... lengths) {
    var random = new Random(seed);
    var matrix = new BorderedMatrix(lengths, border);
    for (var block : matrix.blocks()) {
      fill(random, block);
    }
    fill(random, matrix.right());
    fill(random, matrix.below());
    fill(random, matrix.corner());
    return matrix;
  }

  private static void fill(Random random, double[]... rows) {
    for (var row : rows) {
      for (int j = 0; j < row.length; j++) {
        row[j] = random.nextGaussian();
      }
    }
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        Arguments.of(0, new int[] {1}),
        Arguments.of(0, new int[] {5}),
        Arguments.of(0, new int[] {3, 2, 1}),
        Arguments.of(1, new int[] {4}),
        Arguments.of(1, new int[] {3, 1, 2}),
        Arguments.of(2, new int[] {3, 3}),
        Arguments.of(3, new int[] {1, 1}));
  }

  /** {@code (αI − J) x + β y = r, (αI − J) y − β x = s}: rounding only, for α beyond the matrix. */
  @ParameterizedTest
  @MethodSource("shapes")
  void solutionsSolveTheSystem(int border, int[] lengths) {
    var matrix = random(border, 7, lengths);
    int size = matrix.size();
    for (double beta : new double[] {0, 3}) {
      int copies = beta == 0 ? 1 : 2;
      double[] right = new double[copies * size];
      fill(new Random(8), right);
      double[] solution = new BorderedSystem(matrix, 9, beta).solve(right.clone());
      for (int copy = 0; copy < copies; copy++) {
        double[] own =
            IntStream.range(copy * size, (copy + 1) * size).mapToDouble(i -> solution[i]).toArray();
        double[] image = matrix.times(own);
        for (int m = 0; m < size; m++) {
          double other = copies == 1 ? 0 : solution[(1 - copy) * size + m];
          double left = 9 * own[m] - image[m] + (copy == 0 ? beta : -beta) * other;
          assertEquals(right[copy * size + m], left, 1e-13, "beta " + beta);
        }
      }
    }
  }

  /**
   * Blocks {@code w_m} that follow a weight s which follows them: {@code L = ½ Σ λ_m (w_m − s)² + ½
   * κ s²}, with members, so that {@code M dw/dτ} is the gradient.
   */
  private record Followers(int number, double fast, double slow) implements Objective {
    @Override
    public int size() {
      return 2 * number + 1;
    }

    @Override
    public int[] blocks() {
      return IntStream.generate(() -> 2).limit(number).toArray();
    }

    @Override
    public double multiplicity(int entry) {
      return entry == 2 * number ? 1 : 1 + entry % 2;
    }

    @Override
    public double descend(double tau, double[] weights, double[] direction) {
      double shared = weights[2 * number];
      direction[2 * number] = -slow * shared;
      for (int m = 0; m < 2 * number; m++) {
        double pull = fast * (1 + m % 3) * (weights[m] - shared);
        direction[m] = -pull / multiplicity(m);
        direction[2 * number] += pull;
      }
      return shared;
    }
  }

  /** All of the Jacobian, entry by entry, against one difference a weight. */
  @Test
  void theJacobianIsThatOfSingleDifferences() {
    var objective = new Followers(3, 2, 0.1);
    double[] weights = {0.3, -0.1, 0.5, 2, -4, 0.2, 0.7};
    var jacobian = Linearisation.jacobian(objective, 0, weights);
    for (int n = 0; n < weights.length; n++) {
      double[] unit = new double[weights.length];
      unit[n] = 1;
      double[] above = new double[weights.length];
      double[] below = new double[weights.length];
      double[] moved = weights.clone();
      moved[n] += 1e-3;
      objective.descend(0, moved, above);
      moved[n] -= 2e-3;
      objective.descend(0, moved, below);
      double[] slope =
          IntStream.range(0, above.length).mapToDouble(m -> (above[m] - below[m]) / 2e-3).toArray();
      // Exact but for rounding, for the direction is linear: 1e-16 over the shift of 1e-5.
      assertArrayEquals(slope, jacobian.times(unit), 1e-9);
    }
  }

  /** What decays fastest, of 4,001 weights, against that of a few of the same kind. */
  @Test
  void theFastestDecayOfManyIsEstimated() {
    var large = new Followers(2000, 1, 1e-3);
    double[] weights = new double[large.size()];
    double estimated = Stability.fastestDecay(large, 0, weights);
    // The shared weight is pulled by all: −Σ λ_m, and a little more.
    double pulls = IntStream.range(0, 4000).mapToDouble(m -> 1 + m % 3).sum();
    assertEquals(1, -estimated / pulls, 0.01);
  }

  /**
   * A stiff flow of more weights than a whole Jacobian is affordable for: at last all follow the
   * shared weight, which decays at {@code κ/(1 + Σ M)}.
   */
  @ParameterizedTest
  @ValueSource(ints = {20, 300})
  void aStiffFlowOfBlocksIsFollowedToItsEnd(int number) {
    double slow = 1e-5;
    var objective = new Followers(number, 1, slow);
    double[] start = new double[objective.size()];
    start[2 * number] = 1;
    double rate = slow / (1 + 3.0 * number);
    double horizon = 3 / rate;
    var run = GradientFlow.accurate().follow(objective, Vector.of(start), new Goal.Reach(horizon));
    assertEquals(new Outcome(Ending.BUDGET_EXHAUSTED, horizon), run.outcome());
    double middle = run.weightsAt(horizon / 3).get(2 * number);
    double last = run.weightsAt(horizon).get(2 * number);
    // The rate is corrected by a share of slow; two thirds of the horizon are two times 1/rate.
    assertEquals(FastMath.exp(-2), last / middle, 1e-5);
  }

  @Test
  void blocksAreAffordableWhereAllTogetherWouldNotBe() {
    assertTrue(Linearisation.isAffordable(new Followers(2000, 1, 1)));
    assertFalse(Linearisation.isAffordable(ImplicitFlowTest.ofTooManyWeights()));
  }
}
