package io.github.icldynamics.descent;

/**
 * What is descended: some weights, the direction in which they move and the loss they have. Knows
 * nothing of what the weights mean. An objective may own scratch memory: use one from one thread at
 * a time.
 */
public interface Objective {
  /** The number of weights. */
  int size();

  /**
   * Computes the direction in which the weights move.
   *
   * @param tau the flow time, for objectives that change with it
   * @param weights not checked, and not to be changed
   * @param direction receives {@code dW/dτ} of the flow, the negative gradient
   * @return the loss that a goal looks at
   */
  double descend(double tau, double[] weights, double[] direction);

  /**
   * Restores in a direction what the flow conserves exactly and rounding does not, such as a sum
   * that is 0: over very long times rounding would go a long way.
   */
  default void balance(double[] direction) {}

  /**
   * The lengths of the blocks of weights, one after the other from the first on, that see each
   * other only through the weights after the last block, and through those as the gradient of one
   * loss does; {@link #balance} is then linear, and acts on each block by itself. One block if all
   * see all.
   */
  default int[] blocks() {
    return new int[] {size()};
  }

  /** How many weights of the network one entry stands for. */
  default double multiplicity(int entry) {
    return 1;
  }

  /**
   * The first time after {@code tau} at which the direction is not smooth in time; infinite if it
   * always is.
   */
  default double nextKink(double tau) {
    return Double.POSITIVE_INFINITY;
  }

  /** Whether the direction is drawn anew at every iteration, so that weights never rest. */
  default boolean isRandom() {
    return false;
  }

  /** How large weights may grow: a run that goes beyond it has diverged. */
  default double largestWeight() {
    return Double.POSITIVE_INFINITY;
  }
}
