package io.github.icldynamics.chart;

/** How a curve looks. */
public record CurveStyle(CurveColor color, Dash dash) {
  /** A solid line in a colour of the palette, counted from 0. */
  public static CurveStyle solid(int index) {
    return new CurveStyle(new CurveColor.Categorical(index), Dash.SOLID);
  }

  /** A dashed line in a colour of the palette, counted from 0. */
  public static CurveStyle dashed(int index) {
    return new CurveStyle(new CurveColor.Categorical(index), Dash.DASHED);
  }

  /** A dotted line in a colour of the palette, counted from 0. */
  public static CurveStyle dotted(int index) {
    return new CurveStyle(new CurveColor.Categorical(index), Dash.DOTTED);
  }

  /** Marks in a colour of the palette, counted from 0, each with a shape of its own. */
  public static CurveStyle marks(int index) {
    return new CurveStyle(new CurveColor.Categorical(index), Dash.MARKS);
  }

  /** Marks like those of {@link #marks} with a thin dark outline. */
  public static CurveStyle outlinedMarks(int index) {
    return new CurveStyle(new CurveColor.Categorical(index), Dash.OUTLINED_MARKS);
  }

  /** A solid line in a colour of the sequential scale, at a position from 0 to 1. */
  public static CurveStyle graded(double position) {
    return new CurveStyle(new CurveColor.Graded(position), Dash.SOLID);
  }
}
