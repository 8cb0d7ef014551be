package io.github.icldynamics.chart;

/**
 * A shaded stretch of the x axis, such as a phase of training.
 *
 * @param from left edge
 * @param to right edge, possibly infinite
 */
public record Band(double from, double to, String label) {
  public Band {
    if (!(from <= to)) {
      throw new IllegalArgumentException("A band cannot run from " + from + " to " + to);
    }
  }
}
