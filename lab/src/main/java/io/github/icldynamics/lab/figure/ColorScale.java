package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.chart.Scale;
import java.awt.Color;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Which colour stands for which number in a heatmap, and how the number is printed in a cell.
 *
 * @param low the number at the foot of the colour bar
 * @param high the number at the top of the colour bar
 * @param colors of numbers; what lies beyond an end has the colour of the end
 * @param joint the colour of the joints between cells, which sets cells apart from each other and
 *     the page
 * @param smallestCellWithText how large a cell must be to have its number printed
 * @param scale in whose even units the numbers are
 */
record ColorScale(
    double low,
    double high,
    DoubleFunction<Color> colors,
    Color joint,
    DoubleFunction<String> texts,
    double smallestCellWithText,
    Scale scale) {
  /** Shares from 0 to 1, from dark to light. */
  static ColorScale unit() {
    return new ColorScale(
        0, 1, ColorRamp.VIRIDIS::color, Color.WHITE, NumberText::ofHundredths, 27, Scale.LINEAR);
  }

  /**
   * Numbers on both sides of 0. The joints are grey: the cells near 0 are as good as white.
   *
   * @param bound the largest size of a number; above 0
   */
  static ColorScale diverging(double bound) {
    return new ColorScale(
        -bound,
        bound,
        value -> ColorRamp.BLUE_TO_RED.color((1 + value / bound) / 2),
        Theme.JOINT,
        NumberText::ofEntry,
        44,
        Scale.LINEAR);
  }

  /**
   * Numbers from one to another, from dark to light, in the even units of a scale; none is printed.
   */
  static ColorScale sequential(double low, double high, Scale scale) {
    return new ColorScale(
        low,
        high,
        value -> ColorRamp.VIRIDIS.color((value - low) / (high - low)),
        Color.WHITE,
        NumberText::ofEntry,
        Double.POSITIVE_INFINITY,
        scale);
  }

  /** The marks of its bar. */
  List<AxisTick> ticks() {
    return switch (scale) {
      case LINEAR -> LinearTicks.between(low, high);
      case LOG -> LogTicks.between(low, high);
    };
  }

  Color color(double value) {
    return colors.apply(value);
  }

  String text(double value) {
    return texts.apply(value);
  }
}
