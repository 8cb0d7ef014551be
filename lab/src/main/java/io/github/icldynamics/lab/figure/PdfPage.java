package io.github.icldynamics.lab.figure;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A drawing as a PDF, with those letters of its fonts in it that it uses. */
final class PdfPage {
  private static final double POINTS_PER_UNIT = 72 / PaperWidth.UNITS_PER_INCH;

  /** Else the document would be named by the clock. */
  private static final long SAME_NAME = 1;

  private PdfPage() {}

  static byte[] of(Drawing drawing) {
    var size = drawing.size();
    float width = (float) (POINTS_PER_UNIT * size.width);
    float height = (float) (POINTS_PER_UNIT * size.height);
    try (var document = new PDDocument();
        var out = new ByteArrayOutputStream()) {
      document.setDocumentId(SAME_NAME);
      var page = new PDPage(new PDRectangle(width, height));
      document.addPage(page);
      var graphics = new PdfBoxGraphics2D(document, width, height);
      graphics.setFontTextDrawer(new EmbeddedFonts(document));
      graphics.scale(POINTS_PER_UNIT, POINTS_PER_UNIT);
      drawing.paintPage(graphics);
      graphics.dispose();
      try (var content = new PDPageContentStream(document, page)) {
        content.drawForm(graphics.getXFormObject());
      }
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The two fonts of print, each once. */
  private static final class EmbeddedFonts extends PdfBoxGraphics2DFontTextDrawer {
    private final PDFont letters;
    private final PDFont signs;

    EmbeddedFonts(PDDocument document) throws IOException {
      letters = embedded(document, Typeface.SERIF_LETTERS);
      signs = embedded(document, Typeface.SERIF_SIGNS);
    }

    private static PDFont embedded(PDDocument document, String resource) throws IOException {
      try (var in = Typeface.open(resource)) {
        return PDType0Font.load(document, in, true);
      }
    }

    @Override
    protected PDFont mapFont(Font font, IFontTextDrawerEnv environment) {
      return font.getFamily().equals(Typeface.serif().signs().getFamily()) ? signs : letters;
    }
  }
}
