package io.github.icldynamics.lab.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Band;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MatrixPanel;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ProbabilityMap;
import io.github.icldynamics.chart.ProbabilityPanel;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.lab.store.CsvTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {
  private static final LineChart CHART =
      new LineChart(
          "left",
          Axis.log("time, τ"),
          Axis.linear("error"),
          List.of(
              new Curve("a", List.of(new Point(1, 0.1), new Point(2, 1e-300)), CurveStyle.solid(0)),
              new Curve("b", List.of(new Point(3, -1)), CurveStyle.marks(1))),
          List.of(new Band(1, 2, "I")),
          List.of(ReferenceLine.horizontal(0.01, "ε"), ReferenceLine.vertical(5, "T")));

  @Test
  void aLineChartIsItsPointsPhasesAndLines() {
    assertEquals(
        """
        panel,kind,label,x_axis,y_axis,x,y,value
        ,curve,a,"time, τ",error,1.0,0.1,
        ,curve,a,"time, τ",error,2.0,1.0E-300,
        ,marks,b,"time, τ",error,3.0,-1.0,
        ,phase,I,"time, τ",error,1.0,,2.0
        ,line,ε,"time, τ",error,,0.01,
        ,line,T,"time, τ",error,5.0,,
        """,
        CsvTable.text(FigureTable.of(CHART)));
  }

  @Test
  void panelsAreToldApart() {
    var figure = new MultiPanel("", List.of(CHART, CHART), MultiPanel.Arrangement.STACKED);
    var table = FigureTable.of(figure);
    assertEquals(12, table.size());
    assertTrue(table.rows().allMatch(row -> table.text("panel", row).equals("left")));
  }

  @Test
  void aHeatmapIsItsCells() {
    var ticks = new HeatmapRow.Ticks("query", List.of("v₁", "v₂"));
    var cells = List.of(List.of(0.1, 0.2), List.of(0.3, Double.NaN));
    var figure =
        new HeatmapRow("", ticks, ticks, "attention", List.of(new Heatmap("start", cells)));
    var table = FigureTable.of(figure);
    assertEquals(4, table.size());
    assertEquals("v₂, v₁", table.text("label", 2));
    assertEquals(1, table.real("x", 2));
    assertEquals(2, table.real("y", 2));
    assertEquals(0.3, table.real("value", 2));
    assertTrue(Double.isNaN(table.real("value", 3)));
  }

  @Test
  void aMatrixIsItsEntries() {
    var panel = new MatrixPanel("W", List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)), "weight");
    var table = FigureTable.of(new MatrixMap("", "row", "column", List.of(panel)));
    assertEquals(4, table.size());
    assertEquals(2, table.real("value", 1));
    assertEquals(2, table.real("x", 1));
    assertEquals("row", table.text("y_axis", 1));
  }

  /** Places are spread evenly from edge to edge. */
  @Test
  void aMapOfProbabilitiesIsItsPlacesAndMarks() {
    var place = List.of(0.25, 0.75);
    var row = List.of(place, place, place);
    var panel =
        new ProbabilityPanel(
            "", List.of(row, row), List.of(List.of(new Point(1, 1)), List.<Point>of()));
    var axis = Axis.linear("x₁").within(-1, 1);
    var figure =
        new ProbabilityMap(
            "",
            axis,
            axis,
            List.of("zero", "one"),
            List.of(panel),
            MultiPanel.Arrangement.SIDE_BY_SIDE);
    var table = FigureTable.of(figure);
    assertEquals(13, table.size());
    assertEquals("marks", table.text("kind", 0));
    assertEquals(
        List.of(-1.0, 0.0, 1.0),
        table.rows().skip(1).limit(3).mapToObj(i -> table.real("x", i)).toList());
    assertEquals(0.75, table.real("value", 12));
    assertEquals("one", table.text("label", 12));
  }
}
