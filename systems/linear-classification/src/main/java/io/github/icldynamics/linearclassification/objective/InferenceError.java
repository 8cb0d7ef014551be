package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.Softmax;
import io.github.icldynamics.numeric.SquareMatrix;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import io.github.icldynamics.work.Workforce;
import java.util.function.Supplier;
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
    var inAxes = WeightSpace.FULL.weights(law.axes().fromOriginal(weights));
    var pieces =
        TaskPoints.all(law, promptLength, sampling, workforce).stream()
            .<Supplier<Sum>>map(points -> () -> new Sum(points, inAxes).over())
            .toList();
    var variation = new Estimate.Accumulator();
    var excess = new Estimate.Accumulator();
    var bayes = new Estimate.Accumulator();
    for (var sum : workforce.inOrder(pieces)) {
      variation.add(sum.variation);
      excess.add(sum.excess);
      bayes.add(sum.bayes);
    }
    return new InferenceError(variation.estimate(1), excess.estimate(1), bayes.estimate(1));
  }

  /** The sum over the points of one randomisation. */
  private static final class Sum {
    private final TaskPoints points;
    private final MixtureLaw law;
    private final double[] weights;
    private final double[] variances;
    private final double[] query;
    private final double[] image;
    private final double[] answered;
    private final double[] posterior;
    private double variation;
    private double excess;
    private double bayes;

    Sum(TaskPoints points, double[] weights) {
      this.points = points;
      this.law = points.law();
      this.weights = weights;
      this.variances = law.axes().variances().toArray();
      this.query = new double[law.dimension()];
      this.image = new double[law.dimension()];
      this.answered = new double[law.classes()];
      this.posterior = new double[law.classes()];
    }

    Sum over() {
      for (int i = 0; i < points.size(); i++) {
        for (int y = 0; y < law.classes(); y++) {
          add(i, y, law.priors().get(y) / points.size());
        }
      }
      return this;
    }

    private void add(int i, int y, double weight) {
      for (int k = 0; k < query.length; k++) {
        query[k] = points.mean(i, y, k) + points.noise(i, k);
      }
      WeightSpace.FULL.apply(weights, query, 0, query.length, image);
      answer(i);
      answerAsBayes(i);
      double distance = 0;
      for (int j = 0; j < answered.length; j++) {
        distance += 0.5 * FastMath.abs(answered[j] - posterior[j]);
      }
      double best = posterior[mostProbable(posterior)];
      variation += weight * distance;
      excess += weight * (best - posterior[mostProbable(answered)]);
      bayes += weight * (1 - best);
    }

    /** {@code z_j ~ N(f_j μ_jᵀv, f_j vᵀΛv/M)}. */
    private void answer(int i) {
      double spread = 0;
      for (int k = 0; k < image.length; k++) {
        spread += variances[k] * image[k] * image[k];
      }
      for (int j = 0; j < answered.length; j++) {
        double share = points.share(i, j);
        double mean = 0;
        for (int k = 0; k < image.length; k++) {
          mean += points.mean(i, j, k) * image[k];
        }
        double deviation = FastMath.sqrt(share * spread * points.inverseLength());
        answered[j] = share * mean + deviation * points.residual(i, j);
      }
      Softmax.inPlace(answered);
    }

    private void answerAsBayes(int i) {
      for (int j = 0; j < posterior.length; j++) {
        double logit = FastMath.log(law.priors().get(j));
        for (int k = 0; k < query.length; k++) {
          double mean = points.mean(i, j, k);
          logit += mean * (query[k] - 0.5 * mean) / variances[k];
        }
        posterior[j] = logit;
      }
      Softmax.inPlace(posterior);
    }

    private static int mostProbable(double[] probabilities) {
      int best = 0;
      for (int j = 1; j < probabilities.length; j++) {
        best = probabilities[j] > probabilities[best] ? j : best;
      }
      return best;
    }
  }
}
