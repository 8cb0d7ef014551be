package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MeanLaw;
import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.SobolPoints;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.BinomialLaw;
import io.github.icldynamics.statistics.CountSampler;
import io.github.icldynamics.work.Workforce;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;
import org.hipparchus.util.FastMath;

/**
 * One randomisation of the points over which risks and errors are averaged: means, query noise,
 * class counts and a number for the prompt's noise in each class. Everything in the axes of Λ.
 *
 * <p>All of it comes from scrambled Sobol points, counts by the quantiles of their exact law; those
 * of prompts so long that quantiles are costly are pseudo-random draws. Either way the leading
 * effect of the counts is taken out by exchanging classes ({@link CaseBlock}).
 */
final class TaskPoints {
  /** A quantile takes some hundred steps there. */
  private static final long LONGEST_BY_QUANTILE = 100_000;

  private static final double ROUNDING = 1e-12;

  private final MixtureLaw law;
  private final PromptLength promptLength;
  private final int size;
  private final double[] variances;
  private final double[] deviations;
  private final double[] means;
  private final double[] noise;
  private final double[] shares;
  private final double[] residuals;

  private TaskPoints(
      MixtureLaw law, PromptLength promptLength, int size, double[] means, double[] noise) {
    this.law = law;
    this.promptLength = promptLength;
    this.size = size;
    this.variances = law.axes().variances().toArray();
    this.deviations = Arrays.stream(variances).map(FastMath::sqrt).toArray();
    this.means = means;
    this.noise = noise;
    this.shares = new double[size * law.classes()];
    this.residuals =
        new double[promptLength instanceof PromptLength.Finite ? size * law.classes() : 0];
  }

  /** How many coordinates a point has. */
  static int coordinates(MixtureLaw law, PromptLength promptLength) {
    int ofTask = (law.classes() + 1) * law.dimension();
    int ofPrompt = promptLength instanceof PromptLength.Finite ? 2 * law.classes() - 1 : 0;
    return ofTask + ofPrompt;
  }

  /** All randomisations of a sampling. */
  static List<TaskPoints> all(
      MixtureLaw law, PromptLength promptLength, Sampling sampling, Workforce workforce) {
    var sobol = SobolPoints.first(sampling.points(), coordinates(law, promptLength));
    return workforce.inOrder(
        IntStream.range(0, sampling.replicates())
            .<Supplier<TaskPoints>>mapToObj(
                r -> () -> of(law, promptLength, sobol, sampling.seed(r)))
            .toList());
  }

  /**
   * A randomisation.
   *
   * @param sobol points with {@link #coordinates} coordinates
   * @param seed equal seeds give equal points
   */
  static TaskPoints of(MixtureLaw law, PromptLength promptLength, SobolPoints sobol, long seed) {
    double[] gaussian = sobol.gaussian(seed);
    int coordinates = coordinates(law, promptLength);
    int size = gaussian.length / coordinates;
    double[] means = new double[size * law.classes() * law.dimension()];
    double[] noise = new double[size * law.dimension()];
    var points = new TaskPoints(law, promptLength, size, means, noise);
    for (int i = 0; i < size; i++) {
      points.place(i, Arrays.copyOfRange(gaussian, i * coordinates, (i + 1) * coordinates));
    }
    if (promptLength instanceof PromptLength.Finite(long tokens) && tokens > LONGEST_BY_QUANTILE) {
      points.drawShares(tokens, seed);
    }
    return points;
  }

  /** The same means and queries under infinite prompts. */
  TaskPoints withInfinitePrompt() {
    var infinite = new TaskPoints(law, PromptLength.infinite(), size, means, noise);
    for (int i = 0; i < size; i++) {
      infinite.fillPriors(i);
    }
    return infinite;
  }

  private void place(int i, double[] gaussian) {
    int c = law.classes();
    int d = law.dimension();
    for (int j = 0; j < c; j++) {
      placeMean(i, j, Arrays.copyOfRange(gaussian, j * d, (j + 1) * d));
    }
    for (int k = 0; k < d; k++) {
      noise[i * d + k] = deviations[k] * gaussian[c * d + k];
    }
    switch (promptLength) {
      case PromptLength.Infinite() -> fillPriors(i);
      case PromptLength.Finite(long tokens) -> {
        System.arraycopy(gaussian, (c + 1) * d, residuals, i * c, c);
        if (tokens <= LONGEST_BY_QUANTILE) {
          placeShares(i, tokens, gaussian, (c + 1) * d + c);
        }
      }
    }
  }

  /**
   * {@code μ_0} and independent means are the Gaussian vector itself; others give its direction.
   */
  private void placeMean(int i, int j, double[] gaussian) {
    int d = law.dimension();
    int at = (i * law.classes() + j) * d;
    if (j == 0 || law.means() == MeanLaw.INDEPENDENT) {
      System.arraycopy(gaussian, 0, means, at, d);
      return;
    }
    double radius = 0;
    double length = 0;
    for (int k = 0; k < d; k++) {
      double first = means[i * law.classes() * d + k] / deviations[k];
      radius += first * first;
      length += gaussian[k] * gaussian[k];
    }
    double scale = FastMath.sqrt(radius / length);
    for (int k = 0; k < d; k++) {
      means[at + k] = deviations[k] * gaussian[k] * scale;
    }
  }

  private void fillPriors(int i) {
    System.arraycopy(law.priors().toArray(), 0, shares, i * law.classes(), law.classes());
  }

  /** Given the counts so far, the next one is binomial among the tokens that are left. */
  private void placeShares(int i, long tokens, double[] gaussian, int from) {
    long left = tokens;
    double mass = 1;
    for (int j = 0; j < law.classes() - 1; j++) {
      double probability = Math.min(1 - ROUNDING, law.priors().get(j) / mass);
      double u = 0.5 * Erf.erfc(-gaussian[from + j] / FastMath.sqrt(2));
      long count = (long) new BinomialLaw(left, probability).quantile(u);
      shares[i * law.classes() + j] = (double) count / (double) tokens;
      left -= count;
      mass -= law.priors().get(j);
    }
    shares[(i + 1) * law.classes() - 1] = (double) left / (double) tokens;
  }

  private void drawShares(long tokens, long seed) {
    int c = law.classes();
    var sampler = new CountSampler(law.priors().toArray(), tokens, ~seed);
    long[] counts = new long[c];
    for (int i = 0; i < size; i++) {
      sampler.next(counts);
      for (int j = 0; j < c; j++) {
        shares[i * c + j] = (double) counts[j] / (double) tokens;
      }
    }
  }

  MixtureLaw law() {
    return law;
  }

  /** How many points there are. */
  int size() {
    return size;
  }

  /** {@code 1/N}, 0 for infinite prompts. */
  double inverseLength() {
    return promptLength instanceof PromptLength.Finite(long tokens) ? 1.0 / (double) tokens : 0;
  }

  /** Component k of μ_j at point i. */
  double mean(int i, int j, int k) {
    return means[(i * law.classes() + j) * law.dimension() + k];
  }

  /** Places the query of class y, {@code μ_y + Λ^{1/2} g}, in an array from {@code at} on. */
  void placeQuery(int i, int y, double[] query, int at) {
    int d = law.dimension();
    for (int k = 0; k < d; k++) {
      query[at + k] = mean(i, y, k) + noise[i * d + k];
    }
  }

  /** {@code μ_jᵀ v} for the vector in an array from {@code at} on. */
  double projection(int i, int j, double[] v, int at) {
    double sum = 0;
    for (int k = 0; k < variances.length; k++) {
      sum += mean(i, j, k) * v[at + k];
    }
    return sum;
  }

  /** {@code vᵀΛv} for the vector in an array from {@code at} on. */
  double variance(double[] v, int at) {
    double sum = 0;
    for (int k = 0; k < variances.length; k++) {
      sum += variances[k] * v[at + k] * v[at + k];
    }
    return sum;
  }

  /** The share {@code n_j/N} of class j in the prompt. */
  double share(int i, int j) {
    return shares[i * law.classes() + j];
  }

  /** A standard Gaussian number for the prompt's noise in class j; 0 for infinite prompts. */
  double residual(int i, int j) {
    return residuals.length == 0 ? 0 : residuals[i * law.classes() + j];
  }
}
