package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.FieldPath;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Shape;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.Given;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What must be so before the first run of a sweep is made. */
record SweepRequirements(Given<?> base, List<Axis> axes) {
  private static final double MOST_POINTS = 1e9;

  private Shape shape() {
    return base.system().format().shape();
  }

  private List<Axis> free() {
    return axes.stream().filter(Axis::isFree).toList();
  }

  private static InvalidInputException refused(Axis axis, String problem) {
    return new InvalidInputException("axes." + axis.field(), problem);
  }

  /** Axes are of different fields, and what each refers to is there. */
  void requireAxes() {
    if (axes.isEmpty()) {
      throw new InvalidInputException("axes", "must have at least one field that varies");
    }
    var known = new HashMap<String, String>();
    for (int i = 0; i < axes.size(); i++) {
      var axis = axes.get(i);
      var other = known.put(Sweep.path(axis, base).toString(), axis.field());
      if (other != null) {
        throw refused(axis, "is given twice, and its other name is " + other);
      }
      if (axis.values() instanceof AxisValues.Computed(var expression)) {
        requireKnown(axis, expression);
        requireEarlier(axis, expression, axes.subList(i, axes.size()));
      }
      axis.along().ifPresent(partner -> requirePartner(axis, partner));
    }
  }

  private void requireKnown(Axis axis, Expression expression) {
    for (String used : expression.names()) {
      if (!FieldPath.isKnown(used, shape())) {
        throw refused(
            axis,
            "must be an expression of fields or symbols, and %s is none%s"
                .formatted(used, Words.hint(used, FieldPath.all(shape()))));
      }
    }
  }

  /** What is worked out from another axis that is worked out comes after it. */
  private void requireEarlier(Axis axis, Expression expression, List<Axis> notEarlier) {
    var used =
        expression.names().stream()
            .flatMap(name -> FieldPath.named(name, shape(), base.document()).stream().limit(1))
            .toList();
    for (var other : notEarlier) {
      if (other.isComputed() && used.contains(Sweep.path(other, base))) {
        throw refused(
            axis, "must come after %s, from which it is worked out".formatted(other.field()));
      }
    }
  }

  private void requirePartner(Axis axis, String field) {
    var known = free().stream().<String>map(Axis::field).toList();
    int index = known.indexOf(field);
    if (index < 0) {
      throw new InvalidInputException(
          "axes." + axis.field() + ".along",
          "must be one of the axes with values of their own (%s), not %s%s"
              .formatted(String.join(", ", known), field, Words.hint(field, known)));
    }
    int wanted = free().get(index).values().number();
    if (axis.isComputed() || axis.values().number() != wanted) {
      throw new InvalidInputException(
          "axes." + axis.field() + ".values",
          "must be as many as those of %s, %d, not %d"
              .formatted(field, wanted, axis.values().number()));
    }
  }

  /** Each column of the table has a name of its own; some readers do not tell cases apart. */
  void requireColumns(List<String> measures, List<PlotRequest> plots) {
    var names = new HashSet<>(SweepTable.FIXED);
    axes.forEach(axis -> names.add(lower(axis.field())));
    for (String measure : measures) {
      requireFree(measure, names);
      names.add(lower(measure));
    }
    for (var plot : plots) {
      plot.measure()
          .filter(measure -> !measures.contains(measure))
          .ifPresent(measure -> requireFree(measure, names));
    }
  }

  private static void requireFree(String measure, Set<String> names) {
    if (measure.isBlank() || names.contains(lower(measure))) {
      throw new InvalidInputException(
          "measure",
          "must not name a column that the table has already, and %s is one"
              .formatted(measure.isBlank() ? "an empty text" : measure));
    }
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The points can be counted, and waited for. */
  void requireFew(int seeds) {
    double points = seeds;
    for (var axis : free()) {
      points *= axis.values().number();
    }
    if (points > MOST_POINTS) {
      throw new InvalidInputException(
          "axes", "must make at most 1e9 points together, not %.3g".formatted(points));
    }
  }

  /** No run is made for a picture that cannot be. */
  void requirePossible(PlotRequest plot) {
    var known = free().stream().<String>map(Axis::field).toList();
    for (String name : plot.axes()) {
      if (!known.contains(name)) {
        throw new InvalidInputException(
            "plot",
            "must name axes among %s, not %s%s"
                .formatted(String.join(", ", known), name, Words.hint(name, known)));
      }
    }
    long needed = plot.kind() == PlotRequest.Kind.HEATMAP ? 2 : 1;
    long numeric =
        free().stream().filter(axis -> axis.values().number() > 1 && axis.isNumeric()).count();
    if (numeric < needed || plot.axes().stream().distinct().count() < plot.axes().size()) {
      throw new InvalidInputException(
          "plot", "needs %d different axes of two or more numbers".formatted(needed));
    }
  }
}
