package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.FieldPath;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import io.github.icldynamics.system.Systems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.hipparchus.util.FastMath;

/** The points of a sweep, each made when it is asked for: there may be many. */
final class SweepPoints {
  private final Systems systems;
  private final Sweep sweep;
  private final List<Axis> free;
  private final List<Axis> inOrder;
  private final Map<String, FieldPath> paths = new LinkedHashMap<>();
  private final Map<String, List<Node>> nodes = new HashMap<>();

  SweepPoints(Systems systems, Sweep sweep) {
    this.systems = systems;
    this.sweep = sweep;
    this.free = sweep.freeAxes();
    for (var axis : sweep.axes()) {
      var path = Sweep.path(axis, sweep.base());
      paths.put(axis.field(), path);
      if (!axis.isComputed()) {
        nodes.put(axis.field(), nodes(axis.values(), path));
      }
    }
    // What takes other fields away, or holds them, comes before them.
    this.inOrder =
        sweep.axes().stream()
            .filter(axis -> !axis.isComputed())
            .sorted(
                Comparator.<Axis>comparingInt(axis -> path(axis).decidesOthers() ? 0 : 1)
                    .thenComparingInt(axis -> path(axis).depth()))
            .toList();
  }

  private static List<Node> nodes(AxisValues values, FieldPath path) {
    return switch (values) {
      case AxisValues.Listed(var listed) -> listed;
      case AxisValues.Spaced spaced ->
          spaced.numbers().stream().map(number -> node(number, path)).toList();
      case AxisValues.Computed _ -> List.of();
    };
  }

  /** A number that was worked out, rounded where the field is a whole number. */
  private static Node node(double number, FieldPath path) {
    boolean isRounded = path.isWhole() && FastMath.abs(number) < 0x1p63;
    return isRounded ? new Node.Whole((long) FastMath.rint(number)) : new Node.Real(number);
  }

  long size() {
    return sweep.size();
  }

  /** A point; the last axis is the fastest, and seeds are faster still. */
  SweepPoint at(long index) {
    int seed = (int) (index % sweep.seeds());
    long rest = index / sweep.seeds();
    var place = new ArrayList<Integer>();
    for (var axis : free.reversed()) {
      int number = axis.values().number();
      place.addFirst((int) (rest % number));
      rest /= number;
    }
    place.add(seed);
    return at(place);
  }

  private SweepPoint at(List<Integer> place) {
    Node document = sweep.base().document();
    try {
      for (var axis : inOrder) {
        document = path(axis).put(document, given(axis, place));
      }
      for (var axis : sweep.axes()) {
        if (axis.values() instanceof AxisValues.Computed(var expression)) {
          document = path(axis).put(document, computed(axis, expression, document));
        }
      }
      document = Seeds.increased(document, place.getLast());
      var given = systems.read(document);
      return new SweepPoint(place, values(given.document()), Optional.of(given), "");
    } catch (InvalidInputException e) {
      return new SweepPoint(
          place, values(document), Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private FieldPath path(Axis axis) {
    return Objects.requireNonNull(paths.get(axis.field()));
  }

  private Node given(Axis axis, List<Integer> place) {
    String field = axis.along().orElse(axis.field());
    for (int i = 0; i < free.size(); i++) {
      if (free.get(i).field().equals(field)) {
        return Objects.requireNonNull(nodes.get(axis.field())).get(place.get(i));
      }
    }
    throw new IllegalStateException("no axis " + field);
  }

  private Node computed(Axis axis, Expression expression, Node document) {
    double value =
        InvalidInputException.within(
            axis.field(), () -> expression.value(name -> number(name, document)));
    if (!Double.isFinite(value)) {
      throw new InvalidInputException(
          axis.field(),
          "must be a finite number, and %s is none here".formatted(expression.text()));
    }
    return node(value, path(axis));
  }

  private double number(String name, Node document) {
    var paths = FieldPath.named(name, sweep.base().system().format().shape(), document);
    var node =
        paths.stream()
            .findFirst()
            .flatMap(path -> path.get(document))
            .orElseThrow(
                () -> new InvalidInputException("", "has no field or symbol " + name + " to use"));
    return node.equals(new Node.Text("inf"))
        ? Double.POSITIVE_INFINITY
        : Numerals.finite(name, node.given());
  }

  /** The values of all axes in an experiment, and the seed. */
  private List<Node> values(Node document) {
    var values = new ArrayList<Node>();
    for (var axis : sweep.axes()) {
      values.add(path(axis).get(document).orElseGet(Node.Nothing::new));
    }
    if (sweep.hasSeeds()) {
      OptionalLong seed = Seeds.of(document);
      values.add(seed.isPresent() ? new Node.Whole(seed.getAsLong()) : new Node.Nothing());
    }
    return values;
  }
}
