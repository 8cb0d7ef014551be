package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.lab.figure.Axis;
import io.github.icldynamics.lab.figure.Band;
import io.github.icldynamics.lab.figure.Curve;
import io.github.icldynamics.lab.figure.CurveStyle;
import io.github.icldynamics.lab.figure.Point;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Iterations on a logarithmic axis, with curves over it and the phases on it. */
record TimeAxis(ExperimentRun run, double first, double last) {
  /** Decades shown before the end of a run that is over within a few iterations. */
  private static final double SHORTEST_SPAN = 1e-3;

  static TimeAxis of(ExperimentRun run) {
    double last = Math.max(run.experiment().iterations(run.end()), Double.MIN_NORMAL);
    return new TimeAxis(run, Math.min(1, SHORTEST_SPAN * last), last);
  }

  /** A title that says what was run. */
  String title(String what) {
    return ExperimentTitle.of(what, run.experiment());
  }

  Axis axis() {
    return Axis.log("iterations t = τ/η").within(first, last);
  }

  Curve curve(
      String label,
      List<ColumnState> states,
      ToDoubleFunction<ColumnState> quantity,
      CurveStyle style) {
    var points = new ArrayList<Point>();
    for (var state : states) {
      double t = run.experiment().iterations(state.tau());
      points.add(new Point(t, quantity.applyAsDouble(state)));
    }
    return new Curve(label, points, style);
  }

  /** The phases of a column that last at all. */
  List<Band> phases(ColumnRun column) {
    var bands = new ArrayList<Band>();
    for (var phase : column.phases()) {
      double from = Math.max(first, run.experiment().iterations(phase.from()));
      double to = run.experiment().iterations(phase.to());
      if (to > from) {
        bands.add(new Band(from, to, phase.name()));
      }
    }
    return bands;
  }
}
