package io.github.icldynamics.lab.figure;

import java.awt.Color;
import java.util.List;

/** The viridis colour scale, linear between eleven of its own colours. */
final class Viridis {
  /** Beyond this the scale is too pale for a thin line on white paper. */
  private static final double PALEST_LINE = 0.9;

  private static final ColorRamp RAMP =
      new ColorRamp(
          List.of(
              new Color(0x440154),
              new Color(0x482475),
              new Color(0x414487),
              new Color(0x355F8D),
              new Color(0x2A788E),
              new Color(0x21918C),
              new Color(0x22A884),
              new Color(0x44BF70),
              new Color(0x7AD151),
              new Color(0xBDDF26),
              new Color(0xFDE725)));

  private Viridis() {}

  /** The colour at a position, which is moved into [0, 1] first. */
  static Color color(double position) {
    return RAMP.color(position);
  }

  static Color onWhite(double position) {
    return color(PALEST_LINE * position);
  }
}
