package io.github.icldynamics.lab.figure;

/** How wide a figure of a paper is. */
public enum PaperWidth {
  /** One of two columns. */
  COLUMN(3.25),
  /** The whole page. */
  PAGE(6.75);

  /** Units of a drawing to the inch: letters of 13 units are 7.8 points high. */
  static final double UNITS_PER_INCH = 120;

  private final double inches;

  PaperWidth(double inches) {
    this.inches = inches;
  }

  /** The width in inches. */
  public double inches() {
    return inches;
  }

  int units() {
    return (int) (inches * UNITS_PER_INCH);
  }
}
