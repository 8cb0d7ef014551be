package io.github.icldynamics.lab.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** What lies under the curves of a panel. */
sealed interface Ground {
  /** White paper with lines at the marks of the axes. */
  record Ruled() implements Ground {}

  /** The colours of class probabilities from edge to edge. */
  record Shaded(ProbabilityField field) implements Ground {
    /**
     * Paints the colours as one image: as shapes they would be tens of thousands, with seams. It
     * has the pixels of a {@link PngPage}, so that neither page has to smooth it.
     */
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
          image.setRGB(i, j, ClassShade.of(field.at(x, y)).getRGB());
        }
      }
      return image;
    }
  }
}
