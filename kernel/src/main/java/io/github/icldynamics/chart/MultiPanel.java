package io.github.icldynamics.chart;

import java.util.List;

/**
 * Line charts in one figure, with one legend for all: curves of the same label and style share an
 * entry.
 *
 * @param title above all panels; may be empty
 */
public record MultiPanel(String title, List<LineChart> panels, Arrangement arrangement)
    implements Chart {
  /** How the panels lie. */
  public enum Arrangement {
    SIDE_BY_SIDE,
    STACKED,
    /** Two to a row. */
    IN_PAIRS;

    /** How many panels lie side by side. */
    public int columns(int panels) {
      return switch (this) {
        case SIDE_BY_SIDE -> panels;
        case STACKED -> 1;
        case IN_PAIRS -> Math.min(panels, 2);
      };
    }
  }

  public MultiPanel {
    panels = List.copyOf(panels);
    if (panels.isEmpty()) {
      throw new IllegalArgumentException("A figure needs at least one panel");
    }
  }
}
