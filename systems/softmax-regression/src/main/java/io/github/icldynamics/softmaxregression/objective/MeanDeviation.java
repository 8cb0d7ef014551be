package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.Arrays;
import org.hipparchus.util.FastMath;

/**
 * {@code U = −E (y − f_k) f_k = E Σ a_m u_m} with {@code u_m = C_kk − C_mk}: how far the answer of
 * a layer with {@code ν = 1} falls short of the label; and its slopes,
 *
 * <pre>
 *   U         = ∫ φ^N [N₂ S Σ X_m u_m + N Σ t_m X_m u_m] ds/s
 *   ∂U/∂s_n   = ∫ φ^N N₂ X_n (u_n S − Σ X_m u_m) ds/s
 * </pre>
 */
final class MeanDeviation {
  private final QueryColumn column;
  private final double[] deviation;
  private final Form form;

  MeanDeviation(QueryColumn column, LaplaceGrid grid) {
    this.column = column;
    this.deviation = new double[column.size()];
    for (int m = 0; m < deviation.length; m++) {
      deviation[m] = column.labels().deviation(column.query(), m);
    }
    this.form =
        switch (column.promptLength()) {
          case PromptLength.Finite(long tokens) -> new Finite((double) tokens, grid);
          case PromptLength.Infinite() -> new Infinite();
        };
  }

  /** Fills the slopes for one member of each group; returns U. */
  double evaluate(double[] logits, double[] slope) {
    return form.evaluate(logits, slope);
  }

  private sealed interface Form {
    double evaluate(double[] logits, double[] slope);
  }

  private final class Infinite implements Form {
    @Override
    public double evaluate(double[] logits, double[] slope) {
      double largest = Softmax.largest(logits);
      double total = 0;
      double mean = 0;
      for (int m = 0; m < slope.length; m++) {
        slope[m] = column.probability(m) * FastMath.exp(logits[m] - largest);
        total += column.count(m) * slope[m];
        mean += column.count(m) * slope[m] * deviation[m];
      }
      mean /= total;
      for (int m = 0; m < slope.length; m++) {
        slope[m] *= (deviation[m] - mean) / total;
      }
      return mean;
    }
  }

  private final class Finite implements Form {
    private final LaplaceIntegral integral;
    private final double[] sumX;
    private final double[] sumU;
    private final double[] sumTU;

    Finite(double tokens, LaplaceGrid grid) {
      this.integral =
          new LaplaceIntegral(
              column.probabilities().toArray(), column.counts().toArray(), tokens, grid);
      int capacity = integral.block().capacity;
      this.sumX = new double[capacity];
      this.sumU = new double[capacity];
      this.sumTU = new double[capacity];
    }

    @Override
    public double evaluate(double[] logits, double[] slope) {
      Arrays.fill(slope, 0);
      double[] mean = new double[1];
      integral.forEachBlock(logits, () -> mean[0] += addBlock(slope));
      return mean[0];
    }

    private double addBlock(double[] slope) {
      var block = integral.block();
      block.normalise();
      Arrays.fill(sumX, 0);
      Arrays.fill(sumU, 0);
      Arrays.fill(sumTU, 0);
      for (int m = 0; m < slope.length; m++) {
        addSums(block.length, block.x[m], block.t[m], column.count(m), deviation[m]);
      }
      for (int n = 0; n < slope.length; n++) {
        for (int i = 0; i < block.length; i++) {
          double difference = deviation[n] * sumX[i] - sumU[i];
          block.summands[i] = block.weight[i] * block.pairs * block.x[n][i] * difference;
        }
        slope[n] += block.sum();
      }
      for (int i = 0; i < block.length; i++) {
        double sum = block.pairs * sumX[i] * sumU[i] + block.singles * sumTU[i];
        block.summands[i] = block.weight[i] * sum;
      }
      return block.sum();
    }

    private void addSums(int length, double[] x, double[] t, double members, double u) {
      for (int i = 0; i < length; i++) {
        double mass = members * x[i];
        sumX[i] += mass;
        sumU[i] += mass * u;
        sumTU[i] += mass * u * t[i];
      }
    }
  }
}
