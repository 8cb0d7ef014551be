package io.github.icldynamics.chart;

/** Which values an axis shows. */
public sealed interface Extent {
  /** As many as the curves and reference lines need. */
  record Automatic() implements Extent {}

  /** Exactly those from one value to another. */
  record Fixed(double low, double high) implements Extent {
    /**
     * One of several values at even distances from one end to the other.
     *
     * @param index from 0, the low end, to count − 1, the high end
     * @param count at least 2
     */
    public double at(int index, int count) {
      double share = (double) index / (count - 1);
      return low * (1 - share) + high * share;
    }
  }
}
