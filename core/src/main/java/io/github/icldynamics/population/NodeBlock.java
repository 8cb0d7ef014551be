package io.github.icldynamics.population;

import io.github.icldynamics.numeric.ExponentialKernel;
import io.github.icldynamics.numeric.LaplaceGrid;
import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * A run of consecutive quadrature nodes, with everything about them that does not depend on the
 * labels. Rows are contiguous over the nodes, so that every inner loop is a plain array loop.
 *
 * <p>Per group m and node: {@code t[m] = s e^{s_m}}, {@code x[m] = t_m r_m} of one member. Per
 * node: {@code weight = h φ^N}, {@code sumX = Σ X_m}, {@code sumTX = Σ t_m X_m} over all features.
 */
final class NodeBlock {
  /** Nodes in a block: long enough for vector loops, short enough to waste little at the end. */
  static final int LENGTH = 32;

  /** {@code φ^N} below {@code e^{−700}} counts as 0; the kernel saturates at {@code e^{−708}}. */
  static final double UNDERFLOW = -700;

  final double[][] t;
  final double[][] x;
  final double[] weight = new double[LENGTH];
  final double[] sumX = new double[LENGTH];
  final double[] sumTX = new double[LENGTH];

  private final LaplaceGrid grid;
  private final double tokens;
  private final double[] probability;
  private final double[] count;
  private final int[] shift;
  private final double[] rest;
  private final double[] decrement = new double[LENGTH];
  private final double[] phi = new double[LENGTH];
  private final double[] phiMinusOne = new double[LENGTH];

  /**
   * @param probability of one member of each group
   * @param count members of each group
   * @param tokens N
   */
  NodeBlock(double[] probability, double[] count, double tokens, LaplaceGrid grid) {
    int groups = probability.length;
    this.grid = grid;
    this.tokens = tokens;
    this.probability = probability;
    this.count = count;
    this.t = new double[groups][LENGTH];
    this.x = new double[groups][LENGTH];
    this.shift = new int[groups];
    this.rest = new double[groups];
  }

  /** Takes the logits of the evaluation that begins. */
  void setLogits(double[] logits) {
    for (int m = 0; m < shift.length; m++) {
      shift[m] = grid.shift(logits[m]);
      rest[m] = grid.rest(logits[m]);
    }
  }

  /**
   * Moves the block to the nodes {@code first, …, first + LENGTH − 1}.
   *
   * @return whether {@code φ^N} has underflown at the last node, and so at all later ones
   */
  boolean moveTo(int first) {
    accumulateGeneratingFunction(first);
    boolean underflow = weighNodes();
    accumulateFirstMoments();
    return underflow;
  }

  private void accumulateGeneratingFunction(int first) {
    clear(phi);
    clear(phiMinusOne);
    for (int m = 0; m < t.length; m++) {
      double[] exponential = x[m];
      grid.scaled(first, shift[m], rest[m], t[m], LENGTH);
      ExponentialKernel.negative(t[m], exponential, decrement, LENGTH);
      double p = probability[m];
      double mass = p * count[m];
      for (int i = 0; i < LENGTH; i++) {
        phi[i] += mass * exponential[i];
        phiMinusOne[i] += mass * decrement[i];
        x[m][i] = p * (t[m][i] * exponential[i]);
      }
    }
  }

  /** Near {@code s = 0}, φ is known best through φ − 1; once it is small, through itself. */
  private boolean weighNodes() {
    double logPower = 0;
    for (int i = 0; i < LENGTH; i++) {
      boolean nearOne = phiMinusOne[i] > -0.5;
      double value = nearOne ? 1 + phiMinusOne[i] : phi[i];
      logPower = tokens * (nearOne ? FastMath.log1p(phiMinusOne[i]) : FastMath.log(value));
      weight[i] = logPower < UNDERFLOW ? 0 : grid.step() * FastMath.exp(logPower);
      phi[i] = 1 / value;
    }
    return logPower < UNDERFLOW;
  }

  private void accumulateFirstMoments() {
    clear(sumX);
    clear(sumTX);
    for (int m = 0; m < t.length; m++) {
      double[] row = x[m];
      double[] scaled = t[m];
      double members = count[m];
      for (int i = 0; i < LENGTH; i++) {
        row[i] *= phi[i];
        double mass = members * row[i];
        sumX[i] += mass;
        sumTX[i] += mass * scaled[i];
      }
    }
  }

  private static void clear(double[] values) {
    Arrays.fill(values, 0);
  }
}
