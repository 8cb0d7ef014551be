package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.FieldPath;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.Given;
import java.util.List;
import java.util.Optional;

/**
 * Many runs asked for at once: an experiment, the fields that take other values, and what is
 * measured and drawn of each run.
 *
 * @param name of the sweep's folder
 * @param base the experiment in which fields are replaced
 * @param seeds how many runs of each combination, each with seeds of its own
 * @param axes the first is the slowest
 * @param measures facts, landmarks and last rows of tables by name; empty: all facts and landmarks
 * @param plots empty: what the axes suggest
 */
public record Sweep(
    String name,
    Given<?> base,
    int seeds,
    List<Axis> axes,
    List<String> measures,
    List<PlotRequest> plots) {
  private static final double MOST_POINTS = 1e9;

  public Sweep {
    axes = axes.stream().map(axis -> withWords(axis, base)).toList();
    measures = List.copyOf(measures);
    plots = List.copyOf(plots);
    requireDifferent(axes);
    for (var axis : axes) {
      requirePartner(axis, axes);
    }
    if (seeds > 1 && Seeds.of(base.document()).isEmpty()) {
      throw new InvalidInputException(
          "sweep.seeds", "must be 1 for an experiment without a seed, not " + seeds);
    }
    requireFew(axes, seeds);
    for (var plot : plots) {
      requireAxes(plot, axes);
    }
  }

  /** Before the runs are made, so that none is made for a picture that cannot be. */
  private static void requireAxes(PlotRequest plot, List<Axis> axes) {
    var known = axes.stream().filter(Axis::isFree).<String>map(Axis::field).toList();
    for (String name : plot.axes()) {
      if (!known.contains(name)) {
        throw new InvalidInputException(
            "plot",
            "must name axes among %s, not %s%s"
                .formatted(String.join(", ", known), name, Words.hint(name, known)));
      }
    }
  }

  /** A text without numbers is a word where no number can stand. */
  private static Axis withWords(Axis axis, Given<?> base) {
    var path = path(axis, base);
    return axis.values() instanceof AxisValues.Computed(var expression) && !path.takesNumbers()
        ? new Axis(
            axis.field(),
            new AxisValues.Listed(List.of(new Node.Text(expression.text()))),
            axis.along())
        : axis;
  }

  /** Where the field of an axis stands. */
  static FieldPath path(Axis axis, Given<?> base) {
    return path(axis.field(), base);
  }

  private static FieldPath path(String field, Given<?> base) {
    var shape = base.system().format().shape();
    var paths = FieldPath.named(field, shape, base.document());
    // A symbol that several fields have means the first: those behind it belong to tests.
    return paths.isEmpty() ? FieldPath.of(field, shape) : paths.getFirst();
  }

  private static void requireDifferent(List<Axis> axes) {
    if (axes.isEmpty()) {
      throw new InvalidInputException("axes", "must have at least one field that varies");
    }
    for (int i = 0; i < axes.size(); i++) {
      String field = axes.get(i).field();
      if (axes.subList(0, i).stream().anyMatch(other -> other.field().equals(field))) {
        throw new InvalidInputException("axes." + field, "is given twice");
      }
    }
  }

  private static void requirePartner(Axis axis, List<Axis> axes) {
    if (axis.along().isEmpty()) {
      return;
    }
    String field = axis.along().get();
    var free = axes.stream().filter(Axis::isFree).toList();
    var partner = free.stream().filter(other -> other.field().equals(field)).findFirst();
    if (partner.isEmpty()) {
      var known = free.stream().<String>map(Axis::field).toList();
      throw new InvalidInputException(
          "axes." + axis.field() + ".along",
          "must be one of the axes with values of their own (%s), not %s%s"
              .formatted(String.join(", ", known), field, Words.hint(field, known)));
    }
    int wanted = partner.get().values().number();
    if (axis.isComputed() || axis.values().number() != wanted) {
      throw new InvalidInputException(
          "axes." + axis.field() + ".values",
          "must be as many as those of %s, %d, not %d"
              .formatted(field, wanted, axis.values().number()));
    }
  }

  private static void requireFew(List<Axis> axes, int seeds) {
    double points = seeds;
    for (var axis : axes) {
      points *= axis.isFree() ? axis.values().number() : 1;
    }
    if (points > MOST_POINTS) {
      throw new InvalidInputException(
          "axes", "must make at most 1e9 points together, not %.3g".formatted(points));
    }
  }

  /** The axes whose values are combined. */
  List<Axis> freeAxes() {
    return axes.stream().filter(Axis::isFree).toList();
  }

  /** The axis of a name. */
  Optional<Axis> axis(String field) {
    return axes.stream().filter(axis -> axis.field().equals(field)).findFirst();
  }

  /** The measures that pictures were asked for. */
  List<String> plottedMeasures() {
    return plots.stream().flatMap(plot -> plot.measure().stream()).distinct().toList();
  }

  /** How many points it has. */
  public long size() {
    long size = seeds;
    for (var axis : freeAxes()) {
      size *= axis.values().number();
    }
    return size;
  }

  /** Whether the seed is varied too. */
  boolean hasSeeds() {
    return seeds > 1;
  }
}
