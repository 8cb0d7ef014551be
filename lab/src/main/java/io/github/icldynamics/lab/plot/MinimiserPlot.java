package io.github.icldynamics.lab.plot;

import io.github.icldynamics.lab.figure.MatrixMap;
import io.github.icldynamics.lab.figure.MatrixPanel;
import io.github.icldynamics.lab.run.ClassificationRun;
import io.github.icldynamics.numeric.SquareMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The minimiser beside the one for infinite prompts, and their difference on a scale of its own.
 */
final class MinimiserPlot {
  private MinimiserPlot() {}

  static MatrixMap of(ClassificationRun run) {
    int classes = run.experiment().mixture().classes();
    return new MatrixMap(
        MixtureTitle.of("Minimiser W* = c(Λ⁻¹ + G)", run.experiment()),
        "row",
        "column",
        List.of(
            panel("W*", run.minimiser().minimiser(), "weight"),
            panel(classes + " Λ⁻¹", run.experiment().law().infinitePromptMinimiser(), "weight"),
            panel("G", run.minimiser().deviation(), "W*/c − Λ⁻¹")));
  }

  private static MatrixPanel panel(String title, SquareMatrix matrix, String scale) {
    var rows = new ArrayList<List<Double>>();
    for (double[] row : matrix.toArray()) {
      rows.add(Arrays.stream(row).boxed().toList());
    }
    return new MatrixPanel(title, rows, scale);
  }
}
