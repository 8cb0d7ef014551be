package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.Estimate;
import io.github.icldynamics.work.Workforce;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What becomes of training and inference errors for long prompts, to first order.
 *
 * <p>The class sums are a mean over N tokens: around {@code p_j = μ_j/c} the logits {@code z_j =
 * p_jᵀv} have covariance {@code K/N}, {@code K_jk = δ_jk (s² + m_j²)/c − m_j m_k/c²} with {@code
 * m_j = μ_jᵀv}, {@code s² = vᵀΛv}. So {@code L_N = L_∞ + L'/N + O(1/N²)} with {@code L' = ½ E Σ_jk
 * K_jk D_jk}, {@code D_jk = P_j δ_jk − P_j P_k}, and
 *
 * <pre>
 *   N (W*_N/c − Λ^{−1}) → −(1/c) H_∞^{−1} ∇L'(cΛ^{−1}),
 *   √M E ½ Σ_j |P̂_j − P_j| → ½ √(2/π) E Σ_j √(D K D)_jj          (N = ∞, M → ∞),
 *   N E ½ Σ_j |P̂_j − P_j| → ½ E Σ_j |Σ_k D_jk μ_kᵀ Γ x|, Γ = lim N G  (M = ∞, N → ∞).</pre>
 *
 * @param deviation {@code lim N G} in the axes of Λ, where it is diagonal, one entry an axis
 * @param testError {@code lim √M} times the total variation, at {@code N = ∞}
 * @param trainingError {@code lim N} times the total variation, at {@code M = ∞}
 */
public record LongPromptLimit(
    List<Estimate> deviation, Estimate testError, Estimate trainingError) {
  public LongPromptLimit {
    deviation = List.copyOf(deviation);
  }

  /**
   * The limits, by randomised quasi-Monte-Carlo.
   *
   * @param law in the paper's setting
   */
  public static LongPromptLimit of(MixtureLaw law, Sampling sampling, Workforce workforce) {
    if (!law.isAsPublished()) {
      throw new InvalidInputException(
          "mixture",
          "must have equally likely classes and rotated means for its long-prompt limit");
    }
    var infinite = PromptLength.infinite();
    var weights = law.infinitePromptWeights();
    var curvature =
        SampledRisk.of(law, infinite, WeightSpace.DIAGONAL, sampling, workforce)
            .curvature(Vector.of(weights));
    var points = TaskPoints.all(law, infinite, sampling, workforce);
    var sums =
        workforce.inOrder(
            points.stream()
                .<Supplier<FirstOrder>>map(p -> () -> new FirstOrder(p, weights).over())
                .toList());
    var deviations = sums.stream().map(sum -> deviation(curvature, sum, law.classes())).toList();
    var trainingErrors = workforce.inOrder(trainingErrors(points, weights, deviations));
    return new LongPromptLimit(
        IntStream.range(0, law.dimension())
            .mapToObj(k -> Estimate.of(deviations, deviation -> deviation[k]))
            .toList(),
        Estimate.of(sums, FirstOrder::testError),
        Estimate.of(trainingErrors, Double::doubleValue));
  }

  /** Each with the deviation of its own points, whose error is part of the spread. */
  private static List<Supplier<Double>> trainingErrors(
      List<TaskPoints> points, double[] weights, List<double[]> deviations) {
    return IntStream.range(0, points.size())
        .<Supplier<Double>>mapToObj(
            r -> () -> new FirstOrder(points.get(r), weights).trainingError(deviations.get(r)))
        .toList();
  }

  private static double[] deviation(RiskCurvature curvature, FirstOrder sum, int classes) {
    var step = RiskMinimum.solve(curvature, Vector.of(sum.gradient()));
    return Arrays.stream(step.toArray()).map(entry -> entry * (-1.0 / classes)).toArray();
  }
}
