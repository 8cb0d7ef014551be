package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.descent.Ending;
import io.github.icldynamics.linearclassification.training.MixtureRun;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.statistics.SignificantDigits;
import io.github.icldynamics.system.Block;
import io.github.icldynamics.system.Blocks;
import java.util.ArrayList;
import java.util.List;

/** What people read of a run: minimiser, training, errors at inference, classifiers. */
public final class Report {
  /** A relative standard error beyond which the few points that count are too few for its own. */
  private static final double UNRESOLVED = 0.1;

  private static final int MOST_ROWS = 8;

  private final RunView run;
  private final Blocks blocks = new Blocks();

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
    return report.blocks.all();
  }

  private void headline(String name) {
    var mixture = run.experiment().mixture();
    String tasks = mixture.classes() + " classes in " + mixture.dimension() + " dimensions";
    String prompts = "trained on " + Blocks.prompts(run.experiment().promptLength());
    String method = run.experiment().training().methodWord();
    String rate = "η = " + SignificantDigits.of(run.value("learningRate"));
    blocks.line(name + ": " + String.join(", ", tasks, prompts, method, rate));
  }

  private void minimiser() {
    blocks.gap();
    blocks.line("Minimiser W* = c(Λ⁻¹ + G) on the axes of Λ");
    var rows = run.axes().rows().limit(MOST_ROWS).mapToObj(this::axis).toList();
    blocks.grid(List.of("axis", "variance λ", "W*", "± s.e.", "c/λ", "G"), rows);
    blocks.line("least loss " + loss());
    if (!run.isAccurate()) {
      String asked = SignificantDigits.of(run.experiment().accuracy().standardError());
      String reached = digits("relativeStandardError", 2);
      blocks.line("the standard error asked for, " + asked + ", was not reached: it is " + reached);
      if (run.value("relativeStandardError") > UNRESOLVED) {
        blocks.line(
            "hardly any point lies between classes so far apart: W* may be off by more than its"
                + " standard error tells; larger variances or fewer dimensions bring them closer");
      }
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
        error > 0 || run.isSampled() ? SignificantDigits.of(error, 2) : "exact",
        SignificantDigits.of(classes / variance),
        SignificantDigits.of(weight / classes - 1 / variance));
  }

  private String loss() {
    var loss = run.fact("loss");
    String mean = SignificantDigits.of(loss.mean());
    String error = SignificantDigits.of(loss.standardError(), 2);
    return run.isSampled()
        ? mean + " ± " + error + ", over " + (long) run.value("points") + " points"
        : loss.standardError() > 0
            ? mean + " ± " + error + ", the error of quadrature"
            : mean + ", without sampling";
  }

  private void training() {
    blocks.gap();
    String ending = run.record().ending().sentence();
    double end = run.value("end") / run.value("learningRate");
    String iterations = SignificantDigits.of(end) + (end == 1 ? " iteration" : " iterations");
    String distance = "‖W − W*‖² = " + digits("finalSquaredDistance", 2);
    blocks.line("Training: " + ending + " after " + iterations + "; " + distance);
    if (run.record().ending() == Ending.OUT_OF_REACH) {
      blocks.line(outOfReach());
    }
    long points = (long) run.value("trainingPoints");
    if (points > 0) {
      String off = SignificantDigits.of(100 * distanceOfMinima(), 2) + "% from W*";
      blocks.line("descended over " + points + " points, whose own minimiser is " + off);
    }
    if (run.record().fact("rate.perIteration").isPresent()) {
      blocks.line(rate());
    }
  }

  /** What would help. */
  private String outOfReach() {
    return "it would not converge within %s iterations; method gd or flow with learningRate: auto (%s) may, or until: τ goes on to a time of your own"
        .formatted(
            SignificantDigits.of(MixtureRun.MOST_ITERATIONS),
            SignificantDigits.of(run.value("safeLearningRate")));
  }

  private String rate() {
    var fact = run.fact("rate.perIteration");
    String slope = SignificantDigits.of(-fact.mean());
    String error = SignificantDigits.of(fact.standardError(), 1);
    String fit = digits("rate.rSquared", 7) + " over " + digits("rate.decades", 2) + " decades";
    String falls = "ln ‖W − W*‖² falls by " + slope + " ± " + error + " an iteration (R² = " + fit;
    return run.optional("rate.fromHessian").stream()
        .mapToObj(rate -> falls + "); the Hessian at W* gives " + SignificantDigits.of(-rate))
        .findFirst()
        .orElse(falls + ")");
  }

  private String digits(String fact, int digits) {
    return SignificantDigits.of(run.value(fact), digits);
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
    blocks.gap();
    String bayes = SignificantDigits.of(run.atTestLength().bayesRisk().mean(), 4);
    blocks.line("Error at inference; Bayes is wrong on " + bayes + " of the queries");
    blocks.grid(
        List.of("test prompt M", "E|P − P(Bayes)|", "± s.e.", "wrong beyond Bayes", "± s.e."),
        run.inference("own").stream().map(Report::atLength).toList());
  }

  private static List<String> atLength(RunView.AtLength at) {
    return List.of(
        at.testedOn(),
        SignificantDigits.of(at.excessError().mean(), 4),
        SignificantDigits.of(at.excessError().standardError(), 2),
        SignificantDigits.of(at.excessRisk().mean(), 4),
        SignificantDigits.of(at.excessRisk().standardError(), 2));
  }

  private void classifiers() {
    blocks.gap();
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
    blocks.grid(heads, rows);
  }
}
