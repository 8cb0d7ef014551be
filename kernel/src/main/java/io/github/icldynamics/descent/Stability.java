package io.github.icldynamics.descent;

import org.hipparchus.util.FastMath;

/** Tells a minimum from a saddle, where the flow also rests but does not stay. */
public final class Stability {
  /** Growth this slow is the rounding of the differences. */
  private static final double FLAT = 1e-10;

  private Stability() {}

  /**
   * The rate at which the fastest small perturbation grows under the flow: the largest eigenvalue
   * of the Jacobian of the descent direction, by central differences. At a minimum it is at most 0.
   * Infinite for more weights than a Jacobian is affordable for: such runs go on to their horizon.
   */
  public static double fastestGrowth(Objective objective, double tau, double[] weights) {
    if (weights.length > Linearisation.MOST_WEIGHTS) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = Double.NEGATIVE_INFINITY;
    for (double rate : rates(objective, tau, weights)) {
      largest = FastMath.max(largest, rate);
    }
    return largest;
  }

  /** The least eigenvalue of the same Jacobian: what decays fastest does so at minus this rate. */
  static double fastestDecay(Objective objective, double tau, double[] weights) {
    double least = Double.POSITIVE_INFINITY;
    for (double rate : rates(objective, tau, weights)) {
      least = FastMath.min(least, rate);
    }
    return least;
  }

  private static double[] rates(Objective objective, double tau, double[] weights) {
    return Linearisation.spectrum(objective, tau, weights).getEigenvalues();
  }

  /** What rest is: at a minimum, the end of the run; at a saddle the run is stuck. */
  static Ending ofRest(Objective objective, double tau, double[] weights) {
    return fastestGrowth(objective, tau, weights) <= FLAT ? Ending.AT_REST : Ending.NO_DESCENT;
  }
}
