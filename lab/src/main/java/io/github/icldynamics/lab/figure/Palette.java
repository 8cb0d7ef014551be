package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.CurveColor;
import java.awt.Color;

/** The colours of curves. */
final class Palette {
  private Palette() {}

  static Color color(CurveColor color) {
    return switch (color) {
      case CurveColor.Categorical(int index) -> OkabeIto.color(index);
      case CurveColor.Graded(double position) -> Viridis.onWhite(position);
    };
  }
}
