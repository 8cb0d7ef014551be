package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;
import io.github.icldynamics.softmaxregression.objective.PopulationValue;

/**
 * One moment of a training run.
 *
 * @param tau flow time
 * @param logits {@code A_k} at the query's own group, {@code B_{k,n}} at the others
 * @param valueScale ν
 * @param value loss, negative gradient and mean attention at these logits
 */
public record ColumnState(double tau, Vector logits, double valueScale, PopulationValue value) {
  /** The state at given logits. */
  public static ColumnState at(PopulationEvaluator evaluator, double tau, Vector logits) {
    return new ColumnState(
        tau, logits, evaluator.column().valueScale(), evaluator.evaluate(logits));
  }
}
