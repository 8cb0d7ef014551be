package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.analysis.LinearFit;
import io.github.icldynamics.claims.Quantity;
import io.github.icldynamics.numeric.Vector;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** How a measured quantity depends on another. */
final class Trend {
  /** Rounding of the flow, below which no fit can see. */
  private static final double FLOW_ACCURACY = 1e-10;

  private Trend() {}

  /** The exponent of a power law through the last two points. */
  static double exponent(List<? extends Number> x, List<Double> y) {
    int last = y.size() - 1;
    return FastMath.log(FastMath.abs(y.get(last) / y.get(last - 1)))
        / FastMath.log(x.get(last).doubleValue() / x.get(last - 1).doubleValue());
  }

  /**
   * A fit of y to a sum of functions of x.
   *
   * @param leftOut the size of what the functions leave out, at x
   */
  static LinearFit fit(
      List<? extends Number> x,
      List<Double> y,
      DoubleUnaryOperator leftOut,
      DoubleUnaryOperator... functions) {
    var regressors = Arrays.stream(functions).map(f -> image(x, f)).toList();
    return LinearFit.of(Vector.copyOf(y), regressors, image(x, leftOut));
  }

  /** A fit over K whose corrections are {@code K^{−½}, ln K/K, 1/K}, as the theory has them. */
  static LinearFit overFeatures(
      List<Long> features, List<Double> y, DoubleUnaryOperator... leading) {
    return fit(
        features,
        y,
        k -> FastMath.log(k) * FastMath.pow(k, -1.5) + FLOW_ACCURACY,
        with(leading, k -> 1 / FastMath.sqrt(k), k -> FastMath.log(k) / k, k -> 1 / k));
  }

  /** A fit over 1/ε whose corrections are {@code √ε, ε ln(1/ε), ε}, as the theory has them. */
  static LinearFit overAccuracies(
      List<Double> accuracies, List<Double> y, DoubleUnaryOperator... leading) {
    return fit(
        accuracies,
        y,
        a -> FastMath.pow(a, -1.5) + FLOW_ACCURACY,
        with(leading, a -> 1 / FastMath.sqrt(a), a -> FastMath.log(a) / a, a -> 1 / a));
  }

  private static DoubleUnaryOperator[] with(
      DoubleUnaryOperator[] leading, DoubleUnaryOperator... corrections) {
    return Stream.concat(Arrays.stream(leading), Arrays.stream(corrections))
        .toArray(DoubleUnaryOperator[]::new);
  }

  private static Vector image(List<? extends Number> x, DoubleUnaryOperator function) {
    return Vector.of(
        x.stream().mapToDouble(value -> function.applyAsDouble(value.doubleValue())).toArray());
  }

  /** A fitted coefficient with its interval. */
  static Quantity coefficient(LinearFit fit, int index) {
    var coefficient = fit.coefficient(index);
    return new Quantity(coefficient.value(), coefficient.halfWidth());
  }

  /** The value farthest from another. */
  static double farthest(List<Double> values, double from) {
    double worst = from;
    for (double value : values) {
      if (!(FastMath.abs(value - from) <= FastMath.abs(worst - from))) {
        worst = value;
      }
    }
    return worst;
  }
}
