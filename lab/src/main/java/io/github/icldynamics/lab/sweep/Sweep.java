package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.FieldPath;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.system.Given;
import java.util.List;

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
  public Sweep {
    axes = axes.stream().map(axis -> withWords(axis, base)).toList();
    measures = List.copyOf(measures);
    plots = List.copyOf(plots);
    if (name.isBlank()) {
      throw new InvalidInputException("sweep.name", "must be a name, not an empty text");
    }
    if (seeds > 1 && Seeds.of(base.document()).isEmpty()) {
      throw new InvalidInputException(
          "sweep.seeds", "must be 1 for an experiment without a seed, not " + seeds);
    }
    var requirements = new SweepRequirements(base, axes);
    requirements.requireAxes();
    requirements.requireColumns(measures, plots);
    requirements.requireFew(seeds);
    plots.forEach(requirements::requirePossible);
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

  /** The axes whose values are combined. */
  List<Axis> freeAxes() {
    return axes.stream().filter(Axis::isFree).toList();
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
