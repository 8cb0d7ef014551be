package io.github.icldynamics.lab.figure;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/** A colour scale that is linear between colours at even distances. */
record ColorRamp(List<Color> anchors) {
  /** The viridis scale between eleven of its own colours. */
  static final ColorRamp VIRIDIS =
      of(
          0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151,
          0xBDDF26, 0xFDE725);

  /**
   * From blue by near white to red: the RdBu scale of ColorBrewer, which colour-blind readers can
   * read, without its darkest ends, whose hues are hard to tell.
   */
  static final ColorRamp BLUE_TO_RED =
      of(0x2166AC, 0x4393C3, 0x92C5DE, 0xD1E5F0, 0xF7F7F7, 0xFDDBC7, 0xF4A582, 0xD6604D, 0xB2182B);

  private static ColorRamp of(int... anchors) {
    return new ColorRamp(IntStream.of(anchors).mapToObj(Color::new).toList());
  }

  /** The colour at a position, which is moved into [0, 1] first. */
  Color color(double position) {
    double place = Math.clamp(position, 0.0, 1.0) * (anchors.size() - 1);
    int below = Math.min((int) place, anchors.size() - 2);
    return mix(anchors.get(below), anchors.get(below + 1), place - below);
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
