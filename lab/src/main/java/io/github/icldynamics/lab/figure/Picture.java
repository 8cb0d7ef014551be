package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Chart;

/** Charts painted for a screen. */
public final class Picture {
  private static final Sheet SCREEN = new Sheet.Screen();

  private Picture() {}

  /** A chart as a PNG of two pixels to the unit, on white. */
  public static byte[] png(Chart chart) {
    return PngPage.of(Drawing.of(chart, SCREEN));
  }

  /** A chart as an SVG document with real text. */
  public static String svg(Chart chart) {
    return SvgPage.of(Drawing.of(chart, SCREEN), SCREEN);
  }
}
