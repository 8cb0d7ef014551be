package io.github.icldynamics.lab.figure;

import java.util.Map;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.w3c.dom.Element;

/** Names fonts to fall back on wherever Batik names the one font that was drawn with. */
final class FontStyle extends DefaultStyleHandler {
  private static final String FAMILY = "font-family";
  private static final String FAMILIES = "DejaVu Sans, Helvetica, Arial, sans-serif";

  @Override
  @SuppressWarnings("rawtypes") // the signature of Batik
  public void setStyle(Element element, Map style, SVGGeneratorContext context) {
    super.setStyle(element, style, context);
    if (element.hasAttribute(FAMILY)) {
      element.setAttributeNS(null, FAMILY, FAMILIES);
    }
  }
}
