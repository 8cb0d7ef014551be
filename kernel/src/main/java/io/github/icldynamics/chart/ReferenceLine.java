package io.github.icldynamics.chart;

/** A thin labelled line across the whole plot, such as a threshold. */
public record ReferenceLine(Direction direction, double value, String label) {
  /** The way a reference line runs. */
  public enum Direction {
    HORIZONTAL,
    VERTICAL
  }

  /** The line {@code y = value}. */
  public static ReferenceLine horizontal(double value, String label) {
    return new ReferenceLine(Direction.HORIZONTAL, value, label);
  }

  /** The line {@code x = value}. */
  public static ReferenceLine vertical(double value, String label) {
    return new ReferenceLine(Direction.VERTICAL, value, label);
  }
}
