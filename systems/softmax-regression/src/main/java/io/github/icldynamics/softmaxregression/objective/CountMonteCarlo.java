package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.statistics.CountSampler;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Second witness: the average over sampled vectors of counts, with standard errors.
 *
 * @param loss estimate of L_k
 * @param descent estimates of {@code −p_k ∂L_k/∂s_n}
 * @param meanAttention estimates of {@code E Attn_n}
 */
public record CountMonteCarlo(Estimate loss, List<Estimate> descent, List<Estimate> meanAttention) {
  public CountMonteCarlo {
    descent = List.copyOf(descent);
    meanAttention = List.copyOf(meanAttention);
  }

  /**
   * Samples prompts.
   *
   * @param column with groups of one member each and a finite prompt length
   * @param prompts how many, at least 2
   * @param seed equal seeds give equal estimates
   */
  public static CountMonteCarlo sample(QueryColumn column, Vector logits, int prompts, long seed) {
    column.requireLogits(logits);
    column.requireSingles();
    long tokens = CountEnumeration.finiteTokens(column);
    var sampler = new CountSampler(column.probabilities().toArray(), tokens, seed);
    var outcome = new CountOutcome(column, logits.toArray());
    var loss = new Estimate.Accumulator();
    var descent = accumulators(column.size());
    var attention = accumulators(column.size());
    long[] counts = new long[column.size()];
    for (int prompt = 0; prompt < prompts; prompt++) {
      sampler.next(counts);
      outcome.set(counts);
      loss.add(outcome.loss);
      for (int n = 0; n < counts.length; n++) {
        descent.get(n).add(outcome.descent[n]);
        attention.get(n).add(outcome.attention[n]);
      }
    }
    return new CountMonteCarlo(
        loss.estimate(1),
        descent.stream().map(sum -> sum.estimate(column.queryWeight())).toList(),
        attention.stream().map(sum -> sum.estimate(1)).toList());
  }

  private static List<Estimate.Accumulator> accumulators(int size) {
    return Stream.generate(Estimate.Accumulator::new).limit(size).toList();
  }
}
