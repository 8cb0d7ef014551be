package io.github.icldynamics.lab.command;

import io.github.icldynamics.analysis.Phase;
import io.github.icldynamics.analysis.RunOutcome;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.lab.run.ColumnSummary;
import io.github.icldynamics.lab.run.ExperimentRun;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.lab.run.RunResult;
import io.github.icldynamics.prompt.PromptLength;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person wants to read after a run. */
final class RunReport {
  private static final int MOST_QUERIES = 12;
  private static final int MOST_NAMES = 12;

  private final RunResult result;
  private final StringBuilder text = new StringBuilder();

  private RunReport(RunResult result) {
    this.result = result;
  }

  /** The report: the experiment, a line a query, the phases, the folder. */
  static String of(RunResult result, String name, Optional<Path> folder) {
    return new RunReport(result).summary(name).folder(folder);
  }

  /** The same with the states asked for. */
  static String of(ExperimentRun run, String name, List<Double> times, Optional<Path> folder) {
    var report = new RunReport(run.result()).summary(name);
    if (!times.isEmpty()) {
      report.states(run, times);
    }
    return report.folder(folder);
  }

  private RunReport summary(String name) {
    headline(name);
    queries();
    phases(result.leading());
    return this;
  }

  private String folder(Optional<Path> folder) {
    folder.ifPresent(path -> line("").line("Written to " + path));
    return text.toString().stripTrailing();
  }

  private RunReport line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
  }

  private void headline(String name) {
    Experiment experiment = result.experiment();
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
    result.informative(MOST_QUERIES).forEach(column -> table.add(queryRow(column)));
    line("").line(table.toString());
    if (result.columns().size() > MOST_QUERIES) {
      line("").line(outcomes());
    }
  }

  /** How all queries ended, those that are not in the table too. */
  private String outcomes() {
    var parts = new ArrayList<String>();
    int all = result.columns().size();
    var byOutcome = result.byOutcome();
    int converged = byOutcome.getOrDefault(RunOutcome.CONVERGED, List.of()).size();
    parts.add(converged + " of " + all + " converged");
    byOutcome.forEach(
        (outcome, columns) -> {
          if (outcome != RunOutcome.CONVERGED) {
            parts.add(columns.size() + " " + outcome.title() + ": " + names(columns));
          }
        });
    return MOST_QUERIES + " of " + all + " queries shown. " + String.join("; ", parts) + ".";
  }

  private static String names(List<ColumnSummary> columns) {
    String names =
        columns.stream()
            .limit(MOST_NAMES)
            .map(column -> Long.toString(column.query()))
            .collect(Collectors.joining(", "));
    String word = columns.size() == 1 ? "query " : "queries ";
    int more = columns.size() - MOST_NAMES;
    return word + names + (more > 0 ? " and " + more + " more" : "");
  }

  private List<String> queryRow(ColumnSummary column) {
    var tau = column.convergence();
    return List.of(
        Long.toString(column.query()),
        column.role().title(),
        Figures.of(column.probability()),
        column.floor().map(floor -> Figures.ofLogarithm(floor.logarithm())).orElse("–"),
        tau.isPresent() ? Figures.of(tau.getAsDouble()) : "–",
        tau.isPresent() ? Figures.of(result.experiment().iterations(tau.getAsDouble())) : "–",
        column.outcome() == RunOutcome.CONVERGED ? "converged" : column.ended());
  }

  private void phases(ColumnSummary column) {
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

  private void states(ExperimentRun run, List<Double> times) {
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
