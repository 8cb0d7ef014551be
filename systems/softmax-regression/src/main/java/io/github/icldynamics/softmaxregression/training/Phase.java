package io.github.icldynamics.softmaxregression.training;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stretch of a training run.
 *
 * @param name I, II, III or IV
 * @param from flow time at which it begins
 * @param to flow time at which it ends; equal to {@code from} if it is empty
 * @param why what ends it, in words
 * @param threshold the constant that the paper is recalled to end this phase with, for comparison
 */
public record Phase(
    String name, double from, double to, String why, Optional<Threshold> threshold) {
  /**
   * A threshold as recalled from the paper; at small K these are not even in order, so they are
   * shown beside the phases and do not define them.
   *
   * @param weight A_k or B_{k,1}
   * @param bound what it reaches, as a formula in K
   * @param value of that formula
   * @param tau when the weight first reaches it, if it does within the run
   */
  public record Threshold(String weight, String bound, double value, OptionalDouble tau) {
    /** The whole equation. */
    public String formula() {
      return weight + " = " + bound;
    }
  }
}
