package io.github.icldynamics.descent;

import io.github.icldynamics.numeric.Vector;

/**
 * One step of the implicit method with its collocation polynomial; the variable is the share of the
 * step's length.
 */
final class ImplicitStep implements FlowStep {
  private final double firstTau;
  private final double lastTau;
  private final double length;
  private final double[] start;
  private final double[][] increments;

  /**
   * @param lastTau where it ends: within its length, where a run ended on the way
   * @param length of the polynomial, in flow time; positive
   * @param start the weights at its begin; kept
   * @param increments of each stage, z_i; kept
   */
  ImplicitStep(
      double firstTau, double lastTau, double length, double[] start, double[][] increments) {
    this.firstTau = firstTau;
    this.lastTau = lastTau;
    this.length = length;
    this.start = start;
    this.increments = increments;
  }

  /** The same, ended earlier. */
  ImplicitStep until(double tau) {
    return new ImplicitStep(firstTau, tau, length, start, increments);
  }

  double length() {
    return length;
  }

  @Override
  public double firstTau() {
    return firstTau;
  }

  @Override
  public double lastTau() {
    return lastTau;
  }

  @Override
  public double first() {
    return 0;
  }

  @Override
  public double last() {
    return Math.min(1, (lastTau - firstTau) / length);
  }

  @Override
  public Vector weightsAt(double share) {
    return Vector.of(at(share));
  }

  /** The weights at a share of the length, or beyond it. */
  double[] at(double share) {
    double[] weights = start.clone();
    if (share <= 0) {
      return weights;
    }
    double[] factors = RadauMethod.interpolation(share);
    for (int m = 0; m < weights.length; m++) {
      double moved = 0;
      for (int i = 0; i < factors.length; i++) {
        moved += factors[i] * increments[i][m];
      }
      weights[m] += moved;
    }
    return weights;
  }

  @Override
  public double tauAt(double share) {
    return Math.clamp(firstTau + share * length, firstTau, lastTau);
  }

  @Override
  public double variableAt(double tau) {
    return Math.clamp((tau - firstTau) / length, 0, last());
  }
}
