package io.github.icldynamics.linearclassification.run;

import static io.github.icldynamics.record.Column.real;
import static io.github.icldynamics.record.Column.text;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.linearclassification.objective.LongPromptLimit;
import io.github.icldynamics.linearclassification.training.ConvergenceRate;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.record.TableBuilder;
import io.github.icldynamics.record.TableForm;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;

/** The single numbers of a run, as rows, from which its facts are made. */
final class FactRows {
  /** The row whose sentence is the name of the ending: for the conclusion alone. */
  private static final String ENDING = "ending";

  static final TableForm FORM =
      TableForm.of(
          "facts",
          "a number that the run has found",
          text("name", "what it is called"),
          real("value", "the number"),
          real("uncertainty", "its standard error, or half the width of its 95% interval"),
          text("sentence", "what it is"));

  private final ClassificationRun run;
  private final TableBuilder rows = FORM.begin();

  FactRows(ClassificationRun run) {
    this.run = run;
  }

  Table table() {
    var last = run.states().getLast();
    var minimiser = run.minimiser();
    put(ENDING, 1, run.ending().name());
    put("points", (double) minimiser.points(), "over which W* was averaged; 0: not sampled");
    put("loss", minimiser.loss(), "the least risk");
    put("relativeStandardError", minimiser.relativeError(), "the greatest of a weight of W*");
    put("learningRate", run.learningRate(), "η");
    put("safeLearningRate", run.safeRate(), "η at which descent cannot overshoot");
    put(
        "trainingPoints",
        (double) run.trainingPoints(),
        "over which the risk descended was averaged");
    put("end", last.tau(), "the last flow time");
    put("finalLoss", last.loss(), "the risk descended, at the end");
    put("finalSquaredDistance", last.squaredDistance(), "‖W − W*‖² at the end");
    put(
        "leastTrainingLoss",
        run.training().minimum().at().slope().loss(),
        "the least value of the risk descended");
    run.rate().ifPresent(this::put);
    run.longPrompts().ifPresent(this::put);
    return rows.table();
  }

  private void put(String name, double value, String sentence) {
    rows.text(name).real(value).real(0).text(sentence);
  }

  private void put(String name, Estimate estimate, String sentence) {
    rows.text(name).real(estimate.mean()).real(estimate.standardError()).text(sentence);
  }

  private void put(ConvergenceRate rate) {
    rows.text("rate.perIteration").real(rate.perIteration()).real(rate.halfWidth());
    rows.text("slope of ln ‖W − W*‖² over the iterations, ± half its 95% interval");
    put("rate.rSquared", rate.rSquared(), "share of variance of the straight line");
    put("rate.decades", rate.decades(), "over which it goes");
    if (run.experiment().training().isGradientDescent()) {
      put("rate.fromHessian", rate.asymptotic(), "2 ln max|1 − ηλ| at W*");
    }
  }

  private void put(LongPromptLimit limit) {
    for (int k = 0; k < limit.deviation().size(); k++) {
      put("longPrompts.deviationTimesN." + k, limit.deviation().get(k), "lim N·G");
    }
    put("longPrompts.excessErrorTimesRootM", limit.testError(), "lim √M·excess error");
    put("longPrompts.excessErrorTimesN", limit.trainingError(), "lim N·excess error");
  }

  /** How the training of the run of a table of facts ended. */
  static Ending ending(Table table) {
    return table
        .rows()
        .filter(row -> isEnding(table, row))
        .mapToObj(row -> Ending.valueOf(table.text("sentence", row)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no row of an ending among the facts"));
  }

  private static boolean isEnding(Table table, int row) {
    return table.text("name", row).equals(ENDING);
  }

  /** The facts of a table of them, without the row of the ending. */
  static List<Fact> facts(Table table) {
    return table
        .rows()
        .filter(row -> !isEnding(table, row))
        .mapToObj(row -> fact(table, row))
        .toList();
  }

  private static Fact fact(Table table, int row) {
    double uncertainty = table.real("uncertainty", row);
    String sentence = table.text("sentence", row);
    return new Fact(table.text("name", row), table.real("value", row), uncertainty, "", sentence);
  }
}
