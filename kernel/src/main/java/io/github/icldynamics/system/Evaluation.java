package io.github.icldynamics.system;

import io.github.icldynamics.schema.Node;

/** The population at given weights, without training. */
@FunctionalInterface
public interface Evaluation {
  /**
   * Loss, descent and what else the system has to say of a case.
   *
   * @throws io.github.icldynamics.schema.InvalidInputException if it is none
   */
  Node evaluate(Node node);
}
