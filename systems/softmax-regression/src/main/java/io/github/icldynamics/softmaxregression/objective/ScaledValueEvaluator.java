package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.LaplaceGrid;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.Optional;

/**
 * A layer that answers {@code ν ŷ}, ν its value scale. With {@code ν y − f_k = ν (y − f_k) + (ν −
 * 1) f_k}, L₁ the loss at {@code ν = 1} and {@code U = −E (y − f_k) f_k},
 *
 * <pre>
 *   L_k      = ν² L₁ − ν (ν − 1) U + ½ (ν − 1)² C_kk
 *   −∂L_k/∂ν = −2ν L₁ + (2ν − 1) U − (ν − 1) C_kk
 * </pre>
 */
public final class ScaledValueEvaluator implements PopulationEvaluator {
  private final QueryColumn column;
  private final PopulationEvaluator unscaled;
  private final MeanDeviation deviation;
  private final Optional<ScaledInfinitePrompt> closed;
  private final double[] slope;
  private double valueDescent;

  /** The evaluator of a column on a grid of any accuracy. */
  public ScaledValueEvaluator(QueryColumn column, LaplaceGrid grid) {
    this(
        column,
        PopulationEvaluator.of(column.withValueScale(1), grid),
        new MeanDeviation(column, grid));
  }

  private ScaledValueEvaluator(
      QueryColumn column, PopulationEvaluator unscaled, MeanDeviation deviation) {
    this.column = column;
    this.unscaled = unscaled;
    this.deviation = deviation;
    this.closed =
        ScaledInfinitePrompt.fits(column)
            ? Optional.of(new ScaledInfinitePrompt(column))
            : Optional.empty();
    this.slope = new double[column.size()];
  }

  /** The same for another value scale, on the same scratch memory. */
  public ScaledValueEvaluator at(double valueScale) {
    return new ScaledValueEvaluator(column.withValueScale(valueScale), unscaled, deviation);
  }

  @Override
  public QueryColumn column() {
    return column;
  }

  @Override
  public double descend(double[] logits, double[] descent) {
    return descend(column.valueScale(), logits, descent);
  }

  /**
   * Loss and negative gradient at another value scale.
   *
   * @param valueScale ν
   */
  public double descend(double valueScale, double[] logits, double[] descent) {
    if (closed.isPresent()) {
      double loss = closed.get().descend(valueScale, logits, descent);
      valueDescent = closed.get().valueDescent();
      return loss;
    }
    double own = unscaled.descend(logits, descent);
    double shortfall = deviation.evaluate(logits, slope);
    double weight = column.queryWeight();
    double variance = column.labels().variance(column.query());
    double cross = valueScale * (valueScale - 1);
    for (int n = 0; n < descent.length; n++) {
      descent[n] = valueScale * valueScale * descent[n] + weight * cross * slope[n];
    }
    valueDescent =
        weight
            * (-2 * valueScale * own
                + (2 * valueScale - 1) * shortfall
                - (valueScale - 1) * variance);
    return valueScale * valueScale * own
        - cross * shortfall
        + 0.5 * (valueScale - 1) * (valueScale - 1) * variance;
  }

  /** {@code −π_k ∂L_k/∂ν} where the last call of {@code descend} looked. */
  public double valueDescent() {
    return valueDescent;
  }

  @Override
  public Vector meanAttention(Vector logits) {
    return unscaled.meanAttention(logits);
  }
}
