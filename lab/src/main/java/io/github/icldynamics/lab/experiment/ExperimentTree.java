package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.PromptLength;
import java.util.List;
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
    switch (experiment.promptLength()) {
      case PromptLength.Finite(long tokens) -> tree.put("promptLength", tokens);
      case PromptLength.Infinite() -> tree.put("promptLength", "inf");
    }
    tree.set("labels", labels(experiment.labels()));
    tree.putObject("features").put("gram", "identity");
    tree.putObject("initial").put("logits", "zero");
    tree.set("training", training(experiment));
    tree.set("queries", queries(experiment.queries()));
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

  private static ObjectNode labels(LabelModel labels) {
    var tree = NODES.objectNode();
    switch (labels.covariance()) {
      case LabelModel.IdentityCovariance() -> tree.put("covariance", "identity");
      case LabelModel.ExchangeableCovariance(double variance, double shared) ->
          tree.putObject("covariance").put("variance", variance).put("shared", shared);
      case LabelModel.MatrixCovariance(var matrix) -> {
        var rows = tree.putArray("covariance");
        for (int i = 0; i < matrix.size(); i++) {
          double[] row = new double[matrix.size()];
          for (int j = 0; j < row.length; j++) {
            row[j] = matrix.get(i, j);
          }
          rows.add(JsonDocument.numbers(Vector.of(row)));
        }
      }
    }
    return tree.put("noise", labels.noiseVariance());
  }

  private static ObjectNode training(Experiment experiment) {
    var tree =
        NODES
            .objectNode()
            .put("method", experiment.method().key())
            .put("learningRate", experiment.learningRate())
            .put("epsilon", experiment.epsilon());
    return experiment.until().isPresent()
        ? tree.put("until", experiment.until().getAsDouble())
        : tree.put("until", "auto");
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
