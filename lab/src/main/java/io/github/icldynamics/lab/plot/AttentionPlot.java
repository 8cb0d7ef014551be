package io.github.icldynamics.lab.plot;

import io.github.icldynamics.analysis.Phase;
import io.github.icldynamics.analysis.RepresentativeFeatures;
import io.github.icldynamics.lab.figure.Heatmap;
import io.github.icldynamics.lab.figure.HeatmapRow;
import io.github.icldynamics.lab.figure.NumberText;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.lab.run.RunSummary;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.List;

/** Mean attention, query by feature, at the start, the ends of the phases and the end. */
final class AttentionPlot {
  private static final int FEWEST_DIGITS = 2;
  private static final int MOST_DIGITS = 6;

  private final ExperimentRun run;
  private final TokenLaw law;
  private final List<Long> features;
  private final List<Long> queries;

  private AttentionPlot(ExperimentRun run) {
    this.run = run;
    this.law = run.experiment().law();
    this.features = RepresentativeFeatures.of(law);
    var trained =
        features.stream()
            .filter(feature -> run.layer().columnOf(law, feature).isPresent())
            .toList();
    this.queries = trained.isEmpty() ? List.of(run.leadingColumn().query()) : trained;
  }

  static HeatmapRow of(ExperimentRun run) {
    return new AttentionPlot(run).figure();
  }

  private HeatmapRow figure() {
    var times = RunSummary.milestones(run.leadingColumn());
    int digits = digitsThatTellApart(times);
    var panels = times.stream().map(tau -> panel(tau, digits)).toList();
    var columns = new ArrayList<>(features.stream().map(FeatureNames::of).toList());
    if (hasRest()) {
      columns.add("rest");
    }
    return new HeatmapRow(
        TimeAxis.of(run).title("Mean attention"),
        new HeatmapRow.Ticks("query", queries.stream().map(FeatureNames::of).toList()),
        new HeatmapRow.Ticks("feature", columns),
        "mean attention",
        panels);
  }

  private boolean hasRest() {
    return law.features() > features.size();
  }

  private int digitsThatTellApart(List<Double> times) {
    int digits = FEWEST_DIGITS;
    while (digits < MOST_DIGITS && distinctTexts(times, digits) < times.size()) {
      digits++;
    }
    return digits;
  }

  private long distinctTexts(List<Double> times, int digits) {
    return times.stream().map(tau -> iterations(tau, digits)).distinct().count();
  }

  private String iterations(double tau, int digits) {
    return NumberText.of(run.experiment().iterations(tau), digits);
  }

  private Heatmap panel(double tau, int digits) {
    var rows = queries.stream().map(query -> row(query, tau)).toList();
    return new Heatmap(moment(tau) + ", t = " + iterations(tau, digits), rows);
  }

  private String moment(double tau) {
    if (tau == 0) {
      return "start";
    }
    return run.leadingColumn().phases().stream()
        .filter(phase -> phase.to() == tau)
        .reduce((first, second) -> second)
        .map(Phase::name)
        .map(name -> "end of " + name)
        .orElse("end");
  }

  private List<Double> row(long query, double tau) {
    var column = run.layer().columnOf(law, query).orElseThrow();
    double reached = Math.min(tau, column.trajectory().end());
    var attention = column.stateAt(reached).value().meanAttention();
    var cells = new ArrayList<Double>();
    double rest = 1;
    for (long feature : features) {
      double cell = attention.get(law.groupInColumn(query, feature));
      cells.add(cell);
      rest -= cell;
    }
    if (hasRest()) {
      cells.add(Math.clamp(rest, 0, 1));
    }
    return cells;
  }
}
