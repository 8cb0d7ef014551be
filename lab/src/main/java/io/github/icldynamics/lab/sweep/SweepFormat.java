package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.Bounds;
import io.github.icldynamics.schema.Field;
import io.github.icldynamics.schema.Format;
import io.github.icldynamics.schema.Formats;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import io.github.icldynamics.schema.RecordFormat;
import io.github.icldynamics.schema.Shape;
import io.github.icldynamics.schema.Words;
import io.github.icldynamics.system.Given;
import io.github.icldynamics.system.Systems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a sweep is written. */
public final class SweepFormat {
  private static final String SWEEP = "sweep";
  private static final String AXES = "axes";
  private static final String MEASURE = "measure";
  private static final String PLOT = "plot";
  private static final String BASE = "base";
  private static final List<String> KEYS = List.of(SWEEP, AXES, MEASURE, PLOT);

  private static final Node ALL = new Node.Text("all");
  private static final Node AUTO = new Node.Text("auto");
  private static final Bounds SEEDS = Bounds.count(1, 100_000);

  private static final Format<List<String>> NAMES = Formats.list(Formats.text());
  private static final RecordFormat<PlotRequest> PLOTS = plot();

  private final Systems systems;
  private final Function<String, Given<?>> bases;

  /**
   * @param bases what a base means that is given by a word
   */
  public SweepFormat(Systems systems, Function<String, Given<?>> bases) {
    this.systems = systems;
    this.bases = bases;
  }

  private static RecordFormat<PlotRequest> plot() {
    var kinds = new LinkedHashMap<String, PlotRequest.Kind>();
    kinds.put("line", PlotRequest.Kind.LINE);
    kinds.put("heatmap", PlotRequest.Kind.HEATMAP);
    kinds.put("fit", PlotRequest.Kind.FIT);
    var kind =
        Field.<PlotRequest, PlotRequest.Kind>of("kind", Formats.word(kinds), PlotRequest::kind)
            .otherwise(PlotRequest.Kind.LINE);
    return RecordFormat.of(
        kind,
        name("x", PlotRequest::x),
        name("y", PlotRequest::y),
        name("colour", PlotRequest::colour),
        PlotRequest::new);
  }

  private static Field<PlotRequest, Optional<String>> name(
      String key, Function<PlotRequest, Optional<String>> value) {
    return Field.of(key, Formats.optional("auto", Formats.text()), value)
        .otherwise(Optional.empty());
  }

  /** Whether a document is a sweep, and not an experiment. */
  public static boolean isSweep(Node document) {
    return document instanceof Node.Mapping(var entries)
        && (entries.containsKey(SWEEP) || entries.containsKey(AXES));
  }

  /**
   * The sweep of a document.
   *
   * @param name what it is called if it does not say so
   * @throws InvalidInputException if it is none
   */
  public Sweep read(Node document, String name) {
    return read(document, name, Map.of());
  }

  /**
   * The same with axes of the command line, which come after its own or in their place.
   *
   * @param varied texts of the axes by field
   */
  public Sweep read(Node document, String name, Map<String, String> varied) {
    if (!(document instanceof Node.Mapping(var entries))) {
      throw document.refused("must be a mapping with keys among " + String.join(", ", KEYS));
    }
    for (String key : entries.keySet()) {
      if (!KEYS.contains(key)) {
        throw new InvalidInputException(
            Words.clipped(key), "is not a known key" + Words.hint(key, KEYS));
      }
    }
    var head = head(entries.get(SWEEP), name);
    return new Sweep(
        head.name(),
        head.base(),
        Math.toIntExact(head.seeds()),
        axes(entries.get(AXES), varied),
        measures(entries.get(MEASURE)),
        plots(entries.get(PLOT)));
  }

  /** How many seeds a text asks for. */
  public static int seeds(String field, String text) {
    return (int) SEEDS.require(field, Numerals.whole(field, text));
  }

  /**
   * The sweep of an experiment.
   *
   * @param varied texts of the axes by field
   */
  public Sweep of(String name, Given<?> base, Map<String, String> varied) {
    return new Sweep(name, base, 1, axes(null, varied), List.of(), List.of());
  }

  private record Head(String name, Given<?> base, long seeds) {}

  private Head head(@Nullable Node node, String name) {
    if (node == null) {
      throw new InvalidInputException(SWEEP + "." + BASE, "is required but not given");
    }
    var named = Field.of("name", Formats.text(), Head::name).otherwise(name);
    var base = Field.of(BASE, new BaseFormat(systems, bases), Head::base);
    var seeds = Field.of("seeds", Formats.whole(SEEDS), Head::seeds).otherwise(1L);
    var format = RecordFormat.of(named, base, seeds, Head::new);
    return InvalidInputException.within(SWEEP, () -> format.read(node));
  }

  /** A word, or an experiment in place. */
  private record BaseFormat(Systems systems, Function<String, Given<?>> bases)
      implements Format<Given<?>> {
    @Override
    public Given<?> read(Node node) {
      return node instanceof Node.Text(var word) ? bases.apply(word) : systems.read(node);
    }

    @Override
    public Node write(Given<?> value) {
      return value.document();
    }

    @Override
    public Shape shape() {
      return new Shape.Word(List.of());
    }
  }

  private static List<Axis> axes(@Nullable Node node, Map<String, String> varied) {
    var nodes = new LinkedHashMap<String, Node>();
    if (node instanceof Node.Mapping(var entries)) {
      nodes.putAll(entries);
    } else if (node != null && !(node instanceof Node.Nothing)) {
      throw node.refused("must be a mapping from fields to their values").under(AXES);
    }
    varied.forEach((field, text) -> nodes.put(field, new Node.Text(text)));
    var axes = new ArrayList<Axis>();
    nodes.forEach(
        (field, values) -> {
          String place = varied.containsKey(field) ? "--vary " + field : AXES + "." + field;
          axes.add(InvalidInputException.within(place, () -> AxisFormat.read(field, values)));
        });
    return axes;
  }

  private static List<String> measures(@Nullable Node node) {
    return node == null || node instanceof Node.Nothing || node.equals(ALL)
        ? List.of()
        : InvalidInputException.within(MEASURE, () -> NAMES.read(node));
  }

  private static List<PlotRequest> plots(@Nullable Node node) {
    return switch (node) {
      case null -> List.of();
      case Node.Nothing _ -> List.of();
      case Node.Items _ -> InvalidInputException.within(PLOT, () -> Formats.list(PLOTS).read(node));
      default ->
          node.equals(AUTO)
              ? List.of()
              : List.of(InvalidInputException.within(PLOT, () -> PLOTS.read(node)));
    };
  }

  /** The document of a sweep, with its base in place: all that decides its table. */
  public static Node.Mapping write(Sweep sweep) {
    var head =
        Node.Mapping.empty()
            .with("name", new Node.Text(sweep.name()))
            .with(BASE, sweep.base().document())
            .with("seeds", new Node.Whole(sweep.seeds()));
    var axes = new LinkedHashMap<String, Node>();
    sweep.axes().forEach(axis -> axes.put(axis.field(), AxisFormat.write(axis)));
    return Node.Mapping.empty()
        .with(SWEEP, head)
        .with(AXES, new Node.Mapping(axes))
        .with(MEASURE, sweep.measures().isEmpty() ? ALL : NAMES.write(sweep.measures()))
        .with(PLOT, sweep.plots().isEmpty() ? AUTO : Formats.list(PLOTS).write(sweep.plots()));
  }
}
