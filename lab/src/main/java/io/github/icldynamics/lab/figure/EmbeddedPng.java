package io.github.icldynamics.lab.figure;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.util.Base64;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/** Writes an image into the SVG document itself, with the same encoder as whole pages. */
final class EmbeddedPng extends DefaultImageHandler {
  private static final String XLINK = "http://www.w3.org/1999/xlink";

  @Override
  protected void handleHREF(Image image, Element element, SVGGeneratorContext context) {
    embed((BufferedImage) image, element);
  }

  @Override
  protected void handleHREF(RenderedImage image, Element element, SVGGeneratorContext context) {
    embed((BufferedImage) image, element);
  }

  private static void embed(BufferedImage image, Element element) {
    var bytes = Base64.getEncoder().encodeToString(PngEncoder.encode(image));
    element.setAttributeNS(XLINK, "xlink:href", "data:image/png;base64," + bytes);
  }
}
