package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import io.github.icldynamics.work.Workforce;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * How far the answers of a layer with given weights are from those of Bayes, who knows the task,
 * over prompts of length M of any law of tasks.
 *
 * @param totalVariation {@code E ½ Σ_j |P̂_j − P_j|}; for two classes {@code E |P̂_1 − P_1|}
 * @param excessRisk by how much the layer's most probable class is wrong more often than Bayes's
 * @param bayesRisk how often Bayes's is wrong
 */
public record InferenceError(Estimate totalVariation, Estimate excessRisk, Estimate bayesRisk) {
  /**
   * The error by randomised quasi-Monte-Carlo.
   *
   * @param weights W in the original axes, d × d
   * @param promptLength M
   */
  public static InferenceError of(
      SquareMatrix weights,
      MixtureLaw law,
      PromptLength promptLength,
      Sampling sampling,
      Workforce workforce) {
    return ofEach(List.of(weights), law, promptLength, sampling, workforce).getFirst();
  }

  /**
   * The errors of several layers over the same points.
   *
   * @param weights of each W in the original axes, d × d
   * @param promptLength M
   */
  public static List<InferenceError> ofEach(
      List<SquareMatrix> weights,
      MixtureLaw law,
      PromptLength promptLength,
      Sampling sampling,
      Workforce workforce) {
    var inAxes =
        weights.stream()
            .map(matrix -> WeightSpace.FULL.weights(law.axes().fromOriginal(matrix)))
            .toList();
    var pieces =
        TaskPoints.all(law, promptLength, sampling, workforce).stream()
            .<Supplier<List<Sum>>>map(points -> () -> new Answers(points).sums(inAxes))
            .toList();
    var replicates = workforce.inOrder(pieces);
    return IntStream.range(0, weights.size())
        .mapToObj(layer -> ofReplicates(replicates.stream().map(sums -> sums.get(layer)).toList()))
        .toList();
  }

  private static InferenceError ofReplicates(List<Sum> sums) {
    return new InferenceError(
        Estimate.of(sums, sum -> sum.variation),
        Estimate.of(sums, sum -> sum.excess),
        Estimate.of(sums, sum -> sum.bayes));
  }

  /** The sums of one layer over the points of one randomisation. */
  private static final class Sum {
    private double variation;
    private double excess;
    private double bayes;

    void add(double weight, double[] answered, double[] posterior) {
      double distance = 0;
      for (int j = 0; j < answered.length; j++) {
        distance += 0.5 * FastMath.abs(answered[j] - posterior[j]);
      }
      double best = posterior[mostProbable(posterior)];
      variation += weight * distance;
      excess += weight * (best - posterior[mostProbable(answered)]);
      bayes += weight * (1 - best);
    }
  }

  /** What layers, and Bayes, answer at the points of one randomisation. */
  private static final class Answers {
    private final TaskPoints points;
    private final MixtureLaw law;
    private final double[] variances;
    private final double[] logPriors;
    private final double[] query;
    private final double[] image;
    private final double[] answered;
    private final double[] posterior;

    Answers(TaskPoints points) {
      this.points = points;
      this.law = points.law();
      this.variances = law.axes().variances().toArray();
      this.logPriors = law.priors().toArray();
      Arrays.setAll(logPriors, j -> FastMath.log(logPriors[j]));
      this.query = new double[law.dimension()];
      this.image = new double[law.dimension()];
      this.answered = new double[law.classes()];
      this.posterior = new double[law.classes()];
    }

    List<Sum> sums(List<double[]> layers) {
      var sums = Stream.generate(Sum::new).limit(layers.size()).toList();
      for (int i = 0; i < points.size(); i++) {
        for (int y = 0; y < law.classes(); y++) {
          points.placeQuery(i, y, query, 0);
          answerAsBayes(i);
          for (int layer = 0; layer < layers.size(); layer++) {
            answer(i, layers.get(layer));
            double weight = law.priors().get(y) / points.size();
            sums.get(layer).add(weight, answered, posterior);
          }
        }
      }
      return sums;
    }

    /** {@code z_j ~ N(f_j μ_jᵀv, f_j vᵀΛv/M)}, where v is the image of the query. */
    private void answer(int i, double[] weights) {
      WeightSpace.FULL.apply(weights, query, 0, query.length, image);
      double variance = points.variance(image, 0);
      for (int j = 0; j < answered.length; j++) {
        double share = points.share(i, j);
        double deviation = FastMath.sqrt(share * variance * points.inverseLength());
        double mean = share * points.projection(i, j, image, 0);
        answered[j] = mean + deviation * points.residual(i, j);
      }
      Softmax.inPlace(answered);
    }

    private void answerAsBayes(int i) {
      for (int j = 0; j < posterior.length; j++) {
        double logit = logPriors[j];
        for (int k = 0; k < query.length; k++) {
          double mean = points.mean(i, j, k);
          logit += mean * (query[k] - 0.5 * mean) / variances[k];
        }
        posterior[j] = logit;
      }
      Softmax.inPlace(posterior);
    }
  }

  private static int mostProbable(double[] probabilities) {
    int best = 0;
    for (int j = 1; j < probabilities.length; j++) {
      best = probabilities[j] > probabilities[best] ? j : best;
    }
    return best;
  }
}
