package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What programs read of a run. What does not exist is nothing. */
public final class Summary {
  private final RunView run;
  private final Map<String, Node> entries = new LinkedHashMap<>();

  private Summary(RunView run) {
    this.run = run;
  }

  /** The summary. */
  public static Node.Mapping of(RunRecord record) {
    var summary = new Summary(RunView.of(record));
    summary.putAll();
    return new Node.Mapping(summary.entries);
  }

  private void putAll() {
    var minimiser = run.minimiser();
    var loss = run.fact("loss");
    entries.put("ended", new Node.Text(run.record().ending().sentence()));
    entries.put("minimiser", matrix(minimiser, "weight"));
    entries.put("standardError", matrix(minimiser, "standard_error"));
    entries.put("relativeStandardError", number(run.value("relativeStandardError")));
    entries.put("deviation", matrix(minimiser, "deviation"));
    entries.put("points", whole("points"));
    entries.put("loss", number(loss.mean()));
    entries.put("lossStandardError", number(loss.error()));
    entries.put("training", training());
    entries.put("rate", rate());
    entries.put("inference", errors("M", RunView.AtLength::testedOn, "own"));
    entries.put("inferenceIdeally", errors("M", RunView.AtLength::testedOn, "ideal"));
    entries.put("trainedOn", errors("N", RunView.AtLength::trainedOn, "other"));
    entries.put("longPrompts", longPrompts());
    entries.put("classifiers", comparison());
  }

  private static Node matrix(Table table, String column) {
    int size = (int) Math.rint(Math.sqrt(table.size()));
    double[][] rows = new double[size][size];
    for (int i = 0; i < table.size(); i++) {
      rows[i / size][i % size] = table.real(column, i);
    }
    return Node.rows(rows);
  }

  private Node whole(String fact) {
    return new Node.Whole((long) run.value(fact));
  }

  private Node training() {
    var axes = run.axes();
    double[] minimum = axes.rows().mapToDouble(row -> axes.real("training_minimum", row)).toArray();
    double end = run.value("end");
    return Node.Mapping.empty()
        .with("minimiser", Node.numbers(minimum))
        .with("points", whole("trainingPoints"))
        .with("learningRate", number(run.value("learningRate")))
        .with("tau", number(end))
        .with("iterations", number(end / run.value("learningRate")))
        .with("loss", number(run.value("finalLoss")))
        .with("squaredDistance", number(run.value("finalSquaredDistance")));
  }

  private Node rate() {
    if (run.record().fact("rate.perIteration").isEmpty()) {
      return new Node.Nothing();
    }
    var slope = run.fact("rate.perIteration");
    return Node.Mapping.empty()
        .with("perIteration", number(slope.mean()))
        .with("halfWidth", number(slope.error()))
        .with("rSquared", number(run.value("rate.rSquared")))
        .with("decades", number(run.value("rate.decades")))
        .with("fromHessian", number(run.optional("rate.fromHessian").orElse(Double.NaN)));
  }

  private interface Length {
    String of(RunView.AtLength at);
  }

  private Node errors(String name, Length length, String layer) {
    return new Node.Items(
        run.inference(layer).stream()
            .<Node>map(
                at -> {
                  var entry = new LinkedHashMap<String, Node>();
                  entry.put(name, tokens(length.of(at)));
                  put(entry, "excessError", "standardError", at.excessError());
                  put(entry, "excessRisk", "excessRiskStandardError", at.excessRisk());
                  put(entry, "bayesRisk", "bayesRiskStandardError", at.bayesRisk());
                  return new Node.Mapping(entry);
                })
            .toList());
  }

  private static Node tokens(String length) {
    return length.equals("inf") ? new Node.Text(length) : new Node.Whole(Long.parseLong(length));
  }

  private static void put(
      Map<String, Node> entry, String name, String errorName, RunView.Estimated estimated) {
    entry.put(name, number(estimated.mean()));
    entry.put(errorName, number(estimated.error()));
  }

  private Node longPrompts() {
    if (run.record().fact("longPrompts.excessErrorTimesN").isEmpty()) {
      return new Node.Nothing();
    }
    var deviation = new ArrayList<Node>();
    for (int k = 0; k < run.axes().size(); k++) {
      var entry = new LinkedHashMap<String, Node>();
      put(entry, "value", "standardError", run.fact("longPrompts.deviationTimesN." + k));
      deviation.add(new Node.Mapping(entry));
    }
    var limits = new LinkedHashMap<String, Node>();
    limits.put("deviationTimesN", new Node.Items(deviation));
    for (var name : List.of("excessErrorTimesRootM", "excessErrorTimesN")) {
      put(limits, name, name + "StandardError", run.fact("longPrompts." + name));
    }
    return new Node.Mapping(limits);
  }

  private Node comparison() {
    var table = run.classifiers();
    int number = run.classifierNames().size();
    var lengths = new ArrayList<Node>();
    for (int first = 0; first < table.size(); first += number) {
      var entry = new LinkedHashMap<String, Node>();
      entry.put("M", new Node.Whole(table.whole("tested_on", first)));
      put(
          entry,
          "bayesError",
          "bayesStandardError",
          RunView.estimated(table, "bayes_error", "bayes_standard_error", first));
      entry.put("classifiers", classifiers(table, first, number));
      lengths.add(new Node.Mapping(entry));
    }
    return new Node.Items(lengths);
  }

  private static Node classifiers(Table table, int first, int number) {
    var classifiers = new ArrayList<Node>();
    for (int row = first; row < first + number; row++) {
      var entry = new LinkedHashMap<String, Node>();
      entry.put("name", new Node.Text(table.text("classifier", row)));
      put(
          entry,
          "error",
          "standardError",
          RunView.estimated(table, "error", "standard_error", row));
      put(
          entry,
          "excess",
          "excessStandardError",
          RunView.estimated(table, "excess", "excess_standard_error", row));
      classifiers.add(new Node.Mapping(entry));
    }
    return new Node.Items(classifiers);
  }

  private static Node number(double value) {
    return Double.isFinite(value) ? new Node.Real(value) : new Node.Nothing();
  }
}
