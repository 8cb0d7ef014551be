package io.github.icldynamics.population;

import io.github.icldynamics.numeric.ExponentialKernel;
import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.QueryColumn;
import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * Finite prompts: the Laplace integral by the trapezoidal rule in {@code ln s}, block of nodes by
 * block, from where the integrand rises above rounding to where {@code φ^N} underflows. The cost
 * depends neither on N nor on the number of members of a group.
 */
final class LaplaceEvaluator implements PopulationEvaluator {
  /**
   * Where to begin: {@code ∫₀^{s₀}} of a moment of order r ≥ 2 is at most {@code (s₀ Z̄)^r / r} of
   * the whole, with Z̄ the mean of Z under the moment's own measure. So this loses less than 10⁻¹⁷.
   */
  private static final double LEFT_CUT = 4e-9;

  /** Tilting by up to three tokens raises the mean of Z by at most three of the largest weights. */
  private static final double TILT = 3;

  private final QueryColumn column;
  private final double tokens;
  private final LaplaceGrid grid;
  private final NodeBlock block;
  private final LabelTerms labels;
  private final double[][] sums;
  private final double[] lossSums = new double[NodeBlock.LENGTH];

  LaplaceEvaluator(QueryColumn column, double tokens, LaplaceGrid grid) {
    this.column = column;
    this.tokens = tokens;
    this.grid = grid;
    this.block = new NodeBlock(column, tokens, grid);
    this.labels =
        switch (column.labels().covariance()) {
          case LabelModel.IdentityCovariance() -> new IdentityLabelTerms(column, tokens);
          case LabelModel.MatrixCovariance(var matrix) ->
              new MatrixLabelTerms(column, tokens, matrix);
        };
    this.sums = new double[column.size()][NodeBlock.LENGTH];
  }

  @Override
  public QueryColumn column() {
    return column;
  }

  @Override
  public double descend(double[] logits, double[] descent) {
    clearSums();
    forEachBlock(logits, this::addLossAndDescent);
    for (int m = 0; m < descent.length; m++) {
      descent[m] = column.queryProbability() * sum(sums[m]);
    }
    return sum(lossSums);
  }

  private void addLossAndDescent() {
    labels.accumulate(block, lossSums, sums);
  }

  @Override
  public Vector meanAttention(Vector logits) {
    clearSums();
    forEachBlock(logits.toArray(), this::addAttention);
    double[] attention = new double[logits.size()];
    for (int m = 0; m < attention.length; m++) {
      attention[m] = sum(sums[m]);
    }
    return Vector.of(attention);
  }

  /** {@code E Attn_n = E[Attn_n Σ Attn_m]}: of order 2, so that the same nodes suffice. */
  private void addAttention() {
    double pairs = tokens * (tokens - 1);
    for (int m = 0; m < sums.length; m++) {
      for (int i = 0; i < NodeBlock.LENGTH; i++) {
        double moments = pairs * block.sumX[i] + tokens * block.t[m][i];
        sums[m][i] += block.weight[i] * block.x[m][i] * moments;
      }
    }
  }

  private void forEachBlock(double[] logits, Runnable addBlock) {
    block.setLogits(logits);
    int first = firstNode(logits, Double.POSITIVE_INFINITY);
    while (true) {
      boolean underflow = block.moveTo(first);
      addBlock.run();
      if (underflow) {
        return;
      }
      first = Math.max(first + NodeBlock.LENGTH, nextScale(logits, first + NodeBlock.LENGTH));
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
        double p = column.count(m) * column.probability(m);
        mass += p;
        weight += p * FastMath.exp(logits[m] - largest);
      }
    }
    double mean = tokens * weight / mass + TILT;
    return grid.indexBelow(FastMath.log(LEFT_CUT / mean) - largest);
  }

  private void clearSums() {
    Arrays.fill(lossSums, 0);
    for (double[] row : sums) {
      Arrays.fill(row, 0);
    }
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
