package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.ColumnState;
import io.github.icldynamics.lab.figure.Figure;
import io.github.icldynamics.lab.run.ExperimentRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All pictures of a run, by file name without ending. */
public final class RunPlots {
  private RunPlots() {}

  /**
   * The pictures.
   *
   * @param states the states to draw curves through, a list a column
   */
  public static Map<String, Figure> of(ExperimentRun run, List<List<ColumnState>> states) {
    var plots = new LinkedHashMap<String, Figure>();
    plots.put("error", ErrorPlot.of(run, states));
    plots.put("weights", WeightPlot.of(run, states));
    plots.put("gradients", GradientPlot.of(run, states));
    plots.put("attention", AttentionPlot.of(run));
    return plots;
  }
}
