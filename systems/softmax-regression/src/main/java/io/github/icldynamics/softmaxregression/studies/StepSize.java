package io.github.icldynamics.softmaxregression.studies;

import org.hipparchus.util.FastMath;

/**
 * A learning rate tuned on a grid: the one that needs the fewest iterations, among those under
 * which no loss ever rises by more than 1% above its least so far and no step moves a logit too
 * far.
 *
 * @param learningRate η
 * @param iterations until all queries have converged
 */
record StepSize(double learningRate, long iterations) {
  /** Learning rates are powers of √2 from this one down to its inverse. */
  private static final int LARGEST_POWER = 60;

  private static final double LARGEST_RISE = 1.01;

  /** So many smaller rates in a row that are no better end the search. */
  private static final int PATIENCE = 2;

  /**
   * The best learning rate.
   *
   * @param longestStep the most by which a step may move a logit
   */
  static StepSize tuned(Contestant contestant, long features, double longestStep) {
    var best = new StepSize(Double.NaN, Long.MAX_VALUE);
    int worse = 0;
    for (int power = LARGEST_POWER; power >= -LARGEST_POWER && worse < PATIENCE; power--) {
      double rate = FastMath.pow(2, 0.5 * power);
      var descent = contestant.start(features, rate);
      if (converges(descent, best.iterations, longestStep)) {
        best = new StepSize(rate, descent.iteration());
        worse = 0;
      } else if (best.iterations < Long.MAX_VALUE) {
        worse++;
      }
    }
    return best;
  }

  /** Whether a run is stable to its end, and takes at most so many iterations. */
  private static boolean converges(LayerDescent descent, long most, double longestStep) {
    while (descent.rise() <= LARGEST_RISE
        && descent.longestStep() <= longestStep
        && descent.iteration() <= most) {
      if (descent.loss() <= Sweep.EPSILON) {
        return true;
      }
      descent.step();
    }
    return false;
  }
}
