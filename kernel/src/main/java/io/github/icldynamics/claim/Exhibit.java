package io.github.icldynamics.claim;

import io.github.icldynamics.numeric.Vector;
import java.util.List;

/**
 * Evidence to be looked at: series over two axes. Data, not a drawing.
 *
 * @param series what was measured first, then what it is compared with
 */
public record Exhibit(String title, Axis x, Axis y, List<Series> series) {
  public Exhibit {
    series = List.copyOf(series);
  }

  /** An axis of an exhibit. */
  public record Axis(String label, boolean logarithmic) {
    /** Evenly spaced. */
    public static Axis linear(String label) {
      return new Axis(label, false);
    }

    /** By decades. */
    public static Axis log(String label) {
      return new Axis(label, true);
    }
  }

  /** What a series is. */
  public enum Kind {
    /** Single measurements. */
    POINTS,
    /** A measured curve. */
    CURVE,
    /** What a statement predicts. */
    LAW
  }

  /**
   * A series of points.
   *
   * @param x as many as y
   */
  public record Series(String label, Kind kind, Vector x, Vector y) {
    public Series {
      if (x.size() != y.size()) {
        throw new IllegalArgumentException(
            "A series needs as many x as y, not " + x.size() + " and " + y.size());
      }
    }
  }
}
