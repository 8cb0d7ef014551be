package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Curve;
import io.github.icldynamics.chart.CurveStyle;
import io.github.icldynamics.chart.Point;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.run.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** Curves over iterations, through the run and what comes after its end. */
record Curves(List<Table> tables) {
  static Curves of(RunView run) {
    return new Curves(
        Stream.of(Forms.TRAJECTORY, Forms.AFTERMATH)
            .map(form -> run.record().find(form.name()))
            .flatMap(Optional::stream)
            .toList());
  }

  /** The last iteration of all. */
  double lastIteration() {
    return tables.stream()
        .flatMapToDouble(table -> table.rows().mapToDouble(row -> table.real("iterations", row)))
        .max()
        .orElse(0);
  }

  /** A quantity of a query's group. */
  Curve of(
      long query,
      long group,
      String quantity,
      DoubleUnaryOperator change,
      String label,
      CurveStyle style) {
    var points = new ArrayList<Point>();
    for (var table : tables) {
      int queries = table.form().indexOf("query");
      int groups = table.form().indexOf("group");
      int iterations = table.form().indexOf("iterations");
      int values = table.form().indexOf(quantity);
      for (int row = 0; row < table.size(); row++) {
        if (table.whole(queries, row) == query && table.whole(groups, row) == group) {
          double value = change.applyAsDouble(table.real(values, row));
          points.add(new Point(table.real(iterations, row), value));
        }
      }
    }
    return new Curve(label, points, style);
  }

  /** The error of a query. */
  Curve error(QueryView query, String label, CurveStyle style) {
    return of(query.query(), query.own(), "error", error -> error, label, style);
  }
}
