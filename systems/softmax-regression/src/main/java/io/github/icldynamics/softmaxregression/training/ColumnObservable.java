package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.softmaxregression.objective.PopulationEvaluator;

/** A function of where a column is: what is looked for along its run changes its sign. */
@FunctionalInterface
interface ColumnObservable {
  /**
   * Its value.
   *
   * @param tau the flow time
   * @param now evaluates the column as it is then, its law and value scale
   * @param logits at that time
   */
  double at(double tau, PopulationEvaluator now, Vector logits);
}
