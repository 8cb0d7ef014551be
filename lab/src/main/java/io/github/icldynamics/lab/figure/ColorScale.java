package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.NumberText;
import java.awt.Color;
import java.util.List;

/** Which colour stands for which number in a heatmap, and how the number is printed in a cell. */
sealed interface ColorScale {
  /** The number at the foot of the colour bar. */
  double low();

  /** The number at the top of the colour bar. */
  double high();

  /** The colour of a number; what lies beyond an end has the colour of the end. */
  Color color(double value);

  /**
   * The colour of the joints between cells, which sets cells apart from each other and the page.
   */
  Color joint();

  String text(double value);

  /** How large a cell must be to have its number printed. */
  double smallestCellWithText();

  /** Shares from 0 to 1, from dark to light. */
  record Unit() implements ColorScale {
    @Override
    public double low() {
      return 0;
    }

    @Override
    public double high() {
      return 1;
    }

    @Override
    public Color color(double value) {
      return Viridis.color(value);
    }

    @Override
    public Color joint() {
      return Color.WHITE;
    }

    @Override
    public String text(double value) {
      return NumberText.ofHundredths(value);
    }

    @Override
    public double smallestCellWithText() {
      return 27;
    }
  }

  /**
   * Numbers on both sides of 0, from blue by near white to red: the RdBu scale of ColorBrewer,
   * which colour-blind readers can read, without its darkest ends, whose hues are hard to tell.
   *
   * @param bound the largest size of a number; above 0
   */
  record Diverging(double bound) implements ColorScale {
    private static final ColorRamp RAMP =
        new ColorRamp(
            List.of(
                new Color(0x2166AC),
                new Color(0x4393C3),
                new Color(0x92C5DE),
                new Color(0xD1E5F0),
                new Color(0xF7F7F7),
                new Color(0xFDDBC7),
                new Color(0xF4A582),
                new Color(0xD6604D),
                new Color(0xB2182B)));

    @Override
    public double low() {
      return -bound;
    }

    @Override
    public double high() {
      return bound;
    }

    @Override
    public Color color(double value) {
      return RAMP.color((1 + value / bound) / 2);
    }

    /** Grey: the cells near 0 are as good as white. */
    @Override
    public Color joint() {
      return Theme.JOINT;
    }

    @Override
    public String text(double value) {
      return NumberText.ofEntry(value);
    }

    @Override
    public double smallestCellWithText() {
      return 44;
    }
  }
}
