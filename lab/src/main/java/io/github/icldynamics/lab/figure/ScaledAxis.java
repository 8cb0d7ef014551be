package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.Scale;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * An axis whose ends are known; it places values at fractions of its length.
 *
 * @param low the lower end, in the even units of the scale
 * @param high the upper end, likewise
 */
record ScaledAxis(String label, Scale scale, double low, double high) {
  /**
   * The axis as given, or as wide as the values need.
   *
   * @param below share of the width of the values to leave free below them
   * @param above share of the width of the values to leave free above them
   */
  static ScaledAxis of(Axis axis, DoubleStream values, double below, double above) {
    var scale = axis.scale();
    return switch (axis.extent()) {
      case Extent.Fixed(double low, double high) ->
          new ScaledAxis(axis.label(), scale, scale.even(low), scale.even(high));
      case Extent.Automatic() -> {
        var places = values.map(scale::even).filter(Double::isFinite).summaryStatistics();
        yield around(axis, places).widened(below, above);
      }
    };
  }

  private static ScaledAxis around(Axis axis, DoubleSummaryStatistics places) {
    if (places.getCount() == 0) {
      return new ScaledAxis(axis.label(), axis.scale(), 0, 1);
    }
    double low = places.getMin();
    double high = places.getMax();
    // A single value, or many that differ by rounding only, would otherwise leave no width.
    double least = axis.scale() == Scale.LOG ? 0.1 : 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    double margin = high - low > least ? 0 : axis.scale() == Scale.LOG ? 0.5 : margin(low);
    return new ScaledAxis(axis.label(), axis.scale(), low - margin, high + margin);
  }

  private static double margin(double value) {
    return value == 0 ? 1 : 0.5 * Math.abs(value);
  }

  private ScaledAxis widened(double below, double above) {
    double width = high - low;
    return new ScaledAxis(label, scale, low - below * width, high + above * width);
  }

  /** Where a value lies, 0 at the lower end and 1 at the upper, or NaN if it has no place. */
  double fraction(double value) {
    return fractionOfPlace(scale.even(value));
  }

  /** Where an edge lies if all beyond the ends is moved onto them. */
  double edge(double value) {
    if (value == Double.POSITIVE_INFINITY) {
      return 1;
    }
    double fraction = fraction(value);
    return Double.isNaN(fraction) ? 0 : Math.clamp(fraction, 0.0, 1.0);
  }

  List<AxisTick> ticks() {
    return switch (scale) {
      case LINEAR -> LinearTicks.between(low, high);
      case LOG -> LogTicks.between(low, high);
    };
  }

  double fractionOfPlace(double place) {
    return (place - low) / (high - low);
  }
}
