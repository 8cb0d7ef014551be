package io.github.icldynamics.lab.figure;

/** A picture as data. The same figure always renders to the same bytes. */
public sealed interface Figure
    permits LineChart, MultiPanel, HeatmapRow, ProbabilityMap, MatrixMap {
  /** The picture as a PNG of two pixels to the unit, on white. */
  default byte[] png() {
    return PngPage.of(Drawing.of(this));
  }

  /** The picture as an SVG document with real text. */
  default String svg() {
    return SvgPage.of(Drawing.of(this));
  }
}
