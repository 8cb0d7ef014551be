package io.github.icldynamics.lab.sweep;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Dash;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.chart.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.util.FastMath;

/** A measure over an axis: a curve for each value of a second one, a panel for those of others. */
record LineFigure(SweepData data, PlotAxis x, String measure, List<PanelOfCurves> panels) {
  /** Legends of more entries hide the picture. */
  private static final int MOST_NAMED = 8;

  private static final int PALETTE = 6;

  /** Room beside the outermost marks. */
  private static final double BESIDE = 1.3;

  /** The curves of one combination of the axes that have no place in the picture. */
  record PanelOfCurves(String title, List<Measured> curves) {
    PanelOfCurves {
      curves = List.copyOf(curves);
    }

    /** Those with a label. */
    List<Measured> named() {
      return curves.stream().filter(curve -> !curve.label().isEmpty()).toList();
    }
  }

  /** Points of a curve in the order of x. */
  record Measured(String label, CurveStyle line, CurveStyle marks, List<Point> points) {
    Measured {
      points = List.copyOf(points);
    }
  }

  /** The figure; no value if there is nothing to be seen. */
  static Optional<LineFigure> of(
      SweepData data, List<PlotAxis> axes, PlotAxis x, Optional<PlotAxis> colour, String measure) {
    var shown = new ArrayList<PlotAxis>();
    shown.add(x);
    colour.ifPresent(shown::add);
    var combinations = new Combinations(axes, shown);
    var panels = new ArrayList<PanelOfCurves>();
    for (var place : combinations.places()) {
      var curves = curves(data, combinations, place, x, colour, measure);
      if (!curves.isEmpty()) {
        panels.add(new PanelOfCurves(combinations.title(place), curves));
      }
    }
    return panels.isEmpty()
        ? Optional.empty()
        : Optional.of(new LineFigure(data, x, measure, panels));
  }

  private static List<Measured> curves(
      SweepData data,
      Combinations combinations,
      List<Integer> place,
      PlotAxis x,
      Optional<PlotAxis> colour,
      String measure) {
    int number = colour.map(PlotAxis::size).orElse(1);
    var curves = new ArrayList<Measured>();
    for (int i = 0; i < number; i++) {
      int index = i;
      var at = colour.map(axis -> combinations.with(place, axis, index)).orElse(place);
      var points = points(data, combinations, at, x, measure);
      String name = colour.map(axis -> axis.valueText(index)).orElse("measured");
      if (!points.isEmpty()) {
        curves.add(
            new Measured(
                isNamed(i, number) ? name : "", style(i, number), marks(i, number), points));
      }
    }
    return curves;
  }

  private static boolean isNamed(int index, int number) {
    int step = FastMath.max(1, Math.ceilDiv(number - 1, MOST_NAMED - 1));
    return index % step == 0 || index == number - 1;
  }

  private static CurveStyle style(int index, int number) {
    return number <= PALETTE
        ? CurveStyle.solid(index)
        : CurveStyle.graded((double) index / (number - 1));
  }

  private static CurveStyle marks(int index, int number) {
    return number <= PALETTE
        ? CurveStyle.marks(index)
        : new CurveStyle(style(index, number).color(), Dash.MARKS);
  }

  private static List<Point> points(
      SweepData data, Combinations combinations, List<Integer> place, PlotAxis x, String measure) {
    return IntStream.range(0, x.size())
        .mapToObj(
            i -> new Point(x.numbers().get(i), data.value(measure, combinations.with(place, x, i))))
        .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
        .sorted(Comparator.comparingDouble(Point::x))
        .toList();
  }

  /** Lines through the points. */
  Chart chart() {
    var charts =
        panels.stream()
            .map(
                panel ->
                    new LineChart(panel.title(), x.axis(), y(), lines(panel), List.of(), List.of()))
            .toList();
    return charts.size() == 1
        ? charts.getFirst()
        : new MultiPanel("", charts, MultiPanel.Arrangement.IN_PAIRS);
  }

  private Axis y() {
    return PlotAxis.axis(data.label(measure), points().map(Point::y).toList());
  }

  private Stream<Point> points() {
    return panels.stream()
        .flatMap(panel -> panel.curves().stream())
        .flatMap(curve -> curve.points().stream());
  }

  private static List<Curve> lines(PanelOfCurves panel) {
    var curves = new ArrayList<Curve>();
    for (var curve : panel.curves()) {
      curves.add(new Curve(curve.label(), curve.points(), curve.line()));
      curves.add(new Curve("", curve.points(), curve.marks()));
    }
    return curves;
  }

  /**
   * Power laws through the points of the first panel, and beneath them the slopes between points;
   * of many curves those that the legend has room for.
   */
  Chart fitted() {
    var panel = panels.getFirst();
    var above = new ArrayList<Curve>();
    var slopes = new ArrayList<Curve>();
    for (var curve : panel.named()) {
      var law = law(curve);
      above.add(new Curve(labelled(curve, law), curve.points(), curve.marks()));
      law.ifPresent(fitted -> above.add(new Curve("", drawn(fitted, curve), curve.line())));
      slopes.add(new Curve("", slopes(curve), curve.line()));
    }
    if (slopes.stream().allMatch(curve -> curve.points().isEmpty())) {
      return chart();
    }
    var places = points().map(Point::x).filter(place -> place > 0).toList();
    double low = places.stream().min(Double::compare).orElseThrow() / BESIDE;
    double high = places.stream().max(Double::compare).orElseThrow() * BESIDE;
    var axis = Axis.log(x.label()).within(low, high);
    var logs = new LineChart(panel.title(), axis, y(), above, List.of(), List.of());
    var slope =
        new LineChart(
            "",
            axis,
            Axis.linear("local slope d ln y/d ln " + x.symbol()),
            slopes,
            List.of(),
            List.of());
    return new MultiPanel("", List.of(logs, slope), MultiPanel.Arrangement.STACKED);
  }

  private String labelled(Measured curve, Optional<PowerLaw> law) {
    return law.map(fitted -> curve.label() + ": " + fitted.text(x.symbol())).orElse(curve.label());
  }

  /** The law that the points follow, if they follow one. */
  private static Optional<PowerLaw> law(Measured curve) {
    return PowerLaw.of(
            curve.points().stream().map(Point::x).toList(),
            curve.points().stream().map(Point::y).toList())
        .filter(PowerLaw::isFollowed);
  }

  private static List<Point> drawn(PowerLaw law, Measured curve) {
    return curve.points().stream()
        .map(point -> new Point(point.x(), law.fitted().applyAsDouble(point.x())))
        .toList();
  }

  private static List<Point> slopes(Measured curve) {
    var slopes = new ArrayList<Point>();
    for (int i = 1; i < curve.points().size(); i++) {
      var from = curve.points().get(i - 1);
      var to = curve.points().get(i);
      double width = FastMath.log(to.x() / from.x());
      double slope = FastMath.log(to.y() / from.y()) / width;
      if (width > 0 && Double.isFinite(slope)) {
        slopes.add(new Point(FastMath.sqrt(from.x() * to.x()), slope));
      }
    }
    return slopes;
  }

  /** The fits in words: of what, the law, how far its exponent may lie off, what it leaves. */
  List<List<String>> fits() {
    var rows = new ArrayList<List<String>>();
    for (var panel : panels) {
      for (var curve : panel.named()) {
        law(curve)
            .ifPresent(
                law ->
                    rows.add(
                        List.of(
                            measure,
                            name(panel, curve),
                            NumberText.ofEntry(law.exponent()),
                            NumberText.of(law.halfWidth(), 2),
                            law.text(x.symbol()),
                            NumberText.of(law.largestResidual(), 2))));
      }
    }
    return rows;
  }

  private static String name(PanelOfCurves panel, Measured curve) {
    return panel.title().isEmpty() ? curve.label() : panel.title() + ", " + curve.label();
  }
}
