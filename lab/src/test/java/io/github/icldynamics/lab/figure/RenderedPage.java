package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Chart;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The pixels of a figure and the places of its shaded plots, read back from its PNG and SVG. */
record RenderedPage(BufferedImage pixels, List<Plot> plots) {
  private static final Pattern PLACE =
      Pattern.compile("translate\\(([\\d.]+),([\\d.]+)\\) scale\\(0.5,0.5\\)");

  /** A shaded plot, in units of the page. */
  record Plot(double left, double top, double width, double height) {}

  static RenderedPage of(Chart figure) throws Exception {
    var document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Picture.svg(figure))));
    var images = document.getElementsByTagName("image");
    var plots =
        IntStream.range(0, images.getLength())
            .mapToObj(i -> plot((Element) images.item(i)))
            .toList();
    return new RenderedPage(ImageIO.read(new ByteArrayInputStream(Picture.png(figure))), plots);
  }

  /** An image of two pixels to the unit; it or the group around it says where it is. */
  private static Plot plot(Element image) {
    var placed = image.hasAttribute("transform") ? image : (Element) image.getParentNode();
    var place = PLACE.matcher(placed.getAttribute("transform"));
    if (!place.matches()) {
      throw new IllegalStateException("An image has no place: " + placed.getAttribute("transform"));
    }
    return new Plot(
        Double.parseDouble(place.group(1)),
        Double.parseDouble(place.group(2)),
        Double.parseDouble(image.getAttribute("width")) / 2,
        Double.parseDouble(image.getAttribute("height")) / 2);
  }

  /** The colour of a plot at shares of its width, from the left, and of its height, from below. */
  Color at(int plot, double x, double y) {
    var place = plots.get(plot);
    double right = place.left() + x * place.width();
    double down = place.top() + (1 - y) * place.height();
    return new Color(pixels.getRGB((int) (2 * right), (int) (2 * down)));
  }
}
