package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;
import org.hipparchus.util.FastMath;

/** Tells a minimum from a saddle, where the flow also rests but does not stay. */
public final class Stability {
  /** Growth this slow is the rounding of the differences. */
  private static final double FLAT = 1e-10;

  /** A quotient of vectors after so many products is near enough to tell a step from a limit. */
  private static final int POWERS = 60;

  private Stability() {}

  /**
   * The rate at which the fastest small perturbation grows under the flow: the largest eigenvalue
   * of the Jacobian of the negative gradient, by central differences. At a minimum it is at most 0.
   * Infinite for more weights than a whole Jacobian is affordable for, in blocks or not: such runs
   * go on to their horizon.
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

  /**
   * The least eigenvalue of the same Jacobian: what decays fastest does so at minus this rate. Of
   * many weights in blocks it is estimated from above, and is 0 where something grows faster.
   */
  static double fastestDecay(Objective objective, double tau, double[] weights) {
    if (weights.length > Linearisation.MOST_WEIGHTS) {
      return Math.min(0, fastestOfBlocks(objective, tau, weights));
    }
    double least = Double.POSITIVE_INFINITY;
    for (double rate : rates(objective, tau, weights)) {
      least = FastMath.min(least, rate);
    }
    return least;
  }

  /** By powers of the Jacobian, in coordinates {@code √M x}, where it is symmetric. */
  private static double fastestOfBlocks(Objective objective, double tau, double[] weights) {
    var jacobian = Linearisation.jacobian(objective, tau, weights);
    double[] vector = new double[weights.length];
    for (int m = 0; m < vector.length; m++) {
      // Of no symmetry, so that nothing is orthogonal to it.
      vector[m] = 1 + FastMath.sin(m);
    }
    double quotient = 0;
    for (int power = 0; power < POWERS; power++) {
      var image = symmetricTimes(jacobian, objective, vector);
      quotient = Vector.of(image).dot(Vector.of(vector)) / Vector.of(vector).dot(Vector.of(vector));
      double norm = Vector.of(image).maximumNorm();
      for (int m = 0; m < vector.length && norm > 0; m++) {
        vector[m] = image[m] / norm;
      }
    }
    return quotient;
  }

  private static double[] symmetricTimes(
      BorderedMatrix jacobian, Objective objective, double[] vector) {
    double[] scaled = new double[vector.length];
    for (int m = 0; m < scaled.length; m++) {
      scaled[m] = vector[m] / FastMath.sqrt(objective.multiplicity(m));
    }
    double[] image = jacobian.times(scaled);
    for (int m = 0; m < image.length; m++) {
      image[m] *= FastMath.sqrt(objective.multiplicity(m));
    }
    return image;
  }

  private static double[] rates(Objective objective, double tau, double[] weights) {
    return Linearisation.spectrum(objective, tau, weights).getEigenvalues();
  }

  /** What rest is: at a minimum, the end of the run; at a saddle the run is stuck. */
  static Ending ofRest(Objective objective, double tau, double[] weights) {
    return fastestGrowth(objective, tau, weights) <= FLAT ? Ending.STATIONARY : Ending.NO_DESCENT;
  }
}
