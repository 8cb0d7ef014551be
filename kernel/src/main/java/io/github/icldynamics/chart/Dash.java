package io.github.icldynamics.chart;

/** How a curve is drawn: as a line, whole or broken up, or as marks at its points. */
public enum Dash {
  SOLID,
  DASHED,
  DOTTED,
  MARKS,
  /** Marks that stand out from ground in the pale shade of their own colour. */
  OUTLINED_MARKS;

  /** Whether nothing is drawn between the points. */
  public boolean isMarks() {
    return this == MARKS || this == OUTLINED_MARKS;
  }
}
