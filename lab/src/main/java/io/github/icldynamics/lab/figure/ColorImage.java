package io.github.icldynamics.lab.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Colours over a plot as one image: as shapes they would be tens of thousands, with seams. It has
 * the pixels of a {@link PngPage}, so that neither page has to smooth it.
 */
record ColorImage(Shading shading) {
  /** The colour of each place of the unit square. */
  @FunctionalInterface
  interface Shading {
    /**
     * A colour.
     *
     * @param x from 0 at the left to 1
     * @param y from 0 at the foot to 1
     */
    Color at(double x, double y);
  }

  void paint(Graphics2D graphics, Rectangle2D plot) {
    var clip = graphics.getClip();
    var transform = graphics.getTransform();
    graphics.clip(plot);
    graphics.translate(plot.getX(), plot.getY());
    graphics.scale(1.0 / PngPage.SHARPNESS, 1.0 / PngPage.SHARPNESS);
    graphics.drawImage(image(plot), 0, 0, null);
    graphics.setTransform(transform);
    graphics.setClip(clip);
  }

  private BufferedImage image(Rectangle2D plot) {
    double width = PngPage.SHARPNESS * plot.getWidth();
    double height = PngPage.SHARPNESS * plot.getHeight();
    var image =
        new BufferedImage(
            (int) Math.ceil(width), (int) Math.ceil(height), BufferedImage.TYPE_INT_RGB);
    for (int j = 0; j < image.getHeight(); j++) {
      double y = Math.max(0, 1 - (j + 0.5) / height);
      for (int i = 0; i < image.getWidth(); i++) {
        double x = Math.min(1, (i + 0.5) / width);
        image.setRGB(i, j, shading.at(x, y).getRGB());
      }
    }
    return image;
  }
}
