package io.github.icldynamics.lab.figure;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** A drawing as a PNG. */
final class PngPage {
  /** Pixels to the unit of a drawing. */
  static final int SHARPNESS = 2;

  private PngPage() {}

  static byte[] of(Drawing drawing) {
    var size = drawing.size();
    int width = SHARPNESS * size.width;
    int height = SHARPNESS * size.height;
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setPaint(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.scale(SHARPNESS, SHARPNESS);
    Theme.smooth(graphics);
    drawing.paint(graphics);
    graphics.dispose();
    return PngEncoder.encode(image);
  }
}
