package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Chart;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.softmaxregression.run.Forms;
import io.github.icldynamics.system.TimeScale;
import java.util.LinkedHashMap;
import java.util.Map;

/** All pictures of a run, by file name without ending. */
public final class Charts {
  private Charts() {}

  /** The pictures. */
  public static Map<String, Chart> of(RunRecord record, TimeScale scale) {
    var run = RunView.of(record, scale);
    var charts = new LinkedHashMap<String, Chart>();
    if (!run.hasLasted()) {
      return charts;
    }
    charts.put("error", ErrorChart.of(run));
    if (!run.isWhole()) {
      charts.put("times", TimesChart.of(run));
      return charts;
    }
    charts.put("weights", WeightChart.of(run));
    charts.put("gradients", GradientChart.of(run));
    charts.put("attention", AttentionChart.of(run));
    charts.put("attention-over-time", AttentionOverTime.of(run).map());
    charts.put("phases", AttentionOverTime.of(run).phases());
    if (record.find(Forms.TEST_LENGTHS.name()).isPresent()) {
      charts.put("test", TestLengthChart.of(run));
    }
    if (record.find(Forms.SPREAD.name()).isPresent()) {
      charts.put("spread", SpreadChart.of(run));
    }
    return charts;
  }
}
