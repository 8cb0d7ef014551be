package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.softmaxregression.run.Forms;
import io.github.icldynamics.softmaxregression.training.Criterion;
import io.github.icldynamics.softmaxregression.training.Phase;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.system.Block;
import io.github.icldynamics.system.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
    report.remarks();
    report.test();
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
    String goal = training.criterion().text();
    blocks.line(name + ": " + String.join(", ", features, prompts, rate, goal));
  }

  private void queries() {
    blocks.gap();
    var shown = run.informative(MOST_QUERIES);
    blocks.grid(
        columns().stream().map(QueryColumnText::title).toList(),
        shown.stream().map(this::queryRow).toList());
    if (run.queries().size() > MOST_QUERIES) {
      blocks.gap();
      blocks.line(outcomes());
    }
  }

  /** A column of the table of queries. */
  private record QueryColumnText(String title, Function<QueryView, String> text) {}

  private List<QueryColumnText> columns() {
    var columns = new ArrayList<QueryColumnText>();
    columns.add(new QueryColumnText("query", query -> Long.toString(query.query())));
    columns.add(new QueryColumnText("role", QueryView::role));
    columns.add(new QueryColumnText("p", query -> SignificantDigits.of(query.probability())));
    columns.add(
        new QueryColumnText("L at start", query -> SignificantDigits.of(query.initialError())));
    columns.add(new QueryColumnText("floor L*", Report::floor));
    if (run.hasFlowTime()) {
      columns.add(new QueryColumnText("τ to " + goal(), query -> told(query.convergence())));
      columns.add(new QueryColumnText("iterations", this::iterations));
    } else {
      columns.add(new QueryColumnText("iterations to " + goal(), this::iterations));
    }
    if (run.experiment().valueScale().trained()) {
      columns.add(
          new QueryColumnText(
              "ν at the end", query -> SignificantDigits.of(query.endValueScale())));
    }
    columns.add(
        new QueryColumnText(
            "ended", query -> query.ended(Ending.CONVERGED) ? "converged" : query.ended()));
    return columns;
  }

  /** What the error comes down to, in a few letters. */
  private String goal() {
    return switch (run.experiment().training().criterion()) {
      case Criterion.Excess _ -> "L* + ε";
      case Criterion.Below(double level) -> "L ≤ " + SignificantDigits.of(level);
      case Criterion.Share(double share) -> SignificantDigits.of(share) + " of L − L*";
    };
  }

  private static String floor(QueryView query) {
    return query.hasFloor() ? SignificantDigits.ofLogarithm(query.logFloor()) : "–";
  }

  private String iterations(QueryView query) {
    return told(run.iterations(query.convergence()));
  }

  private static String told(double time) {
    return Double.isNaN(time) ? "–" : SignificantDigits.of(time);
  }

  private List<String> queryRow(QueryView query) {
    return columns().stream().map(column -> column.text().apply(query)).toList();
  }

  private void remarks() {
    var remarks = Remarks.of(run, run.informative(MOST_QUERIES));
    if (!remarks.isEmpty()) {
      blocks.gap();
      remarks.forEach(blocks::line);
    }
  }

  /** What the trained layer errs on another population. */
  private void test() {
    if (run.experiment().test().isEmpty()) {
      return;
    }
    var test = run.experiment().test().get();
    String law = test.tokenLaw().map(other -> other.key() + " law, ").orElse("");
    String noise = test.noise().map(other -> ", noise " + SignificantDigits.of(other)).orElse("");
    blocks.gap();
    String when = (run.hasFlowTime() ? "τ" : "iterations") + " to " + goal() + " of the test";
    blocks.line("Tested on: " + law + Blocks.prompts(test.length()) + noise);
    blocks.grid(
        List.of("query", "L at the end", "test L", "test floor L*", when),
        run.informative(MOST_QUERIES).stream().map(this::testRow).toList());
  }

  private List<String> testRow(QueryView query) {
    return List.of(
        Long.toString(query.query()),
        SignificantDigits.of(query.endError()),
        SignificantDigits.of(query.endTestError()),
        Double.isNaN(query.logTestFloor())
            ? "–"
            : SignificantDigits.ofLogarithm(query.logTestFloor()),
        told(time(query.testConvergence())));
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

  private void phases(QueryView query) {
    blocks.gap();
    blocks.line("Phases of query " + query.query() + " (" + query.role() + ")");
    boolean hasThresholds =
        query.phases().stream().anyMatch(phase -> phase.threshold().isPresent());
    String time = run.hasFlowTime() ? "τ" : "iteration";
    var titles = new ArrayList<>(List.of("phase", "from " + time, "to " + time, "lasts", "ends"));
    if (hasThresholds) {
      titles.addAll(List.of("recalled threshold", "at τ"));
    }
    blocks.grid(
        titles,
        query.phases().stream().map(phase -> phaseRow(phase).subList(0, titles.size())).toList());
  }

  private List<String> phaseRow(Phase phase) {
    return List.of(
        phase.name(),
        SignificantDigits.of(time(phase.from())),
        SignificantDigits.of(time(phase.to())),
        SignificantDigits.of(time(phase.to() - phase.from())),
        phase.why(),
        phase.threshold().map(Phase.Threshold::formula).orElse(""),
        phase.threshold().map(Report::reached).orElse(""));
  }

  /** Flow time, or iterations where there is none. */
  private double time(double tau) {
    return run.hasFlowTime() ? tau : run.iterations(tau);
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
    var titles = new ArrayList<>(List.of("query", "τ", "error L", "A", "α", "Attn"));
    if (run.experiment().test().isPresent()) {
      titles.add("test L");
    }
    if (run.experiment().valueScale().trained()) {
      titles.add("ν");
    }
    blocks.gap();
    blocks.grid(titles, rows);
  }

  private List<String> stateRow(Table table, int row) {
    var cells =
        new ArrayList<>(
            List.of(
                Long.toString(table.whole("query", row)),
                SignificantDigits.of(run.timeOfState(table.real("tau", row))),
                SignificantDigits.of(table.real("error", row)),
                SignificantDigits.of(table.real("logit", row)),
                SignificantDigits.of(table.real("descent", row)),
                SignificantDigits.of(table.real("mean_attention", row))));
    if (run.experiment().test().isPresent()) {
      cells.add(SignificantDigits.of(table.real("test_error", row)));
    }
    if (run.experiment().valueScale().trained()) {
      cells.add(SignificantDigits.of(table.real("value_scale", row)));
    }
    return cells;
  }

  private int own(long query) {
    return run.queries().stream()
        .filter(view -> view.query() == query)
        .findFirst()
        .orElseThrow()
        .own();
  }
}
