package io.github.icldynamics.chart;

import java.util.List;

/**
 * A matrix of numbers under a title; from 0 to 1 in a {@link HeatmapRow}.
 *
 * @param cells a list a row; NaN leaves a cell grey
 */
public record Heatmap(String title, List<List<Double>> cells) {
  public Heatmap {
    cells = cells.stream().map(List::copyOf).toList();
  }
}
