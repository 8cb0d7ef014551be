package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * {@code R = E Σ_m Attn_m²} over prompts that do not hold the query's feature, as a function of the
 * other features' logits, with {@code E[a_n²]} and {@code g_n = E[a_n (Σ a_m² − a_n)]}.
 */
final class SquaredAttention {
  private final double[] probability;
  private final double[] count;
  private final LaplaceIntegral integral;
  private final double[] sumX;
  private final double[] sumTX;
  private final double[] q;
  private final double[] squares;
  private final double[] descent;

  private SquaredAttention(double[] probability, double[] count, double tokens, LaplaceGrid grid) {
    this.probability = probability;
    this.count = count;
    this.integral = new LaplaceIntegral(probability, count, tokens, grid);
    int length = integral.block().capacity;
    this.sumX = new double[length];
    this.sumTX = new double[length];
    this.q = new double[length];
    this.squares = new double[probability.length];
    this.descent = new double[probability.length];
  }

  static SquaredAttention withoutQuery(QueryColumn column, double tokens, LaplaceGrid grid) {
    double[] probability = new double[column.size() - 1];
    double[] count = new double[column.size() - 1];
    double total = 0;
    for (int m = 0; m < probability.length; m++) {
      int group = m < column.query() ? m : m + 1;
      probability[m] = column.probability(group);
      count[m] = column.count(group);
      total += count[m] * probability[m];
    }
    for (int m = 0; m < probability.length; m++) {
      probability[m] /= total;
    }
    return new SquaredAttention(probability, count, tokens, grid);
  }

  /** The minimiser for infinite prompts: weights inverse to the probabilities. */
  double[] equalisingLogits() {
    double[] logits = new double[probability.length];
    for (int m = 0; m < logits.length; m++) {
      logits[m] = -FastMath.log(probability[m]);
    }
    return logits;
  }

  /** Computes R, and what the other methods speak of, at these logits. */
  double evaluate(double[] logits) {
    Arrays.fill(squares, 0);
    Arrays.fill(descent, 0);
    integral.forEachBlock(logits, this::addBlock);
    double spread = 0;
    for (int n = 0; n < squares.length; n++) {
      spread += count[n] * squares[n];
    }
    return spread;
  }

  private void addBlock() {
    var block = integral.block();
    block.sumMoments(sumX);
    block.sumScaledMoments(sumTX);
    block.normalise();
    Arrays.fill(q, 0);
    for (int m = 0; m < count.length; m++) {
      double[] x = block.x[m];
      for (int i = 0; i < block.length; i++) {
        q[i] += count[m] * x[i] * x[i];
      }
    }
    for (int n = 0; n < count.length; n++) {
      squares[n] += square(block, block.x[n], block.t[n]);
      descent[n] += descent(block, block.x[n], block.t[n]);
    }
  }

  private double square(NodeBlock block, double[] x, double[] t) {
    for (int i = 0; i < block.length; i++) {
      double sum = block.pairs * x[i] + block.singles * t[i];
      block.summands[i] = block.weight[i] * x[i] * sum;
    }
    return block.sum();
  }

  private double descent(NodeBlock block, double[] x, double[] t) {
    for (int i = 0; i < block.length; i++) {
      double triple = q[i] - sumX[i] * x[i];
      double pair = sumTX[i] - t[i] * sumX[i];
      double sum = block.triples * triple + block.pairs * pair;
      block.summands[i] = 0.5 * block.weight[i] * x[i] * sum;
    }
    return block.sum();
  }

  /** The largest {@code |g_n| / E[a_n²]}. */
  double gradientRatio() {
    double largest = 0;
    for (int n = 0; n < squares.length; n++) {
      largest = Math.max(largest, Math.abs(descent[n]) / squares[n]);
    }
    return largest;
  }

  /** Moves each logit by {@code ln(E[a_n Σ a_m²] / E[a_n²])}. */
  void equalise(double[] logits) {
    for (int n = 0; n < logits.length; n++) {
      logits[n] += FastMath.log1p(descent[n] / squares[n]);
    }
  }
}
