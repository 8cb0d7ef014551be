package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import io.github.icldynamics.statistics.CountSampler;
import java.util.Arrays;
import org.hipparchus.random.RandomGenerator;
import org.hipparchus.random.Well19937c;
import org.hipparchus.util.FastMath;

/**
 * The gradient of one query's column on sampled prompts, {@code Σ (f_k − ŷ) Attn_n (ȳ_n − ŷ)} over
 * those prompts of a batch that ask this query, divided by the batch; {@code ȳ_n} is the mean label
 * of the tokens with feature n. Tasks are Gaussian. Given the counts, this is what the network
 * itself would compute token by token.
 *
 * <p>The draws of an iteration depend on its number and the seed alone, so that any iteration can
 * be made again.
 */
public final class SampledObjective extends ColumnObjective {
  private final double learningRate;
  private final int batch;
  private final long seed;
  private final long tokens;
  private final double noise;
  private final double[] probabilities;
  private final long[] counts;
  private final double[] labels;
  private final double[] attention;

  /**
   * @param column with groups of one member each, finite prompts, and labels {@code C = I}
   * @param learningRate η, which tells the number of an iteration from its time
   * @param batch prompts in a batch
   */
  public SampledObjective(QueryColumn column, double learningRate, int batch, long seed) {
    super(column);
    column.requireSingles();
    if (!(column.labels().covariance() instanceof LabelModel.IdentityCovariance)) {
      throw new InvalidInputException("covariance", "must be the identity for sampled prompts");
    }
    this.learningRate = learningRate;
    this.batch = batch;
    this.seed = seed;
    this.tokens = tokens(column.promptLength());
    this.noise = column.labels().noiseVariance();
    this.probabilities = column.probabilities().toArray();
    this.counts = new long[column.size()];
    this.labels = new double[column.size()];
    this.attention = new double[column.size()];
  }

  private static long tokens(PromptLength length) {
    return switch (length) {
      case PromptLength.Finite(long tokens) -> tokens;
      case PromptLength.Infinite() ->
          throw new InvalidInputException("promptLength", "must be finite to be sampled, not inf");
    };
  }

  @Override
  public boolean isRandom() {
    return true;
  }

  @Override
  public double descend(double tau, double[] state, double[] direction) {
    double loss = super.descend(tau, state, direction);
    Arrays.fill(direction, 0);
    long iteration = (long) FastMath.rint(tau / learningRate);
    var random = generator(iteration);
    var sampler = new CountSampler(probabilities, tokens, random);
    double[] weights = CountOutcome.weights(state);
    for (int prompt = 0; prompt < batch; prompt++) {
      if (random.nextDouble() < column.queryWeight()) {
        sampler.next(counts);
        addPrompt(random, weights, direction);
      }
    }
    for (int n = 0; n < direction.length; n++) {
      direction[n] /= batch;
    }
    return loss;
  }

  private RandomGenerator generator(long iteration) {
    return new Well19937c(
        new int[] {(int) seed, (int) (seed >>> 32), (int) iteration, (int) (iteration >>> 32)});
  }

  private void addPrompt(RandomGenerator random, double[] weights, double[] direction) {
    double total = 0;
    for (int m = 0; m < counts.length; m++) {
      attention[m] = counts[m] * weights[m];
      total += attention[m];
    }
    double answer = 0;
    double truth = 0;
    for (int m = 0; m < counts.length; m++) {
      attention[m] /= total;
      double label = random.nextGaussian();
      truth = m == column.query() ? label : truth;
      labels[m] = label + labelNoise(random, counts[m]);
      answer += column.valueScale() * attention[m] * labels[m];
    }
    for (int n = 0; n < counts.length; n++) {
      double pull = attention[n] * (column.valueScale() * labels[n] - answer);
      direction[n] += (truth - answer) * pull;
    }
  }

  /** The mean of the noise on all tokens of one feature. */
  private double labelNoise(RandomGenerator random, long count) {
    return noise == 0 || count == 0 ? 0 : random.nextGaussian() * FastMath.sqrt(noise / count);
  }
}
