package io.github.icldynamics.chart;

import org.hipparchus.util.FastMath;

/** How an axis spaces its values. */
public enum Scale {
  LINEAR,
  LOG;

  /** The value on an evenly spaced line, or NaN if the scale has no place for it. */
  public double even(double value) {
    double place = this == LOG ? FastMath.log10(value) : value;
    return Double.isFinite(place) ? place : Double.NaN;
  }
}
