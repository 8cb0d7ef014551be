package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.NumberText;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/**
 * Marks of a logarithmic axis, in decimal logarithms: every decade, or every second, third, … when
 * there are many; 1, 2, 5 within a decade when there are fewer than two; round numbers when even
 * those are rare.
 */
final class LogTicks {
  private static final int MOST_LABELS = 9;
  private static final double ROUNDING = 1e-9;

  private LogTicks() {}

  static List<AxisTick> between(double low, double high) {
    int first = (int) Math.ceil(low - ROUNDING);
    int last = (int) Math.floor(high + ROUNDING);
    if (last > first) {
      return decades(low, high, step(first, last));
    }
    var withinDecade = withinDecade(low, high);
    return withinDecade.size() >= 2 ? withinDecade : roundNumbers(low, high);
  }

  private static int step(int first, int last) {
    return IntStream.of(1, 2, 3, 4, 5, 6, 10, 20, 50)
        .filter(step -> Math.floorDiv(last, step) - Math.ceilDiv(first, step) < MOST_LABELS)
        .findFirst()
        .orElse(100);
  }

  private static List<AxisTick> decades(double low, double high, int step) {
    return IntStream.rangeClosed((int) Math.floor(low), (int) Math.ceil(high))
        .boxed()
        .flatMap(decade -> Stream.concat(Stream.of(decade(decade, step)), between(decade, step)))
        .filter(tick -> shows(low, high, tick.place()))
        .toList();
  }

  private static AxisTick decade(int decade, int step) {
    return decade % step == 0
        ? new AxisTick(decade, NumberText.powerOfTen(decade))
        : AxisTick.minor(decade);
  }

  /** The marks at 2, 3, …, 9 times a decade, as long as every decade has its label. */
  private static Stream<AxisTick> between(int decade, int step) {
    return IntStream.range(2, step == 1 ? 10 : 2)
        .mapToObj(digit -> AxisTick.minor(decade + FastMath.log10(digit)));
  }

  private static List<AxisTick> withinDecade(double low, double high) {
    return IntStream.rangeClosed((int) Math.floor(low), (int) Math.floor(high))
        .boxed()
        .flatMap(decade -> Stream.of(1, 2, 5).map(digit -> BigDecimal.valueOf(digit, -decade)))
        .map(LogTicks::tick)
        .filter(tick -> shows(low, high, tick.place()))
        .toList();
  }

  private static List<AxisTick> roundNumbers(double low, double high) {
    return LinearTicks.multiples(FastMath.pow(10, low), FastMath.pow(10, high)).stream()
        .map(LogTicks::tick)
        .toList();
  }

  private static AxisTick tick(BigDecimal value) {
    return new AxisTick(FastMath.log10(value.doubleValue()), NumberText.of(value));
  }

  private static boolean shows(double low, double high, double place) {
    return low - ROUNDING <= place && place <= high + ROUNDING;
  }
}
