package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Scale;
import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The pictures of a sweep: those asked for, or those that its axes suggest. */
final class SweepFigures {
  private static final int MOST_SUGGESTED = 3;
  private static final int FEWEST_FOR_A_FIT = 6;

  private final SweepData data;
  private final List<PlotAxis> axes;
  private final List<String> measures;
  private final Map<String, Chart> charts = new LinkedHashMap<>();
  private final List<List<String>> fits = new ArrayList<>();

  private SweepFigures(SweepData data) {
    this.data = data;
    this.axes = data.axes();
    this.measures = data.measures();
  }

  /**
   * The pictures of a sweep.
   *
   * @throws InvalidInputException if one is asked for that the sweep cannot give
   */
  static SweepFigures of(Sweep sweep, SweepData data) {
    var figures = new SweepFigures(data);
    var requests = sweep.plots().isEmpty() ? figures.suggested() : sweep.plots();
    requests.forEach(figures::add);
    return figures;
  }

  /** The pictures by the names of their files; one that nothing can be seen on is left out. */
  Map<String, Chart> charts() {
    return new LinkedHashMap<>(charts);
  }

  /** The power laws of the pictures in words, a row each. */
  List<List<String>> fits() {
    return List.copyOf(fits);
  }

  /** The measures that pictures show if none is asked for: times before other facts. */
  static List<String> shown(Sweep sweep, List<String> names, Predicate<String> isLandmark) {
    if (!sweep.plots().isEmpty()) {
      return Stream.concat(sweep.plottedMeasures().stream(), names.stream().limit(1))
          .distinct()
          .toList();
    }
    if (!sweep.measures().isEmpty()) {
      return names.stream().limit(MOST_SUGGESTED).toList();
    }
    var landmarks = names.stream().filter(isLandmark).limit(MOST_SUGGESTED).toList();
    return landmarks.isEmpty() ? names : landmarks;
  }

  private List<PlotRequest> suggested() {
    var requests = new ArrayList<PlotRequest>();
    var numeric = axes.stream().filter(axis -> axis.isNumeric() && axis.size() > 1).toList();
    var shown = measures.stream().filter(data::varies).limit(MOST_SUGGESTED).toList();
    for (String measure : shown) {
      if (numeric.size() > 1) {
        requests.add(heatmap(numeric, measure));
      }
      if (!numeric.isEmpty()) {
        requests.add(line(numeric.getFirst(), measure));
      }
    }
    return requests;
  }

  private static PlotRequest heatmap(List<PlotAxis> numeric, String measure) {
    return new PlotRequest(
        PlotRequest.Kind.HEATMAP,
        Optional.of(numeric.get(0).field()),
        Optional.of(numeric.get(1).field()),
        Optional.of(measure));
  }

  private PlotRequest line(PlotAxis x, String measure) {
    boolean isFit = x.size() >= FEWEST_FOR_A_FIT && PlotAxis.scale(x.numbers()) == Scale.LOG;
    return new PlotRequest(
        isFit ? PlotRequest.Kind.FIT : PlotRequest.Kind.LINE,
        Optional.of(x.field()),
        Optional.of(measure),
        Optional.empty());
  }

  private void add(PlotRequest request) {
    var made =
        switch (request.kind()) {
          case HEATMAP -> heatmaps(request);
          case LINE -> lines(request).map(LineFigure::chart).stream().toList();
          case FIT -> fit(request);
        };
    String name = name(request);
    for (int i = 0; i < made.size(); i++) {
      charts.put(unused(made.size() == 1 ? name : name + "-" + (i + 1)), made.get(i));
    }
  }

  private List<Chart> fit(PlotRequest request) {
    var figure = lines(request);
    figure.map(LineFigure::fits).ifPresent(fits::addAll);
    return figure.map(LineFigure::fitted).stream().toList();
  }

  private String unused(String name) {
    String unused = name;
    for (int i = 2; charts.containsKey(unused); i++) {
      unused = name + "-" + i;
    }
    return unused;
  }

  private static String name(PlotRequest request) {
    String kind =
        switch (request.kind()) {
          case HEATMAP -> "map";
          case LINE -> "lines";
          case FIT -> "fit";
        };
    return request
        .measure()
        .map(name -> kind + "-" + name.replaceAll("[^A-Za-z0-9.]", "_").replace('.', '-'))
        .orElse(kind);
  }

  private List<Chart> heatmaps(PlotRequest request) {
    var x = axis("plot.x", request.x(), List.of());
    var y = axis("plot.y", request.y(), List.of(x));
    return measure(request.measure())
        .map(measure -> new MapFigure(data, axes, x, y, measure).charts())
        .orElseGet(List::of);
  }

  private Optional<LineFigure> lines(PlotRequest request) {
    var x = axis("plot.x", request.x(), List.of());
    var rest = axes.stream().filter(axis -> !axis.equals(x) && axis.size() > 1).toList();
    var colour =
        request
            .colour()
            .map(name -> named("plot.colour", name))
            .or(() -> rest.stream().findFirst());
    return measure(request.measure())
        .flatMap(measure -> LineFigure.of(data, axes, x, colour, measure));
  }

  /** The axis asked for, or the first numeric one that is not taken. */
  private PlotAxis axis(String field, Optional<String> name, List<PlotAxis> taken) {
    var axis =
        name.map(word -> named(field, word))
            .or(
                () ->
                    axes.stream()
                        .filter(each -> each.isNumeric() && each.size() > 1)
                        .filter(each -> !taken.contains(each))
                        .findFirst())
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        field, "must be an axis whose values are numbers, and there is none left"));
    if (!axis.isNumeric() || axis.size() < 2) {
      throw new InvalidInputException(
          field, "must be an axis of two or more numbers, and %s is none".formatted(axis.field()));
    }
    return axis;
  }

  private PlotAxis named(String field, String name) {
    var known = axes.stream().<String>map(PlotAxis::field).toList();
    return axes.stream()
        .filter(axis -> axis.field().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    field,
                    "must be one of the axes %s, not %s%s"
                        .formatted(String.join(", ", known), name, Words.hint(name, known))));
  }

  /** The measure asked for, if some run has it, or the first. */
  private Optional<String> measure(Optional<String> name) {
    return name.or(() -> measures.stream().findFirst()).filter(measures::contains);
  }
}
