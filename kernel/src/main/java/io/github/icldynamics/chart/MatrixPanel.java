package io.github.icldynamics.chart;

import java.util.List;

/**
 * A square matrix under a title.
 *
 * @param entries d lists, one a row from the top, of d finite numbers
 * @param scale the name of the colour scale it belongs to, which its colour bar bears: what the
 *     entries are, such as "weight"
 */
public record MatrixPanel(String title, List<List<Double>> entries, String scale) {
  public MatrixPanel {
    entries = entries.stream().map(List::copyOf).toList();
    int order = entries.size();
    if (order == 0 || entries.stream().anyMatch(row -> row.size() != order)) {
      throw new IllegalArgumentException("The matrix \"" + title + "\" is not square");
    }
    if (!entries.stream().flatMap(List::stream).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          "The matrix \"" + title + "\" has an entry that is no finite number");
    }
  }

  /** How many rows and columns it has. */
  public int order() {
    return entries.size();
  }

  /** The largest size of an entry. */
  public double largest() {
    return entries.stream().flatMap(List::stream).mapToDouble(Math::abs).max().orElseThrow();
  }
}
