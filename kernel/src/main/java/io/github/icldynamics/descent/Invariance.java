package io.github.icldynamics.descent;

/** What of the weights a method may be changed in without changing its run. */
public enum Invariance {
  /**
   * Their basis: every weight moves linearly by its own direction, so that any basis of the weights
   * gives the same run, and any part of them runs by itself.
   */
  ROTATIONS,
  /**
   * The parts that are followed together: every weight moves by its own direction alone, but not
   * linearly, so that the run depends on the basis of the weights.
   */
  COORDINATES,
  /**
   * The basis, but not the parts: a step depends on the norm of the whole direction, so that all
   * weights of a layer must be followed together.
   */
  WHOLE_LAYER
}
