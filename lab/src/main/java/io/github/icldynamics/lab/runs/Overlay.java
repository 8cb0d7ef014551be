package io.github.icldynamics.lab.runs;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveColor;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Dash;
import io.github.icldynamics.chart.Extent;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import io.github.icldynamics.chart.ReferenceLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures of two runs of one system laid over each other. The second has other colours and other
 * dashes; axes reach as far as both need; lines across the plot stay where both have them.
 */
public final class Overlay {
  /** The first colours of the palette are those of the first run. */
  private static final int COLORS_OF_FIRST = 3;

  private final List<String> names;

  private Overlay(List<String> names) {
    this.names = names;
  }

  /**
   * The pictures of curves that both runs have.
   *
   * @param names of the runs, for the legend
   */
  public static Map<String, Chart> of(
      Map<String, Chart> first, Map<String, Chart> second, List<String> names) {
    var overlay = new Overlay(names);
    var charts = new LinkedHashMap<String, Chart>();
    first.forEach(
        (name, chart) -> {
          if (chart instanceof LineChart one && second.get(name) instanceof LineChart other) {
            charts.put(name, overlay.of("", one, other));
          } else if (chart instanceof MultiPanel some
              && second.get(name) instanceof MultiPanel others) {
            charts.put(name, overlay.of(some, others));
          }
        });
    return charts;
  }

  /** Titles of figures speak of one run; those of panels say which panel it is. */
  private MultiPanel of(MultiPanel first, MultiPanel second) {
    var panels = new ArrayList<LineChart>();
    for (int i = 0; i < Math.min(first.panels().size(), second.panels().size()); i++) {
      var panel = first.panels().get(i);
      panels.add(of(panel.title(), panel, second.panels().get(i)));
    }
    return new MultiPanel("", panels, first.arrangement());
  }

  private LineChart of(String title, LineChart first, LineChart second) {
    var curves = new ArrayList<Curve>();
    first.curves().forEach(curve -> curves.add(labelled(curve, names.get(0), curve.style())));
    second.curves().forEach(curve -> curves.add(labelled(curve, names.get(1), other(curve))));
    List<ReferenceLine> shared =
        first.referenceLines().stream().filter(second.referenceLines()::contains).toList();
    return new LineChart(
        title,
        joined(first.x(), second.x()),
        joined(first.y(), second.y()),
        curves,
        List.of(),
        shared);
  }

  private static Axis joined(Axis first, Axis second) {
    return first.extent() instanceof Extent.Fixed(double low, double high)
            && second.extent() instanceof Extent.Fixed(double otherLow, double otherHigh)
            && first.scale() == second.scale()
        ? first.within(Math.min(low, otherLow), Math.max(high, otherHigh))
        : new Axis(first.label(), first.scale(), new Extent.Automatic());
  }

  private static Curve labelled(Curve curve, String name, CurveStyle style) {
    String label = curve.label().isEmpty() ? "" : name + ": " + curve.label();
    return new Curve(label, curve.points(), style);
  }

  /** Another one for each, so that lines of one colour still differ. */
  private static Dash next(Dash dash) {
    return switch (dash) {
      case SOLID -> Dash.DASHED;
      case DASHED -> Dash.DOTTED;
      case DOTTED -> Dash.SOLID;
      case MARKS, OUTLINED_MARKS -> dash;
    };
  }

  private static CurveStyle other(Curve curve) {
    var style = curve.style();
    var color =
        style.color() instanceof CurveColor.Categorical(int index)
            ? new CurveColor.Categorical(index + COLORS_OF_FIRST)
            : style.color();
    return new CurveStyle(color, next(style.dash()));
  }
}
