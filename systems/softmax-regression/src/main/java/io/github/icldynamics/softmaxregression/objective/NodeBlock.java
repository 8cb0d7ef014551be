package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.ExponentialKernel;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.LogarithmKernel;
import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * A run of consecutive quadrature nodes, with everything about them that does not depend on the
 * labels. Rows are contiguous over the nodes, so that every inner loop is a plain array loop, which
 * a compiler can vectorise; the order of every sum is fixed.
 *
 * <p>Per group m and node: {@code t[m] = s e^{s_m}}, {@code x[m] = p_m t_m e^{−t_m}}, which is
 * {@code X_m φ}. Per node: {@code weight = h φ^N}, {@code inversePhi = 1/φ}.
 */
final class NodeBlock {
  /** {@code φ^N} below {@code e^{−700}} counts as 0; the kernel saturates at {@code e^{−708}}. */
  static final double UNDERFLOW = -700;

  /** Sums are taken in so many parts, which a compiler can keep in one register. */
  private static final int LANES = 8;

  /** The number of nodes of a block after the first, a multiple of 8. */
  private static final int SHORT = 32;

  /** Nodes by which short prompts, or logits a few units apart, take longer to underflow. */
  private static final int SLACK = 12;

  /** The most nodes of a block. */
  final int capacity;

  /** The number of nodes where the block stands, a multiple of 8. */
  int length;

  final double[][] t;
  final double[][] x;
  final double[] weight;
  final double[] inversePhi;

  /** Scratch memory, one entry a node: what {@link #sum} adds up. */
  final double[] summands;

  /** N, {@code N(N−1)} and {@code N(N−1)(N−2)}. */
  final double singles;

  final double pairs;
  final double triples;

  private final LaplaceGrid grid;
  private final double[] probability;
  private final double[] count;
  private final int[] shift;
  private final double[] rest;
  private final double[] decrement;
  private final double[] phi;
  private final double[] phiMinusOne;
  private final double[] logPower;

  /**
   * @param probability of one member of each group
   * @param count members of each group
   * @param tokens N
   */
  NodeBlock(double[] probability, double[] count, double tokens, LaplaceGrid grid) {
    int groups = probability.length;
    this.capacity = Math.max(SHORT, usualNumberOfNodes(grid));
    this.grid = grid;
    this.singles = tokens;
    this.pairs = tokens * (tokens - 1);
    this.triples = tokens * (tokens - 1) * (tokens - 2);
    this.probability = probability;
    this.count = count;
    this.t = rows(groups);
    this.x = rows(groups);
    this.weight = new double[capacity];
    this.summands = new double[capacity];
    this.inversePhi = new double[capacity];
    this.shift = new int[groups];
    this.rest = new double[groups];
    this.decrement = new double[capacity];
    this.phi = new double[capacity];
    this.phiMinusOne = new double[capacity];
    this.logPower = new double[capacity];
  }

  /**
   * All nodes of an evaluation whose logits are not far apart, so that the loops are long: from the
   * left cut to where {@code φ^N} underflows, {@code N (1 − φ) = 700}.
   */
  private static int usualNumberOfNodes(LaplaceGrid grid) {
    double span = FastMath.log(-UNDERFLOW / grid.leftCut());
    return LANES * (int) Math.ceil((span / grid.step() + SLACK) / LANES);
  }

  /** Scratch memory: one row a group, one entry a node. */
  double[][] rows(int groups) {
    return new double[groups][capacity];
  }

  /** Takes the logits of the evaluation that begins; the block to come is a long one. */
  void setLogits(double[] logits) {
    length = capacity;
    for (int m = 0; m < shift.length; m++) {
      shift[m] = grid.shift(logits[m]);
      rest[m] = grid.rest(logits[m]);
    }
  }

  /** The blocks to come are short ones: the integrand is about to end. */
  void shorten() {
    length = SHORT;
  }

  /**
   * Moves the block to the nodes {@code first, …, first + length − 1}.
   *
   * @return whether {@code φ^N} has underflown at the last node, and so at all later ones
   */
  boolean moveTo(int first) {
    Arrays.fill(phi, 0);
    Arrays.fill(phiMinusOne, 0);
    for (int m = 0; m < t.length; m++) {
      grid.scaled(first, shift[m], rest[m], t[m], length);
      addGroup(t[m], x[m], probability[m], probability[m] * count[m]);
    }
    return weighNodes();
  }

  private void addGroup(double[] scaled, double[] moment, double p, double mass) {
    ExponentialKernel.negativeAscending(scaled, moment, decrement, length);
    for (int i = 0; i < length; i++) {
      phi[i] += mass * moment[i];
      phiMinusOne[i] += mass * decrement[i];
      moment[i] = p * (scaled[i] * moment[i]);
    }
  }

  /** Near {@code s = 0}, φ is known best through φ − 1; once it is small, through itself. */
  private boolean weighNodes() {
    for (int i = 0; i < length; i++) {
      // Probabilities may sum to a little more than 1.
      phiMinusOne[i] = Math.min(phiMinusOne[i], 0);
      phi[i] = Math.min(phi[i], 1);
      inversePhi[i] = 1 / phi[i];
    }
    LogarithmKernel.ofAtMostOne(phi, phiMinusOne, logPower, length);
    for (int i = 0; i < length; i++) {
      logPower[i] = Math.min(-singles * logPower[i], ExponentialKernel.LARGEST_ARGUMENT);
    }
    ExponentialKernel.negativeAscending(logPower, weight, decrement, length);
    for (int i = 0; i < length; i++) {
      weight[i] *= grid.step();
    }
    boolean underflow = logPower[length - 1] > -UNDERFLOW;
    for (int i = length - 1; i >= 0 && logPower[i] > -UNDERFLOW; i--) {
      weight[i] = 0;
    }
    return underflow;
  }

  /** Fills {@code sum[i]} with the sum over all features of {@code X_m}. */
  void sumMoments(double[] sum) {
    Arrays.fill(sum, 0);
    for (int m = 0; m < x.length; m++) {
      double[] row = x[m];
      double members = count[m];
      for (int i = 0; i < length; i++) {
        sum[i] += members * row[i];
      }
    }
    divideByPhi(sum);
  }

  /** Fills {@code sum[i]} with the sum over all features of {@code t_m X_m}. */
  void sumScaledMoments(double[] sum) {
    Arrays.fill(sum, 0);
    for (int m = 0; m < x.length; m++) {
      double[] row = x[m];
      double[] scaled = t[m];
      double members = count[m];
      for (int i = 0; i < length; i++) {
        sum[i] += members * (row[i] * scaled[i]);
      }
    }
    divideByPhi(sum);
  }

  /** Divides every {@code x[m]} by φ, which makes it {@code X_m}. */
  void normalise() {
    for (double[] row : x) {
      divideByPhi(row);
    }
  }

  private void divideByPhi(double[] row) {
    for (int i = 0; i < length; i++) {
      row[i] *= inversePhi[i];
    }
  }

  /** The total of the summands: eight sums side by side, then those in order. */
  double sum() {
    double[] row = summands;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int i = 0; i < length; i += LANES) {
      s0 += row[i];
      s1 += row[i + 1];
      s2 += row[i + 2];
      s3 += row[i + 3];
      s4 += row[i + 4];
      s5 += row[i + 5];
      s6 += row[i + 6];
      s7 += row[i + 7];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }
}
