package io.github.icldynamics.lab.paper;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.lab.figure.PaperFigure;
import io.github.icldynamics.lab.figure.PaperWidth;
import io.github.icldynamics.lab.store.CsvTable;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * The files for a paper.
 *
 * @param all what makes each, by its name
 */
public record PaperFiles(SequencedMap<String, Supplier<byte[]>> all) {
  /** What tables for a paper are kept in. */
  public static final String TABLE = "table.tex";

  public PaperFiles {
    all = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(all));
  }

  /** No files. */
  public static PaperFiles none() {
    return new PaperFiles(new LinkedHashMap<>());
  }

  /** The files of figures by name: PDF and SVG in both widths, and what they show as CSV. */
  public static PaperFiles of(Map<String, ? extends Chart> figures) {
    var files = new LinkedHashMap<String, Supplier<byte[]>>();
    figures.forEach((name, chart) -> put(name, chart, files));
    return new PaperFiles(files);
  }

  private static void put(String name, Chart chart, Map<String, Supplier<byte[]>> files) {
    for (var width : PaperWidth.values()) {
      String file = name + "-" + width.inches() + "in";
      files.put(file + ".pdf", () -> PaperFigure.pdf(chart, width));
      files.put(file + ".svg", () -> bytes(PaperFigure.svg(chart, width)));
    }
    files.put(name + "-figure.csv", () -> bytes(CsvTable.text(FigureTable.of(chart))));
  }

  /** These files and one of tables, if there are any. */
  public PaperFiles with(String name, List<LatexTable> tables) {
    if (tables.isEmpty()) {
      return this;
    }
    var files = new LinkedHashMap<>(all);
    files.put(name, () -> bytes(LatexTable.file(tables)));
    return new PaperFiles(files);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
