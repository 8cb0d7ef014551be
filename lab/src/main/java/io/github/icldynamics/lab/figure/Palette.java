package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.CurveColor;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/** The colours of curves and classes. */
final class Palette {
  /** The palette of Okabe and Ito, the colours that stand out best on white first. */
  private static final List<Color> COLORS =
      IntStream.of(0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x000000, 0xF0E442)
          .mapToObj(Color::new)
          .toList();

  /** Beyond this the scale is too pale for a thin line on white paper. */
  private static final double PALEST_LINE = 0.9;

  private Palette() {}

  static Color color(CurveColor color) {
    return switch (color) {
      case CurveColor.Categorical(int index) -> color(index);
      case CurveColor.Graded(double position) -> ColorRamp.VIRIDIS.color(PALEST_LINE * position);
    };
  }

  static Color color(int index) {
    return COLORS.get(Math.floorMod(index, COLORS.size()));
  }
}
