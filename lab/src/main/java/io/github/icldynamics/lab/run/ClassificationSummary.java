package io.github.icldynamics.lab.run;

import io.github.icldynamics.classification.ConvergenceRate;
import io.github.icldynamics.classification.LongPromptLimit;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.lab.experiment.JsonDocument;
import io.github.icldynamics.population.Estimate;
import io.github.icldynamics.prompt.PromptLength;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code icl classify --json} prints and {@code summary.json} keeps. */
public final class ClassificationSummary {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ClassificationSummary() {}

  /** The summary as a tree. */
  public static ObjectNode of(ClassificationRun run) {
    var minimiser = run.minimiser();
    var summary = NODES.objectNode();
    summary.set("experiment", ExperimentFile.tree(run.experiment()));
    summary.put("hash", ExperimentFile.hash(run.experiment()));
    summary.put("outcome", run.outcome().title());
    summary.put("ended", run.training().path().outcome().sentence());
    summary.set("minimiser", JsonDocument.rows(minimiser.minimiser().toArray()));
    summary.set("standardError", JsonDocument.rows(minimiser.standardError().toArray()));
    summary.put("relativeStandardError", minimiser.relativeError());
    summary.set("deviation", JsonDocument.rows(minimiser.deviation().toArray()));
    summary.put("points", minimiser.points());
    summary.put("loss", minimiser.loss().mean());
    summary.put("lossStandardError", minimiser.loss().standardError());
    summary.set("training", training(run));
    summary.set("rate", rate(run.rate(), run.experiment().method()));
    summary.set("inference", errors("M", run.inference()));
    summary.set("inferenceIdeally", errors("M", run.inferenceIdeally()));
    summary.set("trainedOn", errors("N", run.byTrainingLength()));
    summary.set("longPrompts", longPrompts(run.longPrompts()));
    summary.set("classifiers", comparison(run.comparison()));
    return summary;
  }

  private static JsonNode longPrompts(Optional<LongPromptLimit> limit) {
    if (limit.isEmpty()) {
      return NODES.nullNode();
    }
    var tree = NODES.objectNode();
    var deviation = tree.putArray("deviationTimesN");
    for (var entry : limit.get().deviation()) {
      put(deviation.addObject(), "value", "standardError", entry);
    }
    put(
        tree,
        "excessErrorTimesRootM",
        "excessErrorTimesRootMStandardError",
        limit.get().testError());
    put(tree, "excessErrorTimesN", "excessErrorTimesNStandardError", limit.get().trainingError());
    return tree;
  }

  private static JsonNode comparison(List<ClassificationRun.ComparedAt> comparison) {
    var list = NODES.arrayNode();
    for (var at : comparison) {
      var entry = list.addObject().put("M", at.length());
      put(entry, "bayesError", "bayesStandardError", at.errors().bayes());
      var classifiers = entry.putArray("classifiers");
      for (var each : at.errors().classifiers()) {
        var node = classifiers.addObject().put("name", each.title());
        put(node, "error", "standardError", each.error());
        put(node, "excess", "excessStandardError", each.excess());
      }
    }
    return list;
  }

  private static ObjectNode training(ClassificationRun run) {
    var last = run.states().getLast();
    var tree = NODES.objectNode();
    tree.set("minimiser", JsonDocument.numbers(run.training().minimum().weights()));
    return tree.put("points", run.trainingPoints())
        .put("learningRate", run.learningRate())
        .put("tau", last.tau())
        .put("iterations", last.tau() / run.learningRate())
        .put("loss", last.loss())
        .put("squaredDistance", last.squaredDistance());
  }

  private static JsonNode rate(Optional<ConvergenceRate> rate, MethodChoice method) {
    if (rate.isEmpty()) {
      return NODES.nullNode();
    }
    var tree =
        NODES
            .objectNode()
            .put("perIteration", rate.get().perIteration())
            .put("halfWidth", rate.get().halfWidth())
            .put("rSquared", rate.get().rSquared())
            .put("decades", rate.get().decades());
    return method == MethodChoice.GD
        ? tree.put("fromHessian", rate.get().asymptotic())
        : tree.putNull("fromHessian");
  }

  private static JsonNode errors(String name, List<ClassificationRun.AtLength> errors) {
    var list = NODES.arrayNode();
    for (var at : errors) {
      var entry = list.addObject();
      switch (at.length()) {
        case PromptLength.Finite(long tokens) -> entry.put(name, tokens);
        case PromptLength.Infinite() -> entry.put(name, "inf");
      }
      put(entry, "excessError", "standardError", at.error().totalVariation());
      put(entry, "excessRisk", "excessRiskStandardError", at.error().excessRisk());
      put(entry, "bayesRisk", "bayesRiskStandardError", at.error().bayesRisk());
    }
    return list;
  }

  private static void put(ObjectNode tree, String name, String errorName, Estimate estimate) {
    tree.put(name, estimate.mean()).put(errorName, estimate.standardError());
  }
}
