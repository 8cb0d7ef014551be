package io.github.icldynamics.chart;

import java.util.List;

/**
 * One to four square matrices of one size side by side, coloured by how far their entries lie from
 * 0 and to which side. Panels of one scale share its colours, which reach from minus to plus the
 * largest entry of them all; a colour bar stands to the right of neighbours that share a scale. The
 * entries of matrices of up to six rows are printed in their cells, to three significant digits.
 * Rows and columns are counted from 1.
 *
 * @param title above all panels; may be empty
 * @param rows what the rows run over, such as "row"; may be empty
 * @param columns what the columns run over; may be empty
 */
public record MatrixMap(String title, String rows, String columns, List<MatrixPanel> panels)
    implements Chart {
  private static final int MOST_PANELS = 4;

  public MatrixMap {
    panels = List.copyOf(panels);
    if (panels.isEmpty() || panels.size() > MOST_PANELS) {
      throw new IllegalArgumentException(
          "A matrix map has one to four panels, not " + panels.size());
    }
    int order = panels.getFirst().order();
    for (var panel : panels) {
      if (panel.order() != order) {
        throw new IllegalArgumentException(
            "The matrix \"" + panel.title() + "\" is not " + order + " by " + order);
      }
    }
  }

  /** How many rows and columns each matrix has. */
  public int order() {
    return panels.getFirst().order();
  }

  /** The number at the ends of a scale; where all entries are 0, any would do. */
  public double bound(String scale) {
    double largest =
        panels.stream()
            .filter(panel -> panel.scale().equals(scale))
            .mapToDouble(MatrixPanel::largest)
            .max()
            .orElseThrow();
    return largest > 0 ? largest : 1;
  }
}
