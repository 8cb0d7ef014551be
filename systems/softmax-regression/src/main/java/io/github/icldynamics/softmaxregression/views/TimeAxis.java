package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Band;
import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.LineChart;
import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.chart.ReferenceLine;
import io.github.icldynamics.statistics.SignificantDigits;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * The time of a run, with the phases of a query on it: iterations on a logarithmic axis, or, where
 * that piles the later phases up at its end, the share of the query's time on a linear one.
 */
record TimeAxis(RunView run, double first, double last) {
  /** Decades shown before the end of a run that is over within a few iterations. */
  private static final double SHORTEST_SPAN = 1e-3;

  /** Phases are piled up if those after the first have no more than this share of the axis. */
  private static final double CROWDED = 0.25;

  private static final int FEWEST_CROWDED = 3;

  /** How far a linear axis goes beyond convergence, in units of its time. */
  private static final double BEYOND = 1.5;

  private static final int DIGITS = 5;

  /** From here on numbers are written by their power of ten. */
  private static final double LARGE = 1e6;

  static TimeAxis of(RunView run, Curves curves) {
    double last = Math.max(curves.lastIteration(), Double.MIN_NORMAL);
    double first = run.isOfIterations() ? 1 : SHORTEST_SPAN * last;
    return new TimeAxis(run, Math.min(Math.min(1, 0.5 * last), first), last);
  }

  /**
   * A chart over the time.
   *
   * @param query whose phases are shaded, and whose time to converge is the unit
   * @param curves over iterations
   * @param lines vertical ones at iterations
   */
  LineChart chart(
      String title, QueryView query, Axis y, List<Curve> curves, List<ReferenceLine> lines) {
    var axis = Axis.log(run.iterationsLabel()).within(first, last);
    var chart = new LineChart(title, axis, y, curves, phases(query), lines);
    return isLinear(query) ? linear(chart, query) : chart;
  }

  /** The phases of a query that last at all. */
  private List<Band> phases(QueryView query) {
    var bands = new ArrayList<Band>();
    for (var phase : query.phases()) {
      double from = Math.max(first, run.iterations(phase.from()));
      double to = run.iterations(phase.to());
      if (to > from) {
        bands.add(new Band(from, to, phase.name()));
      }
    }
    return bands;
  }

  boolean isLinear(QueryView query) {
    return switch (run.timeScale()) {
      case LINEAR -> true;
      case LOGARITHMIC -> false;
      case AUTOMATIC -> isCrowded(query);
    };
  }

  private boolean isCrowded(QueryView query) {
    if (query.phases().size() < FEWEST_CROWDED || !query.hasConverged()) {
      return false;
    }
    double rest = query.convergence() / query.phases().get(1).from();
    return FastMath.log(rest) < CROWDED * FastMath.log(last / first);
  }

  /** Whether a linear axis has the query's own time for its unit. */
  private boolean hasOwnUnit(QueryView query) {
    return query.hasConverged() && query.convergence() > 0;
  }

  /** Iterations to the unit of a linear axis: those of the query's time, if it has one. */
  double unit(QueryView query) {
    return hasOwnUnit(query) ? run.iterations(query.convergence()) : 1;
  }

  /** What a linear axis shows. */
  String linearLabel(QueryView query) {
    if (!hasOwnUnit(query)) {
      return run.iterationsLabel();
    }
    String what = run.hasFlowTime() ? "τ" : "iterations";
    double time = run.hasFlowTime() ? query.convergence() : unit(query);
    String number = time < LARGE ? SignificantDigits.of(time) : NumberText.of(time, DIGITS);
    return what + " over " + number + ", when " + FeatureNames.of(query.query()) + " converges";
  }

  /** Where a linear axis ends. */
  double linearEnd(QueryView query) {
    double end = last / unit(query);
    return hasOwnUnit(query) ? Math.min(end, BEYOND) : end;
  }

  private LineChart linear(LineChart chart, QueryView query) {
    double unit = unit(query);
    return new LineChart(
        chart.title(),
        Axis.linear(linearLabel(query)).within(0, linearEnd(query)),
        chart.y(),
        chart.curves().stream().map(curve -> per(curve, unit)).toList(),
        chart.bands().stream()
            .map(band -> new Band(band.from() / unit, band.to() / unit, band.label()))
            .toList(),
        chart.referenceLines().stream().map(line -> per(line, unit)).toList());
  }

  private static Curve per(Curve curve, double unit) {
    var points = curve.points().stream().map(point -> new Point(point.x() / unit, point.y()));
    return new Curve(curve.label(), points.toList(), curve.style());
  }

  private static ReferenceLine per(ReferenceLine line, double unit) {
    return switch (line.direction()) {
      case HORIZONTAL -> line;
      case VERTICAL -> ReferenceLine.vertical(line.value() / unit, line.label());
    };
  }
}
