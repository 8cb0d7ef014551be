package io.github.icldynamics.lab.figure;

import java.awt.Color;

/** The colour of the ground where classes have some probabilities. */
final class ClassShade {
  /** The share of white, which keeps marks and lines on the ground visible. */
  private static final double WHITE = 0.5;

  private static final int FULL = 255;

  private ClassShade() {}

  /** The colours of the classes in the shares of their probabilities, and white. */
  static Color of(double[] law) {
    double red = 0;
    double green = 0;
    double blue = 0;
    for (int k = 0; k < law.length; k++) {
      var color = Palette.color(k);
      red += law[k] * color.getRed();
      green += law[k] * color.getGreen();
      blue += law[k] * color.getBlue();
    }
    return new Color(paled(red), paled(green), paled(blue));
  }

  /** The ground where a class is certain. */
  static Color of(Color ofClass) {
    return new Color(paled(ofClass.getRed()), paled(ofClass.getGreen()), paled(ofClass.getBlue()));
  }

  private static int paled(double part) {
    return Math.clamp(Math.round(WHITE * FULL + (1 - WHITE) * part), 0, FULL);
  }
}
