package io.github.icldynamics.linearclassification.objective;

import io.github.icldynamics.linearclassification.law.MixtureLaw;
import io.github.icldynamics.numeric.Vector;

/**
 * The population cross-entropy of the layer as a function of its weights, which are those of a
 * {@link WeightSpace} in the axes of Λ. It is convex.
 */
public sealed interface Risk permits SampledRisk, ExactRisk {
  /** The law of tasks. */
  MixtureLaw law();

  /** Which weights are free. */
  WeightSpace space();

  /** Loss and gradient. */
  RiskSlope slope(Vector weights);

  /** Loss, gradient and Hessian. */
  RiskCurvature curvature(Vector weights);

  /** The number of weights. */
  default int size() {
    return space().size(law().dimension());
  }
}
