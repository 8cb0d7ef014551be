package io.github.icldynamics.system;

import io.github.icldynamics.work.Progress;
import io.github.icldynamics.work.Workforce;

/**
 * A part of a run that depends on no other: it can be done at any time, on any machine, and gives
 * the same bits.
 *
 * @param name unique within the run
 * @param cost how long it is expected to take, in any unit
 */
public record Part(String name, double cost, Work work) {
  /** What is to be done. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does it.
     *
     * @param workforce for what can be done at once within the part
     * @param progress told the share of the part that is done
     */
    Fragment make(Workforce workforce, Progress progress);
  }
}
