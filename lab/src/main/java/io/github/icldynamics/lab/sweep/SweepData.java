package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.schema.FieldPath;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The numbers of a sweep that pictures show, by place of the free axes. */
final class SweepData {
  private final Sweep sweep;
  private final List<Axis> free;
  private final List<String> measures;
  private final List<List<Node>> axisValues = new ArrayList<>();
  private final Map<String, double[]> values = new HashMap<>();

  /**
   * @param measures that are kept
   */
  SweepData(Sweep sweep, List<String> measures) {
    this.sweep = sweep;
    this.free = sweep.freeAxes();
    this.measures = List.copyOf(measures);
    for (var axis : free) {
      axisValues.add(
          new ArrayList<>(Collections.nCopies(axis.values().number(), new Node.Nothing())));
    }
    for (String measure : measures) {
      double[] none = new double[Math.toIntExact(sweep.size())];
      Arrays.fill(none, Double.NaN);
      values.put(measure, none);
    }
  }

  /** Keeps what pictures show of a row. */
  void add(SweepRow row, List<String> names) {
    for (int i = 0; i < free.size(); i++) {
      int column = sweep.axes().indexOf(free.get(i));
      axisValues.get(i).set(row.place().get(i), row.values().get(column));
    }
    int index = index(row.place());
    for (int i = 0; i < names.size(); i++) {
      var kept = values.get(names.get(i));
      if (kept != null) {
        kept[index] = Numerals.numberOrNaN(row.measures().get(i));
      }
    }
  }

  private int index(List<Integer> place) {
    int index = 0;
    for (int i = 0; i < free.size(); i++) {
      index = index * free.get(i).values().number() + place.get(i);
    }
    return index * sweep.seeds() + place.getLast();
  }

  /** What is kept and has a number in some run. */
  List<String> measures() {
    return measures.stream().filter(this::hasNumbers).toList();
  }

  private boolean hasNumbers(String measure) {
    return Arrays.stream(values.getOrDefault(measure, new double[0])).anyMatch(Double::isFinite);
  }

  /** Whether a measure is not the same in all runs. */
  boolean varies(String measure) {
    return Arrays.stream(values.getOrDefault(measure, new double[0]))
            .filter(Double::isFinite)
            .distinct()
            .limit(2)
            .count()
        > 1;
  }

  /** The free axes. */
  List<PlotAxis> axes() {
    var axes = new ArrayList<PlotAxis>();
    for (int i = 0; i < free.size(); i++) {
      axes.add(axis(free.get(i), axisValues.get(i)));
    }
    return axes;
  }

  private PlotAxis axis(Axis axis, List<Node> nodes) {
    FieldPath path = Sweep.path(axis, sweep.base());
    String name = path.toString().substring(path.toString().lastIndexOf('.') + 1);
    String symbol = path.symbol().isEmpty() ? name : path.symbol();
    boolean isNamed = symbol.equals(name) || symbol.equals(axis.field());
    return new PlotAxis(
        axis.field(),
        isNamed ? axis.field() : "%s (%s)".formatted(symbol, name),
        symbol,
        nodes.stream().map(Numerals::numberOrNaN).toList(),
        nodes.stream().map(Node::given).toList());
  }

  /** A measure at a place of the free axes: with several seeds, their median. */
  double value(String measure, List<Integer> place) {
    var withSeed = new ArrayList<>(place);
    withSeed.add(0);
    int first = index(withSeed);
    double[] all = Objects.requireNonNull(values.get(measure));
    double[] seeds =
        Arrays.stream(all, first, first + sweep.seeds())
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    if (seeds.length == 0) {
      return Double.NaN;
    }
    return (seeds[(seeds.length - 1) / 2] + seeds[seeds.length / 2]) / 2;
  }

  /** What a picture calls a measure. */
  String label(String measure) {
    return sweep.hasSeeds() ? measure + ", median of " + sweep.seeds() + " seeds" : measure;
  }
}
