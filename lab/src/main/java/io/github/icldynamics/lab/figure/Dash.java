package io.github.icldynamics.lab.figure;

/** How a curve is drawn: as a line, whole or broken up, or as marks at its points. */
public enum Dash {
  SOLID,
  DASHED,
  DOTTED,
  MARKS
}
