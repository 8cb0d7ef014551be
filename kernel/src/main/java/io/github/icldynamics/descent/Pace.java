package io.github.icldynamics.descent;

import org.hipparchus.util.FastMath;

/**
 * How fast a loss falls that falls by about the same factor in every iteration. Looked at each time
 * the number of iterations has doubled: from the second half of them follows how many it will take.
 */
final class Pace {
  /** Before it, methods may still be gathering speed. */
  private static final long FIRST = 128;

  /** From here on the pace is that of the end, nearly. */
  private static final long SETTLED = 8192;

  /** How much faster than at first a run may yet become. */
  private static final double PATIENCE_AT_FIRST = 10;

  private static final double PATIENCE = 2;

  private double lossAtHalf = Double.NaN;

  /**
   * Whether a loss will not have come down to a target by the last iteration.
   *
   * @param iteration each in turn
   */
  boolean misses(double target, long last, long iteration, double loss) {
    if (Long.bitCount(iteration) != 1) {
      return false;
    }
    double before = lossAtHalf;
    lossAtHalf = loss;
    if (iteration < FIRST) {
      return false;
    }
    double fall = FastMath.log(before / loss) / (0.5 * iteration);
    double needed = iteration + FastMath.log(loss / target) / fall;
    double patience = iteration < SETTLED ? PATIENCE_AT_FIRST : PATIENCE;
    return !(fall > 0 && needed <= patience * last);
  }
}
