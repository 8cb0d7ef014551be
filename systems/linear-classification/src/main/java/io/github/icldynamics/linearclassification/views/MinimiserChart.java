package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.MatrixMap;
import io.github.icldynamics.chart.MatrixPanel;
import io.github.icldynamics.record.Table;
import java.util.List;

/**
 * The minimiser beside the one for infinite prompts, and their difference on a scale of its own.
 */
final class MinimiserChart {
  private MinimiserChart() {}

  static MatrixMap of(RunView run) {
    var table = run.minimiser();
    int classes = run.experiment().mixture().classes();
    return new MatrixMap(
        run.title("Minimiser W* = c(Λ⁻¹ + G)"),
        "row",
        "column",
        List.of(
            panel("W*", table, "weight", "weight"),
            panel(classes + " Λ⁻¹", table, "infinite_prompts", "weight"),
            panel("G", table, "deviation", "W*/c − Λ⁻¹")));
  }

  private static MatrixPanel panel(String title, Table table, String column, String scale) {
    return new MatrixPanel(title, RunView.matrix(table, column), scale);
  }
}
