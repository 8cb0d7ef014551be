package io.github.icldynamics.lab.figure;

import java.awt.Color;
import java.util.List;

/** A colour scale that is linear between colours at even distances. */
record ColorRamp(List<Color> anchors) {
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
