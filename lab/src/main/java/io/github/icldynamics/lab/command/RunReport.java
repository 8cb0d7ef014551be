package io.github.icldynamics.lab.command;

import io.github.icldynamics.analysis.ColumnRun;
import io.github.icldynamics.analysis.Phase;
import io.github.icldynamics.lab.experiment.Experiment;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.lab.run.RunOutcome;
import io.github.icldynamics.prompt.PromptLength;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person wants to read after a run. */
final class RunReport {
  private static final int MOST_QUERIES = 12;

  private final ExperimentRun run;
  private final StringBuilder text = new StringBuilder();

  private RunReport(ExperimentRun run) {
    this.run = run;
  }

  /** The report: the experiment, a line a query, the phases, the states asked for, the folder. */
  static String of(ExperimentRun run, String name, List<Double> times, Optional<Path> folder) {
    var report = new RunReport(run);
    report.headline(name);
    report.queries();
    report.phases(run.leadingColumn());
    if (!times.isEmpty()) {
      report.states(times);
    }
    folder.ifPresent(path -> report.line("").line("Written to " + path));
    return report.text.toString().stripTrailing();
  }

  private RunReport line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
  }

  private void headline(String name) {
    Experiment experiment = run.experiment();
    line(
        name
            + ": "
            + experiment.law().features()
            + " features, "
            + prompts(experiment.promptLength())
            + ", "
            + experiment.method().key()
            + ", η = "
            + Figures.of(experiment.learningRate())
            + ", ε = "
            + Figures.of(experiment.epsilon()));
  }

  private static String prompts(PromptLength length) {
    return switch (length) {
      case PromptLength.Finite(long tokens) ->
          "prompts of " + Figures.of((double) tokens) + " tokens";
      case PromptLength.Infinite() -> "infinite prompts";
    };
  }

  private void queries() {
    var table =
        new TextTable("query", "role", "p", "floor L*", "τ to L* + ε", "iterations", "ended");
    var columns = run.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (columns.size() <= MOST_QUERIES || i < MOST_QUERIES - 1 || i == columns.size() - 1) {
        table.add(queryRow(columns.get(i)));
      } else if (i == MOST_QUERIES - 1) {
        table.add(List.of("…", "", "", "", "", "", ""));
      }
    }
    line("").line(table.toString());
  }

  private List<String> queryRow(ColumnRun column) {
    var tau = column.convergence();
    return List.of(
        Long.toString(column.query()),
        column.role().title(),
        Figures.of(column.trajectory().column().queryProbability()),
        column.floor().map(floor -> Figures.ofLogarithm(floor.logarithm())).orElse("–"),
        tau.isPresent() ? Figures.of(tau.getAsDouble()) : "–",
        tau.isPresent() ? Figures.of(run.experiment().iterations(tau.getAsDouble())) : "–",
        RunOutcome.of(column) == RunOutcome.CONVERGED ? "converged" : column.outcome().sentence());
  }

  private void phases(ColumnRun column) {
    line("").line("Phases of query " + column.query() + " (" + column.role().title() + ")");
    var table =
        new TextTable("phase", "from τ", "to τ", "lasts", "ends", "recalled threshold", "at τ");
    for (var phase : column.phases()) {
      table.add(phaseRow(phase));
    }
    line(table.toString());
  }

  private static List<String> phaseRow(Phase phase) {
    var threshold = phase.threshold();
    return List.of(
        phase.name(),
        Figures.of(phase.from()),
        Figures.of(phase.to()),
        Figures.of(phase.to() - phase.from()),
        phase.why(),
        threshold.map(Phase.Threshold::formula).orElse(""),
        threshold
            .map(t -> t.tau().isPresent() ? Figures.of(t.tau().getAsDouble()) : "not reached")
            .orElse(""));
  }

  private void states(List<Double> times) {
    var rows = new TextTable("query", "τ", "error L", "A", "α", "Attn");
    for (var column : run.columns()) {
      int own = column.trajectory().column().query();
      for (var state : ExperimentRun.states(column, times)) {
        rows.add(
            new ArrayList<>(
                List.of(
                    Long.toString(column.query()),
                    Figures.of(state.tau()),
                    Figures.of(state.value().loss()),
                    Figures.of(state.logits().get(own)),
                    Figures.of(state.value().descent().get(own)),
                    Figures.of(state.value().meanAttention().get(own)))));
      }
    }
    line("").line(rows.toString());
  }
}
