package io.github.icldynamics.experiment;

import java.util.OptionalDouble;

/**
 * Constants of the training methods; each method looks at its own.
 *
 * @param momentum μ of momentum and nesterov
 * @param beta1 β₁ of adam
 * @param beta2 β₂ of adam
 * @param adamEpsilon ε of adam
 * @param batch prompts in a batch of sgd
 * @param seed of the prompts of sgd
 * @param tolerance of one step of the flow; if empty, 1e-11, or 1e-6 for more than 20,000 weights
 */
public record MethodConstants(
    double momentum,
    double beta1,
    double beta2,
    double adamEpsilon,
    long batch,
    long seed,
    OptionalDouble tolerance) {
  /** The field's defaults. */
  public static MethodConstants defaults() {
    return new MethodConstants(0.9, 0.9, 0.999, 1e-8, 256, 1, OptionalDouble.empty());
  }

  /** The same with another tolerance of the flow. */
  public MethodConstants withTolerance(OptionalDouble other) {
    return new MethodConstants(momentum, beta1, beta2, adamEpsilon, batch, seed, other);
  }
}
