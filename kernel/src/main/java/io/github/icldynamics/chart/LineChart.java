package io.github.icldynamics.chart;

import java.util.List;

/**
 * Curves over an x and a y axis, with the legend below.
 *
 * @param title above the plot; may be empty
 * @param bands from left to right
 */
public record LineChart(
    String title,
    Axis x,
    Axis y,
    List<Curve> curves,
    List<Band> bands,
    List<ReferenceLine> referenceLines)
    implements Chart {
  public LineChart {
    curves = List.copyOf(curves);
    bands = List.copyOf(bands);
    referenceLines = List.copyOf(referenceLines);
  }
}
