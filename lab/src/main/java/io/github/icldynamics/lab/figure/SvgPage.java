package io.github.icldynamics.lab.figure;

import java.awt.Dimension;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.StringWriter;
import java.util.Base64;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultImageHandler;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A drawing as an SVG document. */
final class SvgPage {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  /** Decimals of a coordinate: a hundredth of a unit is finer than any printer. */
  private static final int DECIMALS = 2;

  private SvgPage() {}

  static String of(Drawing drawing, Sheet sheet) {
    var size = drawing.size();
    var graphics = new SVGGraphics2D(context(sheet.typeface()), false);
    graphics.setSVGCanvasSize(size);
    drawing.paintPage(graphics);
    var root = graphics.getRoot();
    if (sheet instanceof Sheet.Print) {
      root.setAttributeNS(null, "width", inches(size.width));
      root.setAttributeNS(null, "height", inches(size.height));
    }
    return text(graphics, root, size);
  }

  private static String inches(int units) {
    return units / PaperWidth.UNITS_PER_INCH + "in";
  }

  private static SVGGeneratorContext context(Typeface typeface) {
    var context = SVGGeneratorContext.createDefault(document());
    context.setComment(null);
    context.setPrecision(DECIMALS);
    context.setImageHandler(new EmbeddedPng());
    context.setStyleHandler(new FontStyle(typeface.families()));
    return context;
  }

  private static Document document() {
    try {
      var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
      return builder.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The parser of the JDK has no such feature", e);
    }
  }

  private static String text(SVGGraphics2D graphics, Element root, Dimension size) {
    root.setAttributeNS(null, "viewBox", "0 0 " + size.width + " " + size.height);
    SvgScripts.raise(root);
    var writer = new StringWriter();
    try {
      graphics.stream(root, writer, false, false);
    } catch (SVGGraphics2DIOException e) {
      throw new IllegalStateException("A string cannot fail to be written", e);
    }
    return DECLARATION + withoutDoctype(writer.toString());
  }

  /** Batik names the DTD of SVG 1.0, which a careful reader would go and fetch. */
  private static String withoutDoctype(String document) {
    return document.substring(document.indexOf("<svg"));
  }

  /** Names fonts to fall back on wherever Batik names the one font that was drawn with. */
  private static final class FontStyle extends DefaultStyleHandler {
    private static final String FAMILY = "font-family";

    private final String families;

    FontStyle(String families) {
      this.families = families;
    }

    @Override
    @SuppressWarnings("rawtypes") // the signature of Batik
    public void setStyle(Element element, Map style, SVGGeneratorContext context) {
      super.setStyle(element, style, context);
      if (element.hasAttribute(FAMILY)) {
        element.setAttributeNS(null, FAMILY, families);
      }
    }
  }

  /** Writes an image into the document itself, with the same encoder as whole pages. */
  private static final class EmbeddedPng extends DefaultImageHandler {
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
}
