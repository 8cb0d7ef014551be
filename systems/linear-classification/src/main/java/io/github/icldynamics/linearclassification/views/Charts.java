package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.linearclassification.run.Forms;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.system.TimeScale;
import java.util.LinkedHashMap;
import java.util.Map;

/** All pictures of a run, by file name without ending. */
public final class Charts {
  private static final int LARGEST_MATRIX = 20;

  private Charts() {}

  /** The pictures; maps only where they can be drawn. */
  public static Map<String, Chart> of(RunRecord record, TimeScale scale) {
    var run = RunView.of(record);
    var charts = new LinkedHashMap<String, Chart>();
    charts.put("convergence", ConvergenceChart.of(run, scale));
    if (run.experiment().mixture().dimension() <= LARGEST_MATRIX) {
      charts.put("minimiser", MinimiserChart.of(run));
    }
    charts.put("inference", InferenceChart.of(run));
    charts.put("classifiers", ClassifiersChart.of(run));
    if (record.find(Forms.PROMPT.name()).isPresent()) {
      charts.put("boundaries", BoundariesChart.of(run));
    }
    return charts;
  }
}
