package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.run.Forms;
import io.github.icldynamics.softmaxregression.training.Phase;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.system.Block;
import io.github.icldynamics.system.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What people read of a run: the experiment, a line a query, the phases, the states asked for. */
public final class Report {
  private static final int MOST_QUERIES = 12;
  private static final int MOST_NAMES = 12;

  private final RunView run;
  private final Blocks blocks = new Blocks();

  private Report(RunView run) {
    this.run = run;
  }

  /**
   * The report on a run.
   *
   * @param times at which states were asked for
   */
  public static List<Block> of(RunRecord record, String name, List<Double> times) {
    var report = new Report(RunView.of(record));
    report.headline(name);
    report.queries();
    report.phases(report.run.leading());
    if (!times.isEmpty()) {
      report.states();
    }
    if (!report.run.hasLasted()) {
      report.blocks.gap();
      report.blocks.line("No pictures: the run ended where it began, at τ = 0.");
    }
    return report.blocks.all();
  }

  private void headline(String name) {
    var training = run.experiment().training();
    String features = run.experiment().law().features() + " features";
    String prompts = Blocks.prompts(run.experiment().promptLength());
    String rate = training.methodWord() + ", η = " + SignificantDigits.of(training.learningRate());
    String goal = "ε = " + SignificantDigits.of(training.epsilon());
    blocks.line(name + ": " + String.join(", ", features, prompts, rate, goal));
  }

  private void queries() {
    blocks.gap();
    blocks.grid(
        List.of("query", "role", "p", "floor L*", "τ to L* + ε", "iterations", "ended"),
        run.informative(MOST_QUERIES).stream().map(this::queryRow).toList());
    if (run.queries().size() > MOST_QUERIES) {
      blocks.gap();
      blocks.line(outcomes());
    }
  }

  /** How all queries ended, those that are not in the table too. */
  private String outcomes() {
    int all = run.queries().size();
    var others = run.byOutcome();
    var converged = others.remove(Ending.CONVERGED.title());
    var parts = new ArrayList<String>();
    parts.add((converged == null ? 0 : converged.size()) + " of " + all + " converged");
    others.forEach(
        (outcome, queries) -> parts.add(queries.size() + " " + outcome + ": " + names(queries)));
    return MOST_QUERIES + " of " + all + " queries shown. " + String.join("; ", parts) + ".";
  }

  private static String names(List<QueryView> queries) {
    String names =
        queries.stream()
            .limit(MOST_NAMES)
            .map(query -> Long.toString(query.query()))
            .collect(Collectors.joining(", "));
    String word = queries.size() == 1 ? "query " : "queries ";
    int more = queries.size() - MOST_NAMES;
    return word + names + (more > 0 ? " and " + more + " more" : "");
  }

  private List<String> queryRow(QueryView query) {
    boolean converged = query.hasConverged();
    return List.of(
        Long.toString(query.query()),
        query.role(),
        SignificantDigits.of(query.probability()),
        query.hasFloor() ? SignificantDigits.ofLogarithm(query.logFloor()) : "–",
        converged ? SignificantDigits.of(query.convergence()) : "–",
        converged ? SignificantDigits.of(run.iterations(query.convergence())) : "–",
        query.ended(Ending.CONVERGED) ? "converged" : query.ended());
  }

  private void phases(QueryView query) {
    blocks.gap();
    blocks.line("Phases of query " + query.query() + " (" + query.role() + ")");
    blocks.grid(
        List.of("phase", "from τ", "to τ", "lasts", "ends", "recalled threshold", "at τ"),
        query.phases().stream().map(Report::phaseRow).toList());
  }

  private static List<String> phaseRow(Phase phase) {
    return List.of(
        phase.name(),
        SignificantDigits.of(phase.from()),
        SignificantDigits.of(phase.to()),
        SignificantDigits.of(phase.to() - phase.from()),
        phase.why(),
        phase.threshold().map(Phase.Threshold::formula).orElse(""),
        phase.threshold().map(Report::reached).orElse(""));
  }

  private static String reached(Phase.Threshold threshold) {
    return threshold.tau().stream()
        .mapToObj(SignificantDigits::of)
        .findFirst()
        .orElse("not reached");
  }

  private void states() {
    var table = run.record().table(Forms.STATES.name());
    var rows =
        table
            .rows()
            .filter(row -> table.whole("group", row) == own(table.whole("query", row)))
            .mapToObj(row -> stateRow(table, row))
            .toList();
    blocks.gap();
    blocks.grid(List.of("query", "τ", "error L", "A", "α", "Attn"), rows);
  }

  private List<String> stateRow(Table table, int row) {
    return List.of(
        Long.toString(table.whole("query", row)),
        SignificantDigits.of(run.timeOfState(table.real("tau", row))),
        SignificantDigits.of(table.real("error", row)),
        SignificantDigits.of(table.real("logit", row)),
        SignificantDigits.of(table.real("descent", row)),
        SignificantDigits.of(table.real("mean_attention", row)));
  }

  private int own(long query) {
    return run.queries().stream()
        .filter(view -> view.query() == query)
        .findFirst()
        .orElseThrow()
        .own();
  }
}
