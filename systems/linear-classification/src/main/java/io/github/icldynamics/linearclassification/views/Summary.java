package io.github.icldynamics.linearclassification.views;

import io.github.icldynamics.record.RunRecord;
import io.github.icldynamics.record.Table;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.statistics.Estimate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What programs read of a run. What does not exist is nothing. */
public final class Summary {
  private final RunView run;

  private Summary(RunView run) {
    this.run = run;
  }

  /** The summary. */
  public static Node.Mapping of(RunRecord record) {
    return new Summary(RunView.of(record)).whole();
  }

  private Node.Mapping whole() {
    var start =
        Node.Mapping.empty()
            .with("ended", new Node.Text(run.record().ending().sentence()))
            .with("minimiser", matrix("weight"))
            .with("standardError", matrix("standard_error"))
            .with("relativeStandardError", number("relativeStandardError"))
            .with("deviation", matrix("deviation"))
            .with("points", whole("points"));
    return with(start, "loss", "lossStandardError", run.fact("loss"))
        .with("training", training())
        .with("rate", rate())
        .with("inference", errors("M", RunView.AtLength::testedOn, "own"))
        .with("inferenceIdeally", errors("M", RunView.AtLength::testedOn, "ideal"))
        .with("trainedOn", errors("N", RunView.AtLength::trainedOn, "other"))
        .with("longPrompts", longPrompts())
        .with("classifiers", comparison());
  }

  private Node matrix(String column) {
    var rows = RunView.matrix(run.minimiser(), column);
    return items(rows.stream(), row -> items(row.stream(), Node.Real::new));
  }

  private Node whole(String fact) {
    return new Node.Whole((long) run.value(fact));
  }

  private Node number(String fact) {
    return number(run.value(fact));
  }

  private Node training() {
    var axes = run.axes();
    double[] minimum = axes.rows().mapToDouble(row -> axes.real("training_minimum", row)).toArray();
    return Node.Mapping.empty()
        .with("minimiser", Node.numbers(minimum))
        .with("points", whole("trainingPoints"))
        .with("learningRate", number("learningRate"))
        .with("tau", number("end"))
        .with("iterations", number(run.value("end") / run.value("learningRate")))
        .with("loss", number("finalLoss"))
        .with("squaredDistance", number("finalSquaredDistance"));
  }

  private Node rate() {
    if (run.record().fact("rate.perIteration").isEmpty()) {
      return new Node.Nothing();
    }
    var slope = run.fact("rate.perIteration");
    return with(Node.Mapping.empty(), "perIteration", "halfWidth", slope)
        .with("rSquared", number("rate.rSquared"))
        .with("decades", number("rate.decades"))
        .with("fromHessian", number(run.optional("rate.fromHessian").orElse(Double.NaN)));
  }

  private Node errors(String name, Function<RunView.AtLength, String> length, String layer) {
    return items(
        run.inference(layer).stream(),
        at -> {
          var start = Node.Mapping.empty().with(name, tokens(length.apply(at)));
          var error = with(start, "excessError", "standardError", at.excessError());
          var risk = with(error, "excessRisk", "excessRiskStandardError", at.excessRisk());
          return with(risk, "bayesRisk", "bayesRiskStandardError", at.bayesRisk());
        });
  }

  private static Node tokens(String length) {
    return length.equals("inf") ? new Node.Text(length) : new Node.Whole(Long.parseLong(length));
  }

  private Node longPrompts() {
    if (run.record().fact("longPrompts.excessErrorTimesN").isEmpty()) {
      return new Node.Nothing();
    }
    var limits =
        Node.Mapping.empty()
            .with("deviationTimesN", items(run.axes().rows().boxed(), this::deviationTimesN));
    var test = withLimit(limits, "excessErrorTimesRootM");
    return withLimit(test, "excessErrorTimesN");
  }

  private Node deviationTimesN(int axis) {
    var deviation = run.fact("longPrompts.deviationTimesN." + axis);
    return with(Node.Mapping.empty(), "value", "standardError", deviation);
  }

  private Node.Mapping withLimit(Node.Mapping entries, String name) {
    return with(entries, name, name + "StandardError", run.fact("longPrompts." + name));
  }

  private Node comparison() {
    var table = run.classifiers();
    int number = run.classifierNames().size();
    return items(
        table.rows().filter(row -> row % number == 0).boxed(),
        first -> {
          var start =
              Node.Mapping.empty().with("M", new Node.Whole(table.whole("tested_on", first)));
          var bayes = RunView.estimated(table, "bayes_error", "bayes_standard_error", first);
          return with(start, "bayesError", "bayesStandardError", bayes)
              .with("classifiers", classifiers(table, first, number));
        });
  }

  private static Node classifiers(Table table, int first, int number) {
    return items(
        IntStream.range(first, first + number).boxed(),
        row -> {
          var start =
              Node.Mapping.empty().with("name", new Node.Text(table.text("classifier", row)));
          var error = RunView.estimated(table, "error", "standard_error", row);
          var excess = RunView.estimated(table, "excess", "excess_standard_error", row);
          return with(
              with(start, "error", "standardError", error),
              "excess",
              "excessStandardError",
              excess);
        });
  }

  private static Node.Mapping with(
      Node.Mapping entries, String name, String errorName, Estimate estimate) {
    return entries
        .with(name, number(estimate.mean()))
        .with(errorName, number(estimate.standardError()));
  }

  private static <T> Node items(Stream<T> values, Function<T, Node> told) {
    return new Node.Items(values.map(told).toList());
  }

  private static Node number(double value) {
    return Double.isFinite(value) ? new Node.Real(value) : new Node.Nothing();
  }
}
