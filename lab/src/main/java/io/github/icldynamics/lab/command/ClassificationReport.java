package io.github.icldynamics.lab.command;

import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.lab.run.ClassificationRun;
import io.github.icldynamics.lab.run.Figures;
import io.github.icldynamics.population.Estimate;
import io.github.icldynamics.prompt.PromptLength;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a person wants to read after a run of the mixture system. */
final class ClassificationReport {
  private static final int MOST_ROWS = 8;

  private final ClassificationRun run;
  private final StringBuilder text = new StringBuilder();

  private ClassificationReport(ClassificationRun run) {
    this.run = run;
  }

  static String of(ClassificationRun run, String name, Optional<Path> folder) {
    var report = new ClassificationReport(run);
    report.headline(name);
    report.minimiser();
    report.training();
    report.inference();
    report.classifiers();
    folder.ifPresent(path -> report.line("").line("Written to " + path));
    return report.text.toString().stripTrailing();
  }

  private ClassificationReport line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
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
            + experiment.method().key()
            + ", η = "
            + Figures.of(run.learningRate()));
  }

  private static String prompts(PromptLength length) {
    return length instanceof PromptLength.Finite(long tokens)
        ? "prompts of " + Figures.of((double) tokens) + " tokens"
        : "infinite prompts";
  }

  private void minimiser() {
    var minimiser = run.minimiser();
    var table = new TextTable("axis", "variance λ", "W*", "± s.e.", "c/λ", "G");
    var law = minimiser.law();
    for (int k = 0; k < Math.min(MOST_ROWS, law.dimension()); k++) {
      double variance = law.axes().variances().get(k);
      double weight = minimiser.weights().get(k);
      table.add(
          List.of(
              Integer.toString(k),
              Figures.of(variance),
              Figures.of(weight),
              minimiser.points() == 0 ? "exact" : Figures.of(minimiser.weightErrors().get(k), 2),
              Figures.of(law.classes() / variance),
              Figures.of(weight / law.classes() - 1 / variance)));
    }
    line("").line("Minimiser W* = c(Λ⁻¹ + G) on the axes of Λ").line(table.toString());
    line(
        "least loss "
            + Figures.of(minimiser.loss().mean())
            + (minimiser.points() == 0
                ? ", without sampling"
                : " ± "
                    + Figures.of(minimiser.loss().standardError(), 2)
                    + ", over "
                    + minimiser.points()
                    + " points"));
    if (!run.isAccurate()) {
      line(
          "the standard error asked for, "
              + Figures.of(run.experiment().accuracy().standardError())
              + ", was not reached: it is "
              + Figures.of(minimiser.relativeError(), 2));
    }
  }

  private void training() {
    double end = run.training().path().end();
    line("")
        .line(
            "Training: "
                + run.training().path().outcome().sentence()
                + " after "
                + Figures.of(end / run.learningRate())
                + " iterations; ‖W − W*‖² = "
                + Figures.of(run.training().squaredDistanceAt(end), 2));
    if (run.trainingPoints() > 0) {
      line(
          "descended over "
              + run.trainingPoints()
              + " points, whose own minimiser is "
              + Figures.of(100 * distanceOfMinima(), 2)
              + "% from W*");
    }
    run.rate()
        .ifPresent(
            rate ->
                line(
                    "ln ‖W − W*‖² falls by "
                        + Figures.of(-rate.perIteration())
                        + " ± "
                        + Figures.of(rate.halfWidth(), 1)
                        + " an iteration (R² = "
                        + Figures.of(rate.rSquared(), 7)
                        + " over "
                        + Figures.of(rate.decades(), 2)
                        + " decades)"
                        + (run.experiment().method() == MethodChoice.GD
                            ? "; the Hessian at W* gives " + Figures.of(-rate.asymptotic())
                            : "")));
  }

  /** The largest relative difference of a weight. */
  private double distanceOfMinima() {
    double largest = 0;
    for (int k = 0; k < run.minimiser().weights().size(); k++) {
      double own = run.training().minimum().weights().get(k);
      largest = Math.max(largest, Math.abs(own / run.minimiser().weights().get(k) - 1));
    }
    return largest;
  }

  private void inference() {
    var table =
        new TextTable("test prompt M", "E|P − P(Bayes)|", "± s.e.", "wrong beyond Bayes", "± s.e.");
    for (var at : run.inference()) {
      var row = new ArrayList<String>();
      row.add(at.length().toString());
      addEstimate(at.error().totalVariation(), row);
      addEstimate(at.error().excessRisk(), row);
      table.add(row);
    }
    line("")
        .line(
            "Error at inference; Bayes is wrong on "
                + Figures.of(run.atTestLength().bayesRisk().mean(), 4)
                + " of the queries")
        .line(table.toString());
  }

  private static void addEstimate(Estimate estimate, List<String> row) {
    row.add(Figures.of(estimate.mean(), 4));
    row.add(Figures.of(estimate.standardError(), 2));
  }

  private void classifiers() {
    var heads = new ArrayList<String>();
    heads.add("wrong beyond Bayes, by M");
    run.comparison().forEach(at -> heads.add(Integer.toString(at.length())));
    var table = new TextTable(heads.toArray(String[]::new));
    int classifiers = run.comparison().getFirst().errors().classifiers().size();
    for (int i = 0; i < classifiers; i++) {
      var row = new ArrayList<String>();
      row.add(run.comparison().getFirst().errors().classifiers().get(i).title());
      for (var at : run.comparison()) {
        row.add(Figures.of(at.errors().classifiers().get(i).excess().mean(), 2));
      }
      table.add(row);
    }
    line("").line(table.toString());
  }
}
