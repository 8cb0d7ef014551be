package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.ExponentialKernel;
import io.github.icldynamics.numeric.LaplaceGrid;
import org.hipparchus.util.FastMath;

/**
 * The Laplace integral over a multinomial law, {@code ∫ φ^N (…) ds/s}, by the trapezoidal rule in
 * {@code ln s}: block of nodes by block, from where the integrand rises above rounding to where
 * {@code φ^N} underflows. The cost depends neither on N nor on the number of members of a group.
 */
final class LaplaceIntegral {
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
      int next = first + block.length;
      block.shorten();
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
    return grid.indexBelow(FastMath.log(grid.leftCut() / mean) - largest);
  }
}
