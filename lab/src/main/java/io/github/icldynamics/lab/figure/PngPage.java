package io.github.icldynamics.lab.figure;

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
    graphics.scale(SHARPNESS, SHARPNESS);
    drawing.paintPage(graphics);
    graphics.dispose();
    return PngEncoder.encode(image);
  }
}
