package io.github.icldynamics.lab.figure;

/**
 * A mark on an axis.
 *
 * @param place in the even units of the axis's scale
 * @param label empty at a minor mark
 */
record AxisTick(double place, String label) {
  static AxisTick minor(double place) {
    return new AxisTick(place, "");
  }
}
