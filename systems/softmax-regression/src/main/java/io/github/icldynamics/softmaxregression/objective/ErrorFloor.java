package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import org.hipparchus.util.FastMath;

/**
 * The least error any logits can reach, {@code L_k* = inf_Q L_k}: with {@code A_k → ∞} only prompts
 * without feature k still err, and there the best the rest can do is to spread out,
 *
 * <pre>  L_k* = ½ (1 − p_k)^N (1 + R),   R = min_B E[Σ_{m≠k} Attn_m² | c_k = 0].</pre>
 *
 * @param logarithm {@code ln L_k*}, −∞ for infinite prompts; L_k* itself underflows for long ones
 */
public record ErrorFloor(double logarithm) {
  /** Below this, R is not refined: L_k* is then known to better than a factor of 2. */
  private static final double NEGLIGIBLE_LOGARITHM = -300;

  /** Relative size of the gradient at which the minimisation ends; R's error is its square. */
  private static final double STATIONARY = 1e-8;

  private static final int MOST_ITERATIONS = 2000;

  /**
   * The floor of a column.
   *
   * @throws InvalidInputException if the labels are not the paper's: the floor is not defined then
   */
  public static ErrorFloor of(QueryColumn column) {
    if (!column.labels().isLinear()) {
      throw new InvalidInputException(
          "labels", "must have identity covariance and no noise for the floor to be defined");
    }
    return switch (column.promptLength()) {
      case PromptLength.Infinite() -> new ErrorFloor(Double.NEGATIVE_INFINITY);
      case PromptLength.Finite(long tokens) -> finite(column, (double) tokens);
    };
  }

  /** {@code L_k*}, 0 where it underflows. */
  public double value() {
    return FastMath.exp(logarithm);
  }

  private static ErrorFloor finite(QueryColumn column, double tokens) {
    double absence = tokens * FastMath.log1p(-column.queryProbability());
    double spread =
        leastSpread(column, tokens, absence < NEGLIGIBLE_LOGARITHM ? 0 : MOST_ITERATIONS);
    return new ErrorFloor(absence + FastMath.log(0.5 * (1 + spread)));
  }

  /**
   * R. At the minimum {@code E[a_n²] = E[a_n Σ a_m²]} for all n; moving each {@code B_n} by the
   * logarithm of the ratio is exact in one step for infinite prompts.
   */
  private static double leastSpread(QueryColumn column, double tokens, int mostIterations) {
    if (column.size() == 2) {
      double others = column.count(1 - column.query());
      return 1 / others + (1 - 1 / others) / tokens;
    }
    var attention = SquaredAttention.withoutQuery(column, tokens, LaplaceGrid.fullAccuracy());
    double[] logits = attention.equalisingLogits();
    double least = attention.evaluate(logits);
    for (int iteration = 0; iteration < mostIterations; iteration++) {
      if (attention.gradientRatio() < STATIONARY) {
        break;
      }
      attention.equalise(logits);
      least = Math.min(least, attention.evaluate(logits));
    }
    return least;
  }
}
