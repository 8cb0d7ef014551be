package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.chart.NumberText;
import io.github.icldynamics.linearclassification.experiment.MixtureExperiment;
import io.github.icldynamics.linearclassification.run.Forms;
import io.github.icldynamics.record.Fact;
import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.statistics.Estimate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** A record as its views read it. */
record RunView(MixtureExperiment experiment, RunRecord record) {
  /**
   * The error of a layer at lengths of training and test prompts.
   *
   * @param trainedOn N, or inf
   * @param testedOn M, or inf
   */
  record AtLength(
      String trainedOn,
      String testedOn,
      Estimate excessError,
      Estimate excessRisk,
      Estimate bayesRisk) {
    private static AtLength of(Table table, int row) {
      return new AtLength(
          table.text("trained_on", row),
          table.text("tested_on", row),
          estimated(table, "excess_error", "standard_error", row),
          estimated(table, "excess_risk", "excess_risk_standard_error", row),
          estimated(table, "bayes_risk", "bayes_risk_standard_error", row));
    }
  }

  static RunView of(RunRecord record) {
    return new RunView(MixtureExperiment.FORMAT.read(record.experiment()), record);
  }

  /** A title that says what was run. */
  String title(String what) {
    var mixture = experiment.mixture();
    String size = mixture.classes() + " classes, d = " + mixture.dimension();
    return what + ": " + size + ", N = " + NumberText.of(experiment.promptLength());
  }

  Table axes() {
    return record.table(Forms.AXES.name());
  }

  Table minimiser() {
    return record.table(Forms.MINIMISER.name());
  }

  Table trajectory() {
    return record.table("trajectory");
  }

  Table classifiers() {
    return record.table(Forms.CLASSIFIERS.name());
  }

  /** A column of a table that holds a square matrix, entry by entry, as rows. */
  static List<List<Double>> matrix(Table table, String column) {
    int size = (int) Math.rint(Math.sqrt(table.size()));
    return IntStream.range(0, size)
        .mapToObj(i -> IntStream.range(i * size, (i + 1) * size))
        .map(rows -> rows.mapToObj(row -> table.real(column, row)).toList())
        .toList();
  }

  /** The names of the compared classifiers. */
  List<String> classifierNames() {
    var table = classifiers();
    return table.rows().mapToObj(row -> table.text("classifier", row)).distinct().toList();
  }

  /** The rows of a classifier, by test length. */
  Table classifier(String name) {
    var table = classifiers();
    return table.where(row -> table.text("classifier", row).equals(name));
  }

  /**
   * Errors of layers.
   *
   * @param layer own, ideal or other
   */
  List<AtLength> inference(String layer) {
    var table = record.table(Forms.INFERENCE.name());
    return table
        .rows()
        .filter(row -> table.text("layer", row).equals(layer))
        .mapToObj(row -> AtLength.of(table, row))
        .toList();
  }

  static Estimate estimated(Table table, String mean, String error, int row) {
    return new Estimate(table.real(mean, row), table.real(error, row));
  }

  /** The error at the test's own prompt length. */
  AtLength atTestLength() {
    String own = experiment.test().promptLength().toString();
    return inference("own").stream()
        .filter(at -> at.testedOn().equals(own))
        .findFirst()
        .orElseThrow();
  }

  double value(String fact) {
    return record.value(fact);
  }

  Estimate fact(String name) {
    var fact = record.fact(name).orElseThrow();
    return new Estimate(fact.value(), fact.uncertainty());
  }

  OptionalDouble optional(String name) {
    return record.fact(name).stream().mapToDouble(Fact::value).findFirst();
  }

  boolean isSampled() {
    return value("points") > 0;
  }

  boolean isAccurate() {
    return value("relativeStandardError") <= experiment.accuracy().standardError();
  }
}
