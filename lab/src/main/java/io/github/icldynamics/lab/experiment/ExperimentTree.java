package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.analysis.InitialLogits;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.GramChoice;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.experiment.Variations;
import io.github.icldynamics.prompt.ChangingLaw;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.LabelKernel;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The tree of an experiment, which YAML and JSON are written from: every field, in fixed order. */
public final class ExperimentTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExperimentTree() {}

  /** The tree of an experiment. */
  public static ObjectNode of(Experiment experiment) {
    var tree = NODES.objectNode();
    var choice = experiment.tokenLaw();
    tree.putObject("tokenLaw").set(choice.key(), law(choice));
    TrainingTree.putLength(tree, experiment.promptLength());
    tree.set("labels", labels(experiment.labels()));
    var variations = experiment.variations();
    tree.putObject("features").set("gram", gram(variations.gram()));
    tree.putObject("initial").set("logits", initial(variations.initial()));
    tree.set("training", training(experiment));
    tree.set("queries", queries(experiment.queries()));
    tree.set("queryLaw", lawOr(variations.queryLaw(), "same"));
    tree.set("change", change(variations.change()));
    tree.putObject("valueScale")
        .put("initial", variations.valueScale())
        .put("trained", variations.trainsValueScale());
    tree.set("test", test(variations.test()));
    return tree;
  }

  private static JsonNode law(TokenLawChoice choice) {
    var law = NODES.objectNode();
    return switch (choice) {
      case TokenLawChoice.Imbalanced(long features, double dominant) ->
          law.put("features", features).put("dominant", dominant);
      case TokenLawChoice.Balanced(long features) -> law.put("features", features);
      case TokenLawChoice.Zipf(long features, double exponent) ->
          law.put("features", features).put("exponent", exponent);
      case TokenLawChoice.Probabilities(var probabilities) -> JsonDocument.numbers(probabilities);
      case TokenLawChoice.Groups(List<FeatureGroup> groups) -> {
        var list = NODES.arrayNode();
        groups.forEach(
            g -> list.addObject().put("probability", g.probability()).put("count", g.count()));
        yield list;
      }
    };
  }

  private static ObjectNode labels(LabelChoice labels) {
    var tree = NODES.objectNode();
    switch (labels.moments()) {
      case LabelChoice.Functions(LabelKernel.Linear _) -> tree.put("covariance", "identity");
      case LabelChoice.Functions(var kernel) -> tree.set("covariance", kernel(kernel));
      case LabelChoice.Given(var covariance) ->
          tree.set("covariance", JsonDocument.rows(covariance.matrix().toArray()));
    }
    return tree.put("noise", labels.noise());
  }

  private static ObjectNode kernel(LabelKernel kernel) {
    var tree = NODES.objectNode();
    return switch (kernel) {
      case LabelKernel.Linear() -> tree.put("kernel", "linear");
      case LabelKernel.Relu() -> tree.put("kernel", "relu");
      case LabelKernel.Gaussian(double length) ->
          tree.put("kernel", "gaussian").put("length", length);
      case LabelKernel.Polynomial(int degree, double offset) ->
          tree.put("kernel", "polynomial").put("degree", degree).put("offset", offset);
    };
  }

  private static JsonNode gram(GramChoice gram) {
    return switch (gram) {
      case GramChoice.Identity() -> NODES.stringNode("identity");
      case GramChoice.Equicorrelated(double correlation) ->
          NODES.objectNode().put("equicorrelated", correlation);
      case GramChoice.Given(var matrix) -> JsonDocument.rows(matrix.toArray());
    };
  }

  private static JsonNode initial(InitialLogits initial) {
    return switch (initial) {
      case InitialLogits.Zero() -> NODES.stringNode("zero");
      case InitialLogits.Gaussian(double scale, long seed) -> {
        var tree = NODES.objectNode();
        tree.putObject("gaussian").put("scale", scale).put("seed", seed);
        yield tree;
      }
      case InitialLogits.Given(var columns) -> {
        var rows = NODES.arrayNode();
        for (int m = 0; m < columns.size(); m++) {
          var row = rows.addArray();
          for (var column : columns) {
            row.add(column.get(m));
          }
        }
        yield rows;
      }
    };
  }

  private static JsonNode lawOr(Optional<TokenLawChoice> choice, String otherwise) {
    return choice
        .<JsonNode>map(
            law -> {
              var tree = NODES.objectNode();
              tree.set(law.key(), law(law));
              return tree;
            })
        .orElseGet(() -> NODES.stringNode(otherwise));
  }

  private static JsonNode change(Optional<Variations.Change> change) {
    if (change.isEmpty()) {
      return NODES.stringNode("none");
    }
    var tree = NODES.objectNode();
    var inner =
        switch (change.get().course()) {
          case ChangingLaw.Switch(double at) -> tree.putObject("switch").put("at", at);
          case ChangingLaw.Drift(double over) -> tree.putObject("drift").put("over", over);
          case ChangingLaw.Cycle(double period) -> tree.putObject("cycle").put("period", period);
        };
    inner.set("to", lawOr(Optional.of(change.get().to()), "same"));
    return tree;
  }

  private static JsonNode test(Optional<Variations.Test> test) {
    if (test.isEmpty()) {
      return NODES.stringNode("same");
    }
    var tree = NODES.objectNode();
    tree.set("tokenLaw", lawOr(test.get().tokenLaw(), "same"));
    TrainingTree.putLength(tree, test.get().promptLength());
    return tree;
  }

  private static ObjectNode training(Experiment experiment) {
    var tree =
        NODES
            .objectNode()
            .put("method", experiment.method().key())
            .put("learningRate", experiment.learningRate())
            .put("epsilon", experiment.epsilon());
    TrainingTree.putOrAuto(tree, "until", experiment.until());
    return TrainingTree.putConstants(tree, experiment.method(), experiment.constants());
  }

  private static JsonNode queries(QueryChoice choice) {
    return switch (choice) {
      case QueryChoice.Automatic() -> NODES.stringNode("auto");
      case QueryChoice.All() -> NODES.stringNode("all");
      case QueryChoice.Listed(var queries) -> {
        var list = NODES.arrayNode();
        queries.forEach(query -> list.add(query.longValue()));
        yield list;
      }
    };
  }
}
