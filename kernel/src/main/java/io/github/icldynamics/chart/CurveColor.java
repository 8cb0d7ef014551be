package io.github.icldynamics.chart;

/** The colour of a curve: one of a few distinct ones, or a position on a scale. */
public sealed interface CurveColor {
  /**
   * A colour of the Okabe–Ito palette, which stays distinct to a colour-blind reader.
   *
   * @param index from 0; colours repeat after eight
   */
  record Categorical(int index) implements CurveColor {}

  /**
   * A colour of the viridis scale, for one of many ordered curves.
   *
   * @param position from 0 (dark) to 1 (light)
   */
  record Graded(double position) implements CurveColor {}
}
