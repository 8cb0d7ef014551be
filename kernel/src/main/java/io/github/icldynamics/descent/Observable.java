package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;

/** A function of where a run is: what is looked for along it changes its sign. */
@FunctionalInterface
public interface Observable {
  /**
   * Its value.
   *
   * @param tau the flow time
   * @param weights at that time
   */
  double at(double tau, Vector weights);
}
