package io.github.icldynamics.lab.sweep;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture asked for.
 *
 * @param x the axis from left to right; empty: the first with the most values
 * @param y a measure, or of a heat map an axis
 * @param colour a measure of a heat map, else an axis
 */
public record PlotRequest(
    Kind kind, Optional<String> x, Optional<String> y, Optional<String> colour) {
  /** What it looks like. */
  public enum Kind {
    /** A curve for each value of the axis that has colours. */
    LINE,
    /** A colour for each pair of values, with contours. */
    HEATMAP,
    /** A power law through the points of each curve, and the slopes between them beneath. */
    FIT
  }

  /** The measure that it shows, if it is named. */
  Optional<String> measure() {
    return kind == Kind.HEATMAP ? colour : y;
  }

  /** The axes that are named. */
  List<String> axes() {
    return Stream.of(x, kind == Kind.HEATMAP ? y : colour).flatMap(Optional::stream).toList();
  }
}
