package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.chart.Heatmap;
import io.github.icldynamics.chart.HeatmapRow;
import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.run.Forms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Mean attention, query by feature, at the start, the ends of the phases and the end. */
final class AttentionChart {
  private static final int FEWEST_DIGITS = 2;
  private static final int MOST_DIGITS = 6;

  private final RunView run;
  private final Table table;
  private final List<Double> times;
  private final List<Long> queries;
  private final List<Long> features;

  private AttentionChart(RunView run) {
    this.run = run;
    this.table = run.record().table(Forms.ATTENTION.name());
    this.times = table.rows().mapToObj(row -> table.real("tau", row)).distinct().toList();
    this.queries = distinct("query");
    this.features = distinct("feature");
  }

  private List<Long> distinct(String column) {
    return table.rows().mapToObj(row -> table.whole(column, row)).distinct().toList();
  }

  static HeatmapRow of(RunView run) {
    return new AttentionChart(run).figure();
  }

  private HeatmapRow figure() {
    int digits = digitsThatTellApart();
    var panels = IntStream.range(0, times.size()).mapToObj(moment -> panel(moment, digits));
    var columns = new ArrayList<>(features.stream().map(FeatureNames::of).toList());
    if (hasRest()) {
      columns.add("rest");
    }
    return new HeatmapRow(
        run.title("Mean attention"),
        new HeatmapRow.Ticks("query", queries.stream().map(FeatureNames::of).toList()),
        new HeatmapRow.Ticks("feature", columns),
        "mean attention",
        panels.toList());
  }

  private boolean hasRest() {
    return run.experiment().law().features() > features.size();
  }

  private int digitsThatTellApart() {
    int digits = FEWEST_DIGITS;
    while (digits < MOST_DIGITS && distinctTexts(digits) < times.size()) {
      digits++;
    }
    return digits;
  }

  private long distinctTexts(int digits) {
    return times.stream().map(tau -> iterations(tau, digits)).distinct().count();
  }

  private String iterations(double tau, int digits) {
    return NumberText.of(run.iterations(tau), digits);
  }

  private Heatmap panel(int moment, int digits) {
    double tau = times.get(moment);
    int first = moment * queries.size();
    var rows = IntStream.range(first, first + queries.size()).mapToObj(this::row).toList();
    return new Heatmap(moment(tau) + ", t = " + iterations(tau, digits), rows);
  }

  private String moment(double tau) {
    if (tau == 0) {
      return "start";
    }
    return run.leading().phases().stream()
        .filter(phase -> phase.to() == tau)
        .reduce((first, second) -> second)
        .map(phase -> "end of " + phase.name())
        .orElse("end");
  }

  private List<Double> row(int number) {
    var cells = new ArrayList<Double>();
    double rest = 1;
    for (int feature = 0; feature < features.size(); feature++) {
      double cell = table.real("mean_attention", number * features.size() + feature);
      cells.add(cell);
      rest -= cell;
    }
    if (hasRest()) {
      cells.add(Math.clamp(rest, 0, 1));
    }
    return cells;
  }
}
