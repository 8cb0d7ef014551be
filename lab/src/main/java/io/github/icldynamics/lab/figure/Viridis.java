package io.github.icldynamics.lab.figure;

import java.awt.Color;
import java.util.List;

/** The viridis colour scale, linear between eleven of its own colours. */
final class Viridis {
  /** Beyond this the scale is too pale for a thin line on white paper. */
  private static final double PALEST_LINE = 0.9;

  private static final List<Color> ANCHORS =
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
          new Color(0xFDE725));

  private Viridis() {}

  /** The colour at a position, which is moved into [0, 1] first. */
  static Color color(double position) {
    double place = Math.clamp(position, 0.0, 1.0) * (ANCHORS.size() - 1);
    int below = Math.min((int) place, ANCHORS.size() - 2);
    return mix(ANCHORS.get(below), ANCHORS.get(below + 1), place - below);
  }

  static Color onWhite(double position) {
    return color(PALEST_LINE * position);
  }

  private static Color mix(Color from, Color to, double share) {
    return new Color(
        mix(from.getRed(), to.getRed(), share),
        mix(from.getGreen(), to.getGreen(), share),
        mix(from.getBlue(), to.getBlue(), share));
  }

  private static int mix(int from, int to, double share) {
    return Math.toIntExact(Math.round(from + share * (to - from)));
  }
}
