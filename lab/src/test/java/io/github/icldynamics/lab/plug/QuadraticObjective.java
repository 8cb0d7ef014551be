package io.github.icldynamics.lab.plug;

import io.github.icldynamics.descent.Objective;
import org.hipparchus.random.Well512a;

/** {@code L(w) = (w₁² + w₂²/κ)/2}; the noise of a time is always the same. */
record QuadraticObjective(double condition, double noise, long seed) implements Objective {
  @Override
  public int size() {
    return 2;
  }

  @Override
  public double descend(double tau, double[] weights, double[] direction) {
    long time = Double.doubleToLongBits(tau);
    var random = new Well512a(new int[] {(int) seed, (int) (time >>> 32), (int) time});
    direction[0] = -weights[0] + noise * random.nextGaussian();
    direction[1] = -weights[1] / condition + noise * random.nextGaussian();
    return (weights[0] * weights[0] + weights[1] * weights[1] / condition) / 2;
  }

  @Override
  public boolean isRandom() {
    return noise > 0;
  }

  @Override
  public double largestWeight() {
    return 1e100;
  }
}
