package io.github.icldynamics.lab.verify;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.claim.Exhibit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exhibit drawn: measurements as marks or solid lines, predictions dashed, in the colour of what
 * they speak of.
 */
public final class ExhibitChart {
  private static final int BLACK = 6;
  private static final String AS_STATED = "as stated, each in its colour";

  private final Exhibit exhibit;
  private final List<Exhibit.Series> measured;

  private ExhibitChart(Exhibit exhibit) {
    this.exhibit = exhibit;
    this.measured =
        exhibit.series().stream().filter(series -> series.kind() != Exhibit.Kind.LAW).toList();
  }

  /** The figure of an exhibit. */
  public static LineChart of(Exhibit exhibit) {
    return new ExhibitChart(exhibit).figure();
  }

  private LineChart figure() {
    return new LineChart(
        MathText.of(exhibit.title()),
        axis(exhibit.x()),
        axis(exhibit.y()),
        curves(),
        List.of(),
        List.of());
  }

  private static Axis axis(Exhibit.Axis axis) {
    String label = MathText.of(axis.label());
    return axis.logarithmic() ? Axis.log(label) : Axis.linear(label);
  }

  /** The series, then an entry of the legend for all laws that have none of their own. */
  private List<Curve> curves() {
    var curves = new ArrayList<>(exhibit.series().stream().map(this::curve).toList());
    if (exhibit.series().stream().anyMatch(s -> s.kind() == Exhibit.Kind.LAW && subject(s) >= 0)) {
      curves.add(new Curve(AS_STATED, List.of(), CurveStyle.dashed(BLACK)));
    }
    return curves;
  }

  private Curve curve(Exhibit.Series series) {
    var points =
        IntStream.range(0, series.x().size())
            .mapToObj(i -> new Point(series.x().get(i), series.y().get(i)))
            .toList();
    return new Curve(label(series), points, style(series));
  }

  /** The law of a measured series needs no entry of its own: its colour says whose it is. */
  private String label(Exhibit.Series series) {
    boolean own = series.kind() != Exhibit.Kind.LAW || subject(series) < 0;
    return own ? MathText.of(series.label()) : "";
  }

  private CurveStyle style(Exhibit.Series series) {
    int subject = subject(series);
    return switch (series.kind()) {
      case POINTS -> CurveStyle.marks(color(measured.indexOf(series)));
      case CURVE -> CurveStyle.solid(color(measured.indexOf(series)));
      case LAW -> subject < 0 ? ownStyle(series) : CurveStyle.dashed(color(subject));
    };
  }

  /** Laws that speak of no series in particular are black, the second of them dotted. */
  private CurveStyle ownStyle(Exhibit.Series law) {
    var first =
        exhibit.series().stream()
            .filter(s -> s.kind() == Exhibit.Kind.LAW && subject(s) < 0)
            .findFirst()
            .orElseThrow();
    return first.equals(law) ? CurveStyle.dashed(BLACK) : CurveStyle.dotted(BLACK);
  }

  /** Black is for laws that stand alone, and the last colour is too light. */
  private static int color(int index) {
    return index % BLACK;
  }

  /** The measured series whose label a law's begins with, −1 if there is none. */
  private int subject(Exhibit.Series law) {
    return IntStream.range(0, measured.size())
        .filter(i -> law.label().startsWith(measured.get(i).label() + ","))
        .findFirst()
        .orElse(-1);
  }
}
