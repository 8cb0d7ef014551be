package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.chart.Scale;
import java.util.List;

/**
 * An axis of a sweep as pictures show it.
 *
 * @param field as it is called in the table
 * @param label for people
 * @param symbol short, for legends
 * @param numbers of its values as they were run; NaN where one is no number
 * @param texts of its values
 */
record PlotAxis(
    String field, String label, String symbol, List<Double> numbers, List<String> texts) {
  private static final double WIDE = 30;
  private static final int DIGITS = 3;

  PlotAxis {
    numbers = List.copyOf(numbers);
    texts = List.copyOf(texts);
  }

  int size() {
    return texts.size();
  }

  boolean isNumeric() {
    return numbers.stream().allMatch(Double::isFinite);
  }

  /** An axis on which places are told apart: logarithmic where they lie decades apart. */
  Axis axis() {
    return axis(label, numbers);
  }

  /** The same for other numbers. */
  static Axis axis(String label, List<Double> numbers) {
    return new Axis(label, scale(numbers), new Extent.Automatic());
  }

  /** Logarithmic for numbers that lie decades apart; zeros among them have no place there. */
  static Scale scale(List<Double> numbers) {
    var finite = numbers.stream().filter(Double::isFinite).toList();
    double low = finite.stream().filter(number -> number > 0).min(Double::compare).orElse(1.0);
    double high = finite.stream().max(Double::compare).orElse(0.0);
    boolean hasNegative = finite.stream().anyMatch(number -> number < 0);
    return !hasNegative && high / low >= WIDE ? Scale.LOG : Scale.LINEAR;
  }

  /** A value as a legend calls it. */
  String valueText(int index) {
    double number = numbers.get(index);
    String value = Double.isFinite(number) ? NumberText.of(number, DIGITS) : texts.get(index);
    return symbol + " = " + value;
  }
}
