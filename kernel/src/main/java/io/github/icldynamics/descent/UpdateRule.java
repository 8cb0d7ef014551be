package io.github.icldynamics.descent;

/**
 * How a discrete method turns negative gradients d into steps of the weights s, with learning rate
 * η: {@code d = −∂L/∂s}, counted t = 1, 2, …; v and m are its memory, zero at the start.
 */
public interface UpdateRule extends MethodChoice {
  /** What its steps do not depend on. */
  Invariance invariance();

  /** How many numbers it remembers for each weight. */
  default int memoryPerWeight() {
    return 0;
  }

  @Override
  default TrainingMethod at(double learningRate, double usualTolerance) {
    return new Optimiser(this, learningRate);
  }

  /** Takes one step: changes the weights, and what it remembers. */
  void step(Step step);

  /**
   * One step to take.
   *
   * @param weights s, changed in place
   * @param direction d
   * @param memory changed in place: all weights' first numbers, then all their second ones
   * @param multiplicity how many weights of the network each entry stands for
   * @param learningRate η
   * @param count t, from 1 on
   */
  @SuppressWarnings("ArrayRecordComponent") // a view of the iteration's own arrays
  record Step(
      double[] weights,
      double[] direction,
      double[] memory,
      double[] multiplicity,
      double learningRate,
      long count) {}
}
