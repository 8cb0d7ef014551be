package io.github.icldynamics.claim;

import io.github.icldynamics.numeric.Vector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;

/**
 * With which power something grows: {@code d ln T/d ln x} between each of its values and the next.
 * A fit over decades hides that it changes; beside each exhibit of times over sizes stands this
 * one, with what the power tends to.
 *
 * @param name of what grows, such as "T"
 * @param over of what it grows with, such as "K"
 * @param divided the power of x by which the values shown are divided
 * @param limits what the powers tend to
 */
public record LocalExponents(String name, String over, double divided, List<Double> limits) {
  public LocalExponents {
    limits = List.copyOf(limits);
  }

  /** Of times over the number of features K that are shown as {@code T/K^divided}. */
  public static LocalExponents ofTimes(double divided, Double... limits) {
    return new LocalExponents("T", "K", divided, List.of(limits));
  }

  /** The exhibit beside another one, of the points of that one; none where nothing grows. */
  public Optional<Exhibit> beside(Exhibit exhibit) {
    var picture =
        Picture.of(
            exhibit.title() + ": local exponent",
            exhibit.x(),
            Exhibit.Axis.linear("d ln %s/d ln %s".formatted(name, over)));
    var measured =
        exhibit.series().stream()
            .filter(series -> series.kind() != Exhibit.Kind.LAW && isPositive(series))
            .toList();
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    measured.forEach(series -> picture.points(series.label(), between(series), slopes(series)));
    var ends = ends(picture.exhibit());
    limits.forEach(limit -> picture.law("tends to " + text(limit), ends, x -> limit));
    return Optional.of(picture.exhibit());
  }

  /** Whether there are two numbers to compare, and all have a logarithm. */
  private static boolean isPositive(Exhibit.Series series) {
    return series.x().size() > 1 && series.y().toList().stream().allMatch(y -> y > 0);
  }

  private static String text(double limit) {
    return limit == FastMath.rint(limit) ? Long.toString((long) limit) : Double.toString(limit);
  }

  private List<Double> slopes(Exhibit.Series series) {
    var slopes = new ArrayList<Double>();
    for (int i = 1; i < series.x().size(); i++) {
      double growth = FastMath.log(series.y().get(i) / series.y().get(i - 1));
      slopes.add(growth / FastMath.log(series.x().get(i) / series.x().get(i - 1)) + divided);
    }
    return slopes;
  }

  private static List<Double> between(Exhibit.Series series) {
    var between = new ArrayList<Double>();
    for (int i = 1; i < series.x().size(); i++) {
      between.add(FastMath.sqrt(series.x().get(i) * series.x().get(i - 1)));
    }
    return between;
  }

  private static List<Double> ends(Exhibit exponents) {
    double first = Double.POSITIVE_INFINITY;
    double last = 0;
    for (var series : exponents.series()) {
      Vector x = series.x();
      first = Math.min(first, x.get(0));
      last = Math.max(last, x.get(x.size() - 1));
    }
    return List.of(first, last);
  }
}
