package io.github.icldynamics.softmaxregression.studies;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Point;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was measured along a sweep, found by where it was.
 *
 * @param <M> what is measured at one place
 * @param places ascending
 * @param measured one a place
 */
record Series<M>(List<Double> places, List<M> measured) {
  Series {
    places = List.copyOf(places);
    measured = List.copyOf(measured);
  }

  /** Measures at each place. */
  static <M> Series<M> of(List<Double> places, DoubleFunction<M> measurement) {
    return new Series<>(places, places.stream().map(measurement::apply).toList());
  }

  /** What was measured at a place, or nearest to it. */
  M at(double place) {
    return measured.get(nearest(place));
  }

  /** The place of a measurement that is nearest to one. */
  double placeNear(double place) {
    return places.get(nearest(place));
  }

  private int nearest(double place) {
    return IntStream.range(0, places.size())
        .boxed()
        .min(Comparator.comparingDouble(i -> Math.abs(places.get(i) - place)))
        .orElseThrow();
  }

  /** From a place on. */
  Series<M> from(double place) {
    int first = nearest(place);
    int end = places.size();
    return new Series<>(places.subList(first, end), measured.subList(first, end));
  }

  /** The first place at which something is so. */
  double first(Predicate<M> condition) {
    return where(condition).findFirst().orElseThrow();
  }

  /** The last one. */
  double last(Predicate<M> condition) {
    return where(condition).reduce((_, later) -> later).orElseThrow();
  }

  private Stream<Double> where(Predicate<M> condition) {
    return IntStream.range(0, places.size())
        .filter(i -> condition.test(measured.get(i)))
        .mapToObj(places::get);
  }

  /** Where a value comes down to zero: on a straight line from the last place where it is above. */
  double firstZero(ToDoubleFunction<M> value) {
    int after = places.indexOf(first(point -> value.applyAsDouble(point) <= 0));
    double above = value.applyAsDouble(measured.get(after - 1));
    double share = above / (above - value.applyAsDouble(measured.get(after)));
    return places.get(after - 1) + share * (places.get(after) - places.get(after - 1));
  }

  /** The values of a function of what was measured. */
  List<Double> values(ToDoubleFunction<M> value) {
    return measured.stream().map(value::applyAsDouble).toList();
  }

  /** The greatest of them. */
  double greatest(ToDoubleFunction<M> value) {
    return measured.stream().mapToDouble(value).max().orElseThrow();
  }

  /** The least of them. */
  double least(ToDoubleFunction<M> value) {
    return measured.stream().mapToDouble(value).min().orElseThrow();
  }

  /** A curve through them. */
  Curve curve(String label, ToDoubleFunction<M> value, CurveStyle style) {
    var values = values(value);
    var points =
        IntStream.range(0, places.size())
            .mapToObj(i -> new Point(places.get(i), values.get(i)))
            .toList();
    return new Curve(label, points, style);
  }
}
