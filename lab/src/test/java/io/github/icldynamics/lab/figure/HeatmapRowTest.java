package io.github.icldynamics.lab.figure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeatmapRowTest {
  private static HeatmapRow row(int rows, int columns, double value) {
    var cells = Collections.nCopies(rows, Collections.nCopies(columns, value));
    return new HeatmapRow(
        "",
        new HeatmapRow.Ticks("query", names(rows)),
        new HeatmapRow.Ticks("feature", names(columns)),
        "mean attention",
        List.of(new Heatmap("start, τ = 0", cells), new Heatmap("end", cells)));
  }

  private static List<String> names(int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> "v" + i).toList();
  }

  @Test
  void largeCellsShowTheirValuesAndSmallOnesDoNot() {
    assertTrue(Picture.svg(row(3, 4, 0.254)).contains(">0.25<"));
    assertFalse(Picture.svg(row(60, 60, 0.254)).contains(">0.25<"));
  }

  @Test
  void aMissingValueIsGrey() {
    assertTrue(Picture.svg(row(2, 3, Double.NaN)).contains("rgb(221,221,221)"));
  }

  @Test
  void shapesAreChecked() {
    var queries = new HeatmapRow.Ticks("query", names(2));
    var panels = List.of(new Heatmap("wrong", List.of(List.of(0.5))));
    assertThrows(
        IllegalArgumentException.class,
        () -> new HeatmapRow("", queries, queries, "attention", panels));
  }
}
