package io.github.icldynamics.lab.runs;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Dash;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.MultiPanel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pictures of two runs of one system laid over each other: the second is dashed. */
public final class Overlay {
  private Overlay() {}

  /**
   * The pictures of curves that both runs have.
   *
   * @param names of the runs, for the legend
   */
  public static Map<String, Chart> of(
      Map<String, Chart> first, Map<String, Chart> second, List<String> names) {
    var charts = new LinkedHashMap<String, Chart>();
    first.forEach(
        (name, chart) -> {
          if (chart instanceof LineChart one && second.get(name) instanceof LineChart other) {
            charts.put(name, of(one, other, names));
          } else if (chart instanceof MultiPanel some
              && second.get(name) instanceof MultiPanel others) {
            charts.put(name, panels(some, others, names));
          }
        });
    return charts;
  }

  private static Chart panels(MultiPanel first, MultiPanel second, List<String> names) {
    var panels = new ArrayList<LineChart>();
    for (int i = 0; i < Math.min(first.panels().size(), second.panels().size()); i++) {
      panels.add(of(first.panels().get(i), second.panels().get(i), names));
    }
    return new MultiPanel(first.title(), panels, first.arrangement());
  }

  private static LineChart of(LineChart first, LineChart second, List<String> names) {
    var curves = new ArrayList<Curve>();
    first.curves().forEach(curve -> curves.add(labelled(curve, names.get(0), curve.style())));
    second
        .curves()
        .forEach(curve -> curves.add(labelled(curve, names.get(1), dashed(curve.style()))));
    return new LineChart(
        first.title(), first.x(), first.y(), curves, List.of(), first.referenceLines());
  }

  private static Curve labelled(Curve curve, String name, CurveStyle style) {
    String label = curve.label().isEmpty() ? "" : name + ": " + curve.label();
    return new Curve(label, curve.points(), style);
  }

  private static CurveStyle dashed(CurveStyle style) {
    return style.dash() == Dash.SOLID ? new CurveStyle(style.color(), Dash.DASHED) : style;
  }
}
