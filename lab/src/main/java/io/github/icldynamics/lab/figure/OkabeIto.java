package io.github.icldynamics.lab.figure;

import java.awt.Color;
import java.util.List;

/** The palette of Okabe and Ito, the colours that stand out best on white first. */
final class OkabeIto {
  private static final List<Color> COLORS =
      List.of(
          new Color(0x0072B2),
          new Color(0xD55E00),
          new Color(0x009E73),
          new Color(0xCC79A7),
          new Color(0xE69F00),
          new Color(0x56B4E9),
          new Color(0x000000),
          new Color(0xF0E442));

  private OkabeIto() {}

  static Color color(int index) {
    return COLORS.get(Math.floorMod(index, COLORS.size()));
  }
}
