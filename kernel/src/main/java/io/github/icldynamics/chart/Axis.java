package io.github.icldynamics.chart;

/** An axis: its label, how it spaces values, and which values it shows. */
public record Axis(String label, Scale scale, Extent extent) {
  public Axis {
    if (extent instanceof Extent.Fixed(double low, double high)
        && !(scale.even(low) < scale.even(high))) {
      throw new IllegalArgumentException(
          "A " + scale + " axis cannot run from " + low + " to " + high);
    }
  }

  /** An evenly spaced axis that shows every value. */
  public static Axis linear(String label) {
    return new Axis(label, Scale.LINEAR, new Extent.Automatic());
  }

  /** A logarithmic axis that shows every positive value. */
  public static Axis log(String label) {
    return new Axis(label, Scale.LOG, new Extent.Automatic());
  }

  /** This axis from one value to another; what lies outside is cut off. */
  public Axis within(double low, double high) {
    return new Axis(label, scale, new Extent.Fixed(low, high));
  }
}
