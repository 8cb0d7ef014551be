package io.github.icldynamics.claim;

import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** An exhibit being put together: what was measured first, then what it is compared with. */
public final class Picture {
  private final String title;
  private final Exhibit.Axis x;
  private final Exhibit.Axis y;
  private final List<Exhibit.Series> series = new ArrayList<>();

  private Picture(String title, Exhibit.Axis x, Exhibit.Axis y) {
    this.title = title;
    this.x = x;
    this.y = y;
  }

  /** Begins one without series. */
  public static Picture of(String title, Exhibit.Axis x, Exhibit.Axis y) {
    return new Picture(title, x, y);
  }

  /** Measured values. */
  public Picture points(String label, List<? extends Number> at, List<Double> values) {
    return add(label, Exhibit.Kind.POINTS, at, values);
  }

  /** A measured curve. */
  public Picture curve(String label, List<? extends Number> at, List<Double> values) {
    return add(label, Exhibit.Kind.CURVE, at, values);
  }

  /** A predicted curve. */
  public Picture law(String label, List<? extends Number> at, List<Double> values) {
    return add(label, Exhibit.Kind.LAW, at, values);
  }

  /** What is predicted there. */
  public Picture law(String label, List<? extends Number> at, DoubleUnaryOperator prediction) {
    var values = at.stream().map(value -> prediction.applyAsDouble(value.doubleValue())).toList();
    return add(label, Exhibit.Kind.LAW, at, values);
  }

  private Picture add(
      String label, Exhibit.Kind kind, List<? extends Number> at, List<Double> values) {
    series.add(new Exhibit.Series(label, kind, Vector.copyOf(at), Vector.copyOf(values)));
    return this;
  }

  /** What has been put together. */
  public Exhibit exhibit() {
    return new Exhibit(title, x, y, series);
  }
}
