package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.system.Block;
import java.util.ArrayList;
import java.util.List;

/** What people read of a run: minimiser, training, errors at inference, classifiers. */
public final class Report {
  private static final int MOST_ROWS = 8;

  private final RunView run;
  private final List<Block> blocks = new ArrayList<>();

  private Report(RunView run) {
    this.run = run;
  }

  /** The report on a run. */
  public static List<Block> of(RunRecord record, String name) {
    var report = new Report(RunView.of(record));
    report.headline(name);
    report.minimiser();
    report.training();
    report.inference();
    report.classifiers();
    return report.blocks;
  }

  private void line(String text) {
    blocks.add(new Block.Line(text));
  }

  private void gap() {
    blocks.add(new Block.Gap());
  }

  private void headline(String name) {
    var experiment = run.experiment();
    line(
        name
            + ": "
            + experiment.mixture().classes()
            + " classes in "
            + experiment.mixture().dimension()
            + " dimensions, trained on "
            + prompts(experiment.promptLength())
            + ", "
            + experiment.training().methodWord()
            + ", η = "
            + SignificantDigits.of(run.value("learningRate")));
  }

  private static String prompts(PromptLength length) {
    return length instanceof PromptLength.Finite(long tokens)
        ? "prompts of " + SignificantDigits.of((double) tokens) + " tokens"
        : "infinite prompts";
  }

  private void minimiser() {
    gap();
    line("Minimiser W* = c(Λ⁻¹ + G) on the axes of Λ");
    var rows = new ArrayList<List<String>>();
    for (int k = 0; k < Math.min(MOST_ROWS, run.axes().size()); k++) {
      rows.add(axis(k));
    }
    blocks.add(new Block.Grid(List.of("axis", "variance λ", "W*", "± s.e.", "c/λ", "G"), rows));
    line("least loss " + loss());
    if (!run.isAccurate()) {
      line(
          "the standard error asked for, "
              + SignificantDigits.of(run.experiment().accuracy().standardError())
              + ", was not reached: it is "
              + SignificantDigits.of(run.value("relativeStandardError"), 2));
    }
  }

  private List<String> axis(int k) {
    int classes = run.experiment().mixture().classes();
    double variance = run.axes().real("variance", k);
    double weight = run.axes().real("weight", k);
    double error = run.axes().real("standard_error", k);
    return List.of(
        Integer.toString(k),
        SignificantDigits.of(variance),
        SignificantDigits.of(weight),
        run.isSampled() ? SignificantDigits.of(error, 2) : "exact",
        SignificantDigits.of(classes / variance),
        SignificantDigits.of(weight / classes - 1 / variance));
  }

  private String loss() {
    var loss = run.fact("loss");
    return SignificantDigits.of(loss.mean())
        + (run.isSampled()
            ? " ± "
                + SignificantDigits.of(loss.error(), 2)
                + ", over "
                + (long) run.value("points")
                + " points"
            : ", without sampling");
  }

  private void training() {
    gap();
    line(
        "Training: "
            + run.record().ending().sentence()
            + " after "
            + SignificantDigits.of(run.value("end") / run.value("learningRate"))
            + " iterations; ‖W − W*‖² = "
            + SignificantDigits.of(run.value("finalSquaredDistance"), 2));
    if (run.value("trainingPoints") > 0) {
      line(
          "descended over "
              + (long) run.value("trainingPoints")
              + " points, whose own minimiser is "
              + SignificantDigits.of(100 * distanceOfMinima(), 2)
              + "% from W*");
    }
    if (run.record().fact("rate.perIteration").isPresent()) {
      line(rate());
    }
  }

  private String rate() {
    var slope = run.fact("rate.perIteration");
    var fromHessian = run.optional("rate.fromHessian");
    return "ln ‖W − W*‖² falls by "
        + SignificantDigits.of(-slope.mean())
        + " ± "
        + SignificantDigits.of(slope.error(), 1)
        + " an iteration (R² = "
        + SignificantDigits.of(run.value("rate.rSquared"), 7)
        + " over "
        + SignificantDigits.of(run.value("rate.decades"), 2)
        + " decades)"
        + (fromHessian.isPresent()
            ? "; the Hessian at W* gives " + SignificantDigits.of(-fromHessian.getAsDouble())
            : "");
  }

  /** The largest relative difference of a weight. */
  private double distanceOfMinima() {
    var axes = run.axes();
    return axes.rows()
        .mapToDouble(k -> Math.abs(axes.real("training_minimum", k) / axes.real("weight", k) - 1))
        .max()
        .orElse(0);
  }

  private void inference() {
    gap();
    line(
        "Error at inference; Bayes is wrong on "
            + SignificantDigits.of(run.atTestLength().bayesRisk().mean(), 4)
            + " of the queries");
    var rows = new ArrayList<List<String>>();
    for (var at : run.inference("own")) {
      var row = new ArrayList<String>();
      row.add(at.testedOn());
      addEstimate(at.excessError(), row);
      addEstimate(at.excessRisk(), row);
      rows.add(row);
    }
    blocks.add(
        new Block.Grid(
            List.of("test prompt M", "E|P − P(Bayes)|", "± s.e.", "wrong beyond Bayes", "± s.e."),
            rows));
  }

  private static void addEstimate(RunView.Estimated estimated, List<String> row) {
    row.add(SignificantDigits.of(estimated.mean(), 4));
    row.add(SignificantDigits.of(estimated.error(), 2));
  }

  private void classifiers() {
    gap();
    var heads = new ArrayList<>(List.of("wrong beyond Bayes, by M"));
    var rows = new ArrayList<List<String>>();
    for (var name : run.classifierNames()) {
      var errors = run.classifier(name);
      var row = new ArrayList<>(List.of(name));
      errors.rows().forEach(i -> row.add(SignificantDigits.of(errors.real("excess", i), 2)));
      if (rows.isEmpty()) {
        errors.rows().forEach(i -> heads.add(Long.toString(errors.whole("tested_on", i))));
      }
      rows.add(row);
    }
    blocks.add(new Block.Grid(heads, rows));
  }
}
