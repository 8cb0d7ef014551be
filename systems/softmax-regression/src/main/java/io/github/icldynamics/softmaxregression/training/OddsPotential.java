package io.github.icldynamics.softmaxregression.training;

import org.hipparchus.util.FastMath;

/**
 * The time in which odds {@code o = Attn_k/(1 − Attn_k)} grow against an exchangeable rest, up to a
 * factor: {@code F(o) = −1/o + a ln o + b o + c o²}. The truth, the integral of {@code (1 +
 * o)³/o²}, has a = b = 3, c = ½.
 */
public record OddsPotential(double logarithm, double linear, double square) {
  /** The integral itself. */
  public static final OddsPotential TRUE = new OddsPotential(3, 3, 0.5);

  /** F(o). */
  public double at(double odds) {
    return -1 / odds + logarithm * FastMath.log(odds) + linear * odds + square * odds * odds;
  }

  /** {@code F(e^growth o₀) − F(o₀)}, without cancellation. */
  public double gain(double initialOdds, double growth) {
    double increase = FastMath.expm1(growth);
    return -FastMath.expm1(-growth) / initialOdds
        + logarithm * growth
        + linear * initialOdds * increase
        + square * initialOdds * initialOdds * increase * (increase + 2);
  }
}
