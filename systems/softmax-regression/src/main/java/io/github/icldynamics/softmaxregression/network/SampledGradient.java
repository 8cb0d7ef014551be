package io.github.icldynamics.softmaxregression.network;

import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.linear.RealMatrix;

/**
 * Third witness: loss and negative gradient of one query, averaged over a batch of prompts that the
 * network reads token by token.
 *
 * @param loss estimate of L_k
 * @param descent estimates of {@code −p_k v_nᵀ (∂L_k/∂Q) v_k}, one a feature
 */
public record SampledGradient(Estimate loss, List<Estimate> descent) {
  public SampledGradient {
    descent = List.copyOf(descent);
  }

  /**
   * Samples a batch.
   *
   * @param prompts its size, at least 2
   * @param seed equal seeds give equal estimates
   */
  public static SampledGradient sample(
      SoftmaxAttention network, QueryColumn column, FeatureBasis basis, int prompts, long seed) {
    var sampler = new PromptSampler(column, basis, seed);
    var loss = new Estimate.Accumulator();
    var descent = Stream.generate(Estimate.Accumulator::new).limit(column.size()).toList();
    var v = basis.matrix();
    for (int i = 0; i < prompts; i++) {
      var answered = sampler.next();
      loss.add(network.loss(answered.prompt(), answered.answer()));
      double[] slopes = columnOf(network.gradient(answered.prompt(), answered.answer()), v, column);
      for (int n = 0; n < slopes.length; n++) {
        descent.get(n).add(-slopes[n]);
      }
    }
    double p = column.queryWeight();
    return new SampledGradient(
        loss.estimate(1), descent.stream().map(sum -> sum.estimate(p)).toList());
  }

  /** Column k of {@code Vᵀ G V}. */
  private static double[] columnOf(RealMatrix gradient, RealMatrix v, QueryColumn column) {
    return v.preMultiply(gradient.operate(v.getColumn(column.query())));
  }
}
