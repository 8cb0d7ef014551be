package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.MultiPanel;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FigureTest {
  static Stream<Chart> figures() {
    return Stream.of(
        SampleFigures.errors(),
        SampleFigures.zipf(),
        SampleFigures.twoQueries(),
        SampleFigures.stacked(),
        SampleFigures.attention(),
        SampleMaps.map(
            "",
            MultiPanel.Arrangement.IN_PAIRS,
            SampleMaps.softmaxOf("three classes", 3),
            SampleMaps.softmaxOf("the same", 3),
            SampleMaps.softmaxOf("below", 3)),
        SampleMaps.matrices(6));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void theSameFigureGivesTheSameBytesOnAnyThread(Chart figure) {
    var png = CompletableFuture.supplyAsync(() -> Picture.png(figure));
    var svg = CompletableFuture.supplyAsync(() -> Picture.svg(figure));
    assertArrayEquals(Picture.png(figure), png.join());
    assertEquals(Picture.svg(figure), svg.join());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void thePngIsTwiceAsLargeAsTheSvg(Chart figure) throws Exception {
    var header = ByteBuffer.wrap(Picture.png(figure), 16, 8);
    var svg = document(figure).getAttributes();
    assertEquals(header.getInt(), 2 * length(svg.getNamedItem("width").getNodeValue()));
    assertEquals(header.getInt(), 2 * length(svg.getNamedItem("height").getNodeValue()));
  }

  private static int length(String attribute) {
    return Integer.parseInt(attribute);
  }

  @Test
  void aLineChartIsSixteenHundredPixelsWide() {
    assertEquals(1600, ByteBuffer.wrap(Picture.png(SampleFigures.errors()), 16, 4).getInt());
  }

  @Test
  void theSvgHoldsTheLabelsAsText() throws Exception {
    var texts = texts(SampleFigures.errors());
    assertTrue(
        texts.containsAll(
            List.of("iteration τ", "population error", "dominant", "I", "III", "ε = 0.01")),
        texts.toString());
  }

  @Test
  void theSvgRaisesOrdinaryDigits() throws Exception {
    var texts = texts(SampleFigures.zipf());
    assertTrue(texts.contains("1012"), texts.toString());
    assertFalse(Picture.svg(SampleFigures.zipf()).contains("¹²"));
  }

  @Test
  void theSvgNamesFontsToFallBackOn() {
    var svg = Picture.svg(SampleFigures.errors());
    assertTrue(svg.contains("font-family=\"DejaVu Sans, Helvetica, Arial, sans-serif\""));
    assertFalse(svg.contains("'DejaVu Sans'"));
    assertFalse(svg.contains("DOCTYPE"));
  }

  @Test
  void everyMomentOfAttentionHasItsTitle() throws Exception {
    assertTrue(texts(SampleFigures.attention()).contains("end of I, τ = 8.5·103"));
  }

  @Test
  void theGridHasALineForEveryLabelOfAnAxis() throws Exception {
    var lines = document(SampleFigures.errors()).getElementsByTagName("line");
    var grid =
        IntStream.range(0, lines.getLength())
            .mapToObj(i -> (Element) lines.item(i))
            .filter(line -> line.getAttribute("stroke").equals("rgb(228,228,228)"))
            .toList();
    assertEquals(7, grid.stream().filter(FigureTest::isVertical).count());
    assertEquals(5, grid.stream().filter(line -> !isVertical(line)).count());
  }

  private static boolean isVertical(Element line) {
    return line.getAttribute("x1").equals(line.getAttribute("x2"));
  }

  private static List<String> texts(Chart figure) throws Exception {
    NodeList texts = document(figure).getOwnerDocument().getElementsByTagName("text");
    return IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .toList();
  }

  private static Element document(Chart figure) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(Picture.svg(figure))))
        .getDocumentElement();
  }
}
