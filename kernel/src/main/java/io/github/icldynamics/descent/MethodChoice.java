package io.github.icldynamics.descent;

import java.util.OptionalDouble;

/** A training method as an experiment names it: all of it but the learning rate. */
public interface MethodChoice {
  /**
   * The method at a learning rate.
   *
   * @param usualTolerance of one step of the flow, where none is asked for
   */
  TrainingMethod at(double learningRate, double usualTolerance);

  /** Whether time is continuous, and more of it costs next to nothing. */
  default boolean isContinuous() {
    return false;
  }

  /**
   * Whether iterations times the learning rate are a flow time: where steps are not in proportion
   * to the gradient, they are iterations and nothing else.
   */
  default boolean hasFlowTime() {
    return true;
  }

  /**
   * What is added to the size of a gradient that a step is divided by: where gradients are below
   * it, steps are in proportion to them after all.
   */
  default OptionalDouble denominatorFloor() {
    return OptionalDouble.empty();
  }

  /** Whether every step is η times the negative gradient itself. */
  default boolean isGradientDescent() {
    return false;
  }

  /** The same at another tolerance of one step, if it has any. */
  default MethodChoice atTolerance(double tolerance) {
    return this;
  }
}
