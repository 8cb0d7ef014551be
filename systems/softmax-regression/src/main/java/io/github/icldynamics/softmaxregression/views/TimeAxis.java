package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Axis;
import io.github.icldynamics.chart.Band;
import java.util.ArrayList;
import java.util.List;

/** Iterations on a logarithmic axis, with the phases on it. */
record TimeAxis(RunView run, double first, double last) {
  /** Decades shown before the end of a run that is over within a few iterations. */
  private static final double SHORTEST_SPAN = 1e-3;

  static TimeAxis of(RunView run, Curves curves) {
    double last = Math.max(curves.lastIteration(), Double.MIN_NORMAL);
    return new TimeAxis(run, Math.min(1, SHORTEST_SPAN * last), last);
  }

  Axis axis() {
    return Axis.log(run.iterationsLabel()).within(first, last);
  }

  /** The phases of a query that last at all. */
  List<Band> phases(QueryView query) {
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
}
