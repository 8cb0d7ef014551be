package io.github.icldynamics.lab.figure;

import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ProbabilityPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.util.FastMath;

/**
 * Where the most probable class changes. Each square between four places of the grid is cut into
 * two triangles, over which the logarithms of the probabilities are taken to be linear: so the
 * lines are exact for the softmax of linear functions, however steep, and three of them meet in a
 * point. Of probabilities that jump from 0 to 1 nothing says where between two places they do: half
 * way.
 */
final class DecisionBoundary {
  private final List<List<Corner>> corners;
  private final List<Segment> segments = new ArrayList<>();

  private DecisionBoundary(List<List<Corner>> corners) {
    this.corners = corners;
  }

  /** The pieces of the boundary of a panel over the values from one end of an axis to the other. */
  static List<Segment> of(ProbabilityPanel panel, Extent.Fixed x, Extent.Fixed y) {
    var rows = panel.probabilities();
    var corners =
        IntStream.range(0, rows.size())
            .mapToObj(i -> row(rows.get(i), x, y.at(i, rows.size())))
            .toList();
    var boundary = new DecisionBoundary(corners);
    boundary.findAll(panel.classes());
    return boundary.segments;
  }

  private static List<Corner> row(List<List<Double>> places, Extent.Fixed x, double y) {
    return IntStream.range(0, places.size())
        .mapToObj(j -> Corner.of(new Point(x.at(j, places.size()), y), places.get(j)))
        .toList();
  }

  private void findAll(int classes) {
    for (int first = 0; first < classes; first++) {
      for (int second = first + 1; second < classes; second++) {
        findBetween(first, second);
      }
    }
  }

  private void findBetween(int first, int second) {
    for (int i = 1; i < corners.size(); i++) {
      var low = corners.get(i - 1);
      var high = corners.get(i);
      for (int j = 1; j < low.size(); j++) {
        findIn(List.of(low.get(j - 1), low.get(j), high.get(j)), first, second);
        findIn(List.of(low.get(j - 1), high.get(j), high.get(j - 1)), first, second);
      }
    }
  }

  /**
   * The line on which two classes are as probable as each other leaves a triangle where it came.
   */
  private void findIn(List<Corner> triangle, int first, int second) {
    var ends = new ArrayList<Corner>();
    for (int i = 0; i < triangle.size(); i++) {
      var from = triangle.get(i);
      var to = triangle.get((i + 1) % triangle.size());
      if (from.prefers(first, second) != to.prefers(first, second)) {
        ends.add(from.towards(to, first, second));
      }
    }
    if (!ends.isEmpty()) {
      addWhereMostProbable(new Stretch(ends.getFirst(), ends.getLast()), first, second);
    }
  }

  private void addWhereMostProbable(Stretch line, int first, int second) {
    var stretch = Optional.of(line);
    for (int other = 0; other < line.from().logs().size(); other++) {
      int third = other;
      if (third != first && third != second) {
        stretch = stretch.flatMap(part -> part.preferring(first, third));
      }
    }
    stretch
        .map(part -> new Segment(part.from().at(), part.to().at()))
        .filter(segment -> !segment.from().equals(segment.to()))
        .ifPresent(segments::add);
  }

  private record Stretch(Corner from, Corner to) {
    /** The part on which a class is at least as probable as another. */
    Optional<Stretch> preferring(int first, int second) {
      boolean fromStays = from.prefers(first, second);
      boolean toStays = to.prefers(first, second);
      if (fromStays == toStays) {
        return fromStays ? Optional.of(this) : Optional.empty();
      }
      var end = from.towards(to, first, second);
      return Optional.of(fromStays ? new Stretch(from, end) : new Stretch(end, to));
    }
  }

  /** A point of the plane with the logarithms of the probabilities there. */
  private record Corner(Point at, List<Double> logs) {
    /** Stands for a probability of 0, whose logarithm is not finite. */
    private static final double LEAST = 1e-300;

    /** Classes closer than this are equally probable: rounding draws no boundary. */
    private static final double TIE = 1e-9;

    static Corner of(Point at, List<Double> law) {
      return new Corner(
          at, law.stream().map(share -> FastMath.log(Math.max(share, LEAST))).toList());
    }

    boolean prefers(int first, int second) {
      return lead(first, second) >= 0;
    }

    private double lead(int first, int second) {
      double lead = logs.get(first) - logs.get(second);
      return Math.abs(lead) < TIE ? 0 : lead;
    }

    /** The point on the way to another one at which two classes are as probable as each other. */
    Corner towards(Corner other, int first, int second) {
      double lead = lead(first, second);
      double share = lead / (lead - other.lead(first, second));
      return new Corner(
          new Point(between(at.x(), other.at.x(), share), between(at.y(), other.at.y(), share)),
          IntStream.range(0, logs.size())
              .mapToObj(k -> between(logs.get(k), other.logs.get(k), share))
              .toList());
    }

    private static double between(double from, double to, double share) {
      return from + share * (to - from);
    }
  }
}
