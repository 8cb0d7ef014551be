package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaperFigureTest {
  static Stream<Chart> figures() {
    return FigureTest.figures();
  }

  @ParameterizedTest
  @MethodSource("figures")
  void everyFigureIsAsWideAsItsPaperAndNoHigherThanAPage(Chart figure) throws IOException {
    for (var width : PaperWidth.values()) {
      try (var document = Loader.loadPDF(PaperFigure.pdf(figure, width))) {
        assertEquals(1, document.getNumberOfPages());
        var box = document.getPage(0).getMediaBox();
        assertEquals(72 * width.inches(), box.getWidth(), 1e-3);
        assertTrue(box.getHeight() < 72 * 9, () -> "height in points: " + box.getHeight());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void theSameFigureGivesTheSameBytesOnAnyThread(Chart figure) {
    var pdf = CompletableFuture.supplyAsync(() -> PaperFigure.pdf(figure, PaperWidth.COLUMN));
    var svg = CompletableFuture.supplyAsync(() -> PaperFigure.svg(figure, PaperWidth.COLUMN));
    assertArrayEquals(PaperFigure.pdf(figure, PaperWidth.COLUMN), pdf.join());
    assertEquals(PaperFigure.svg(figure, PaperWidth.COLUMN), svg.join());
  }

  /** Journals refuse others. */
  @ParameterizedTest
  @MethodSource("figures")
  void allFontsAreInThePdf(Chart figure) throws IOException {
    try (var document = Loader.loadPDF(PaperFigure.pdf(figure, PaperWidth.PAGE))) {
      var fonts = fonts(document.getPage(0).getResources()).toList();
      assertFalse(fonts.isEmpty());
      assertTrue(fonts.stream().allMatch(PDFont::isEmbedded), fonts.toString());
    }
  }

  private static Stream<PDFont> fonts(PDResources resources) {
    return Stream.concat(
        names(resources.getFontNames()).map(name -> font(resources, name)),
        names(resources.getXObjectNames()).flatMap(name -> fontsOfForm(resources, name)));
  }

  private static Stream<COSName> names(Iterable<COSName> names) {
    return StreamSupport.stream(names.spliterator(), false);
  }

  private static PDFont font(PDResources resources, COSName name) {
    try {
      return resources.getFont(name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<PDFont> fontsOfForm(PDResources resources, COSName name) {
    try {
      return resources.getXObject(name) instanceof PDFormXObject form
          ? fonts(form.getResources())
          : Stream.empty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void labelsStandInItAndTheTitleDoesNot() throws IOException {
    String text = text(PaperFigure.pdf(SampleFigures.errors(), PaperWidth.COLUMN));
    assertTrue(text.contains("iteration τ"), text);
    assertTrue(text.contains("under-represented"), text);
    assertFalse(text.contains("Prediction error of two queries"), text);
  }

  /** The letters lack raised digits, lowered letters and the sign of proportionality. */
  @Test
  void whatTheLettersLackIsDrawnFromOthers() throws IOException {
    var points = List.of(new Point(1, 1), new Point(1e6, 1e6));
    var curve = new Curve("∝ 1/pₖ²", points, CurveStyle.solid(0));
    var x = Axis.log("x");
    var chart = new LineChart("", x, Axis.log("y"), List.of(curve), List.of(), List.of());
    String text = text(PaperFigure.pdf(chart, PaperWidth.COLUMN));
    assertTrue(text.replaceAll("\\s", "").contains("∝1/pk2"), text);
    assertTrue(text.replaceAll("\\s", "").contains("106"), text);
  }

  /** A mark takes no room, and what follows stands where it would without it. */
  @Test
  void aMarkStandsOverItsLetter() {
    var marked = Typeface.serif().label("v\u0304 τ");
    assertEquals(Typeface.serif().label("v τ").width(), marked.width(), 1e-9);
    var hat = Typeface.serif().label("P\u0302");
    assertEquals(Typeface.serif().label("P").width(), hat.width(), 1e-9);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void theSvgSaysItsWidthInInchesAndItsFonts(PaperWidth width) {
    String svg = PaperFigure.svg(SampleFigures.stacked(), width);
    assertTrue(svg.contains("width=\"" + width.inches() + "in\""), svg.substring(0, 400));
    assertTrue(svg.contains("font-family=\"Liberation Serif, Times New Roman"));
    assertFalse(svg.contains("Errors and weights"));
    assertTrue(svg.contains("query v"), "panels keep their titles");
  }

  /** A legend that is wider than the column is broken into lines. */
  @Test
  void longEntriesOfALegendAreBroken() {
    String label = "a law of second order with the first three corrections of its remainder";
    var curve = new Curve(label, List.of(new Point(0, 0), new Point(1, 1)), CurveStyle.solid(0));
    var chart =
        new LineChart("", Axis.linear("x"), Axis.linear("y"), List.of(curve), List.of(), List.of());
    assertTrue(PaperFigure.svg(chart, PaperWidth.PAGE).contains(label));
    String column = PaperFigure.svg(chart, PaperWidth.COLUMN);
    assertFalse(column.contains(label));
    assertTrue(column.contains("a law of second order"));
    assertTrue(column.contains("remainder"));
  }
}
