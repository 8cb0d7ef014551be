package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.NumberText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.hipparchus.util.FastMath;

/** Marks at the multiples of 1, 2 or 5 times a power of ten. */
final class LinearTicks {
  private static final int INTERVALS = 5;

  private LinearTicks() {}

  static List<AxisTick> between(double low, double high) {
    return multiples(low, high).stream().map(LinearTicks::tick).toList();
  }

  /** The round numbers from low to high, all with the decimals of the step between them. */
  static List<BigDecimal> multiples(double low, double high) {
    BigDecimal step = step((high - low) / INTERVALS);
    double width = step.doubleValue();
    // Half a thousandth of a step keeps a mark that rounding moved beyond the end of the axis.
    long first = (long) Math.ceil(low / width - 5e-4);
    long last = (long) Math.floor(high / width + 5e-4);
    return LongStream.rangeClosed(first, last)
        .mapToObj(n -> step.multiply(BigDecimal.valueOf(n)))
        .toList();
  }

  private static AxisTick tick(BigDecimal value) {
    return new AxisTick(value.doubleValue(), NumberText.of(value));
  }

  private static BigDecimal step(double about) {
    int exponent = (int) Math.floor(FastMath.log10(about));
    double mantissa = about / FastMath.pow(10, exponent);
    int round = mantissa <= 1.0001 ? 1 : mantissa <= 2.2 ? 2 : mantissa <= 5.5 ? 5 : 10;
    return BigDecimal.valueOf(round, -exponent);
  }
}
