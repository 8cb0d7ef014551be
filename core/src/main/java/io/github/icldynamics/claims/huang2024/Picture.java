package io.github.icldynamics.claims.huang2024;

import io.github.icldynamics.claims.Exhibit;
import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** An exhibit being put together. */
final class Picture {
  private final String title;
  private final Exhibit.Axis x;
  private final Exhibit.Axis y;
  private final List<Exhibit.Series> series = new ArrayList<>();

  private Picture(String title, Exhibit.Axis x, Exhibit.Axis y) {
    this.title = title;
    this.x = x;
    this.y = y;
  }

  static Picture of(String title, Exhibit.Axis x, Exhibit.Axis y) {
    return new Picture(title, x, y);
  }

  static Exhibit.Axis features() {
    return Exhibit.Axis.log("features K");
  }

  static Exhibit.Axis epsilon() {
    return Exhibit.Axis.log("1/ε");
  }

  /** Measured values. */
  Picture points(String label, List<? extends Number> at, List<Double> values) {
    return add(label, Exhibit.Kind.POINTS, at, values);
  }

  /** A measured curve. */
  Picture curve(String label, List<? extends Number> at, List<Double> values) {
    return add(label, Exhibit.Kind.CURVE, at, values);
  }

  /** A predicted curve. */
  Picture law(String label, List<? extends Number> at, List<Double> values) {
    return add(label, Exhibit.Kind.LAW, at, values);
  }

  /** What is predicted there. */
  Picture law(String label, List<? extends Number> at, DoubleUnaryOperator prediction) {
    var values = at.stream().map(value -> prediction.applyAsDouble(value.doubleValue())).toList();
    return add(label, Exhibit.Kind.LAW, at, values);
  }

  private Picture add(
      String label, Exhibit.Kind kind, List<? extends Number> at, List<Double> values) {
    series.add(new Exhibit.Series(label, kind, Vector.copyOf(at), Vector.copyOf(values)));
    return this;
  }

  Exhibit exhibit() {
    return new Exhibit(title, x, y, series);
  }
}
