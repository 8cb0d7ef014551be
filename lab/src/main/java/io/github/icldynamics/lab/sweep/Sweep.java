package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.FieldPath;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.Given;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
    if (name.isBlank()) {
      throw new InvalidInputException("sweep.name", "must be a name, not an empty text");
    }
    requireDifferent(axes, base);
    requireColumns(axes, measures, plots);
    for (int i = 0; i < axes.size(); i++) {
      requireKnownNames(axes.get(i), base);
      requireEarlier(axes.get(i), axes.subList(i, axes.size()), base);
    }
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
    var free = axes.stream().filter(Axis::isFree).toList();
    var known = free.stream().<String>map(Axis::field).toList();
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
        free.stream().filter(axis -> axis.values().number() > 1 && axis.isNumeric()).count();
    if (numeric < needed || plot.axes().stream().distinct().count() < plot.axes().size()) {
      throw new InvalidInputException(
          "plot", "needs %d different axes of two or more numbers".formatted(needed));
    }
  }

  /** What is no number may be a word of the field, such as auto, or true. */
  private static Axis withWords(Axis axis, Given<?> base) {
    var path = path(axis, base);
    return switch (axis.values()) {
      case AxisValues.Computed(var expression) -> {
        var word = path.literal(expression.text());
        var node = word.orElseGet(() -> new Node.Text(expression.text()));
        yield word.isPresent() || !path.takesNumbers() ? listed(axis, List.of(node)) : axis;
      }
      case AxisValues.Listed(var nodes) ->
          listed(axis, nodes.stream().map(node -> literal(node, path)).toList());
      case AxisValues.Spaced _ -> axis;
    };
  }

  private static Axis listed(Axis axis, List<Node> nodes) {
    return new Axis(axis.field(), new AxisValues.Listed(nodes), axis.along());
  }

  private static Node literal(Node node, FieldPath path) {
    return node instanceof Node.Text(String text) ? path.literal(text).orElse(node) : node;
  }

  /** Where the field of an axis stands. */
  static FieldPath path(Axis axis, Given<?> base) {
    var shape = base.system().format().shape();
    var paths = FieldPath.named(axis.field(), shape, base.document());
    // A symbol that several fields have means the first: those behind it belong to tests.
    return paths.isEmpty() ? FieldPath.of(axis.field(), shape) : paths.getFirst();
  }

  private static void requireDifferent(List<Axis> axes, Given<?> base) {
    if (axes.isEmpty()) {
      throw new InvalidInputException("axes", "must have at least one field that varies");
    }
    var known = new HashMap<String, String>();
    for (var axis : axes) {
      var other = known.put(path(axis, base).toString(), axis.field());
      if (other != null) {
        throw new InvalidInputException(
            "axes." + axis.field(), "is given twice, and its other name is " + other);
      }
    }
  }

  /** Each column of the table has a name of its own; some readers do not tell cases apart. */
  private static void requireColumns(
      List<Axis> axes, List<String> measures, List<PlotRequest> plots) {
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

  private static void requireKnownNames(Axis axis, Given<?> base) {
    if (!(axis.values() instanceof AxisValues.Computed(var expression))) {
      return;
    }
    var shape = base.system().format().shape();
    for (String used : expression.names()) {
      if (!FieldPath.isKnown(used, shape)) {
        throw new InvalidInputException(
            "axes." + axis.field(),
            "must be an expression of fields or symbols, and %s is none%s"
                .formatted(used, Words.hint(used, FieldPath.all(shape))));
      }
    }
  }

  /** What is worked out from another axis that is worked out comes after it. */
  private static void requireEarlier(Axis axis, List<Axis> notEarlier, Given<?> base) {
    if (!(axis.values() instanceof AxisValues.Computed(var expression))) {
      return;
    }
    var shape = base.system().format().shape();
    var used =
        expression.names().stream()
            .flatMap(name -> FieldPath.named(name, shape, base.document()).stream().limit(1))
            .map(FieldPath::toString)
            .toList();
    for (var other : notEarlier) {
      if (other.isComputed() && used.contains(path(other, base).toString())) {
        throw new InvalidInputException(
            "axes." + axis.field(),
            "must come after %s, from which it is worked out".formatted(other.field()));
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
