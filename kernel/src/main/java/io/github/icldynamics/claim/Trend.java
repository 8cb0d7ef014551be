package io.github.icldynamics.claim;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.statistics.LinearFit;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.util.FastMath;

/** How a measured quantity depends on another. */
public final class Trend {
  private Trend() {}

  /** The exponent of a power law through the last two points. */
  public static double exponent(List<? extends Number> x, List<Double> y) {
    int last = y.size() - 1;
    return FastMath.log(FastMath.abs(y.get(last) / y.get(last - 1)))
        / FastMath.log(x.get(last).doubleValue() / x.get(last - 1).doubleValue());
  }

  /**
   * A fit of y to a sum of functions of x.
   *
   * @param leftOut the size of what the functions leave out, at x
   */
  public static LinearFit fit(
      List<? extends Number> x,
      List<Double> y,
      DoubleUnaryOperator leftOut,
      DoubleUnaryOperator... functions) {
    var regressors = Arrays.stream(functions).map(f -> image(x, f)).toList();
    return LinearFit.of(Vector.copyOf(y), regressors, image(x, leftOut));
  }

  private static Vector image(List<? extends Number> x, DoubleUnaryOperator function) {
    return Vector.of(
        x.stream().mapToDouble(value -> function.applyAsDouble(value.doubleValue())).toArray());
  }

  /** A fitted coefficient with its interval. */
  public static Quantity coefficient(LinearFit fit, int index) {
    var coefficient = fit.coefficient(index);
    return new Quantity(coefficient.value(), coefficient.halfWidth());
  }

  /** The value farthest from another. */
  public static double farthest(List<Double> values, double from) {
    double worst = from;
    for (double value : values) {
      if (!(FastMath.abs(value - from) <= FastMath.abs(worst - from))) {
        worst = value;
      }
    }
    return worst;
  }
}
