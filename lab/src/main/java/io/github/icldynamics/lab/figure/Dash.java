package io.github.icldynamics.lab.figure;

/** How the line of a curve is broken up. */
public enum Dash {
  SOLID,
  DASHED,
  DOTTED
}
