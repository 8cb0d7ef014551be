package io.github.icldynamics.population;

import io.github.icldynamics.numeric.ExponentialKernel;
import io.github.icldynamics.numeric.LaplaceGrid;
import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * The Laplace integral over a multinomial law, {@code ∫ φ^N (…) ds/s}, by the trapezoidal rule in
 * {@code ln s}: block of nodes by block, from where the integrand rises above rounding to where
 * {@code φ^N} underflows. The cost depends neither on N nor on the number of members of a group.
 */
final class LaplaceIntegral {
  /**
   * Where to begin: {@code ∫₀^{s₀}} of a moment of order r ≥ 2 is at most {@code (s₀ Z̄)^r / r} of
   * the whole, with Z̄ the mean of Z under the moment's own measure. So this loses less than 10⁻¹⁷.
   */
  private static final double LEFT_CUT = 4e-9;

  /** Tilting by up to three tokens raises the mean of Z by at most three of the largest weights. */
  private static final double TILT = 3;

  private final double[] probability;
  private final double[] count;
  private final double tokens;
  private final LaplaceGrid grid;
  private final NodeBlock block;

  /**
   * @param probability of one member of each group
   * @param count members of each group
   * @param tokens N
   */
  LaplaceIntegral(double[] probability, double[] count, double tokens, LaplaceGrid grid) {
    this.probability = probability;
    this.count = count;
    this.tokens = tokens;
    this.grid = grid;
    this.block = new NodeBlock(probability, count, tokens, grid);
  }

  /** The block that {@link #forEachBlock} moves along. */
  NodeBlock block() {
    return block;
  }

  /**
   * Moves the block over all nodes that count at these logits, and calls {@code add} at each stop.
   */
  void forEachBlock(double[] logits, Runnable add) {
    block.setLogits(logits);
    int first = firstNode(logits, Double.POSITIVE_INFINITY);
    while (true) {
      boolean underflow = block.moveTo(first);
      add.run();
      if (underflow) {
        return;
      }
      int next = first + NodeBlock.LENGTH;
      first = Math.max(next, nextScale(logits, next));
    }
  }

  /**
   * Where the integrand rises again once the heavier features are exhausted ({@code e^{−t} = 0}):
   * with far separated logits most nodes lie in the flat stretches between, and count for nothing.
   */
  private int nextScale(double[] logits, int node) {
    double exhausted = FastMath.log(ExponentialKernel.LARGEST_ARGUMENT) - node * grid.step();
    return firstNode(logits, exhausted);
  }

  /** The first node that counts for the features with logits below {@code bound}. */
  private int firstNode(double[] logits, double bound) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double logit : logits) {
      largest = logit < bound ? Math.max(largest, logit) : largest;
    }
    if (largest == Double.NEGATIVE_INFINITY) {
      return Integer.MIN_VALUE;
    }
    double mass = 0;
    double weight = 0;
    for (int m = 0; m < logits.length; m++) {
      if (logits[m] < bound) {
        double p = count[m] * probability[m];
        mass += p;
        weight += p * FastMath.exp(logits[m] - largest);
      }
    }
    double mean = tokens * weight / mass + TILT;
    return grid.indexBelow(FastMath.log(LEFT_CUT / mean) - largest);
  }

  /** One row a group, one entry a node of the block: sums that are kept apart until the end. */
  static double[][] rows(int groups) {
    return new double[groups][NodeBlock.LENGTH];
  }

  /** Sets all sums to zero. */
  static void clear(double[][] rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** The total of a row, in the order of the nodes. */
  static double sum(double[] row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    return sum;
  }
}
