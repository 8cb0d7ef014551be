package io.github.icldynamics.softmaxregression.training;

import io.github.icldynamics.descent.Goal;
import io.github.icldynamics.descent.GradientFlow;
import io.github.icldynamics.descent.Objective;
import io.github.icldynamics.numeric.Vector;
import org.hipparchus.util.FastMath;

/**
 * How large a trained value scale becomes when the rare features' attention bursts, on infinite
 * prompts of an imbalanced law ({@code docs/theory/trained-value-scale.md}). The dominant feature's
 * column gives way when {@code Attn_k √K} reaches x*; from there on, with {@code x = Attn_k √K},
 * {@code y = ν/√K}, {@code z = Attn_{k,1} √K} and time in units of K,
 *
 * <pre>  x′ = (1 − p₁) x² y (1 − xy),  z′ = −(1 − p₁) y² z³,  y′ = (1 − p₁)(x (1 − xy) − y z²) − y,
 * </pre>
 *
 * from {@code y = 0} and {@code z = 1/√2}. In prompts that show a rare feature Np times on average,
 * squares of its share are ρ times as large, {@code ρ = 1 + 1/(Np)}: {@code 1 − ρxy} stands in
 * place of {@code 1 − xy}, and −ρy of −y.
 *
 * @param ignition x*
 * @param spread ρ, 1 for infinite prompts
 */
public record ValueScaleLaw(double dominant, double ignition, double spread) {
  /** y is largest after 7 units of time at the latest, at p₁ = 0.1. */
  private static final double HORIZON = 20;

  /**
   * The law: {@code x* = √2 D e^{1 + D}, D = p₁/(1 − p₁)}.
   *
   * @param dominant p₁
   */
  public static ValueScaleLaw of(double dominant) {
    double ratio = dominant / (1 - dominant);
    double ignition = FastMath.sqrt(2) * ratio * FastMath.exp(1 + ratio);
    return new ValueScaleLaw(dominant, ignition, 1);
  }

  /**
   * The law for finite prompts, with {@code x* e^{1/(Np)}}.
   *
   * @param copies Np, how often a prompt shows a rare feature on average
   */
  public static ValueScaleLaw ofPrompts(double dominant, double copies) {
    double ignition = of(dominant).ignition() * FastMath.exp(1 / copies);
    return new ValueScaleLaw(dominant, ignition, 1 + 1 / copies);
  }

  /** The same with another x*. */
  public ValueScaleLaw ignitingAt(double other) {
    return new ValueScaleLaw(dominant, other, spread);
  }

  /**
   * On infinite prompts {@code ν_max = 1 + F(x₁)/W(x₁/√K)}, F(x) being x times the largest y of the
   * burst from x.
   */
  public double largestScale(double features) {
    double root = FastMath.sqrt(features);
    double correction = (10 * FastMath.sqrt(2) / 3 + 1.5 / ignition) / root;
    double start = ignition * FastMath.exp(-correction);
    return 1 + start * largestOfBurst(start) / lambert(start / root);
  }

  /** c, the limit of {@code ν_max/√K}. */
  public double limit() {
    return largestOfBurst(ignition);
  }

  /** Lambert's W of a positive number, {@code W e^W = v}, by Newton's method from above. */
  private static double lambert(double v) {
    double w = FastMath.log1p(v);
    for (int i = 0; i < 50; i++) {
      double power = FastMath.exp(w);
      w -= (w * power - v) / (power * (1 + w));
    }
    return w;
  }

  private double largestOfBurst(double start) {
    var burst = new Burst(dominant, spread);
    var from = Vector.of(start, FastMath.sqrt(0.5), 0);
    var path = GradientFlow.accurate().follow(burst, from, new Goal.Reach(HORIZON));
    double[] slope = new double[3];
    double peak =
        path.firstTime(
                state -> {
                  burst.descend(0, state.toArray(), slope);
                  return -slope[2];
                },
                0)
            .orElseThrow();
    return path.weightsAt(peak).get(2);
  }

  /** The equations above, for x, z and y. */
  private record Burst(double dominant, double spread) implements Objective {
    @Override
    public int size() {
      return 3;
    }

    @Override
    public double descend(double tau, double[] weights, double[] direction) {
      double x = weights[0];
      double z = weights[1];
      double y = weights[2];
      double rest = 1 - dominant;
      double left = 1 - spread * x * y;
      direction[0] = rest * x * x * y * left;
      direction[1] = -rest * y * y * z * z * z;
      direction[2] = rest * (x * left - y * z * z) - spread * y;
      return y;
    }
  }
}
