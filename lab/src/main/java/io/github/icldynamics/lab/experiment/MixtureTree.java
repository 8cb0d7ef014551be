package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.experiment.CovarianceChoice;
import io.github.icldynamics.experiment.MixtureChoice;
import io.github.icldynamics.experiment.MixtureExperiment;
import io.github.icldynamics.numeric.Vector;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes an experiment of the mixture system: all fields, in one order. */
final class MixtureTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private MixtureTree() {}

  static ObjectNode of(MixtureExperiment experiment) {
    var tree = NODES.objectNode();
    tree.set("mixture", mixture(experiment.mixture()));
    TrainingTree.putLength(tree, experiment.promptLength());
    tree.set("test", test(experiment.test()));
    tree.putObject("initial").set("weights", initial(experiment.initial()));
    tree.set("training", training(experiment));
    tree.putObject("accuracy")
        .put("standardError", experiment.accuracy().standardError())
        .put("seed", experiment.accuracy().seed());
    return tree;
  }

  private static ObjectNode mixture(MixtureChoice mixture) {
    var tree =
        NODES.objectNode().put("classes", mixture.classes()).put("dimension", mixture.dimension());
    tree.set("covariance", covariance(mixture.covariance()));
    tree.set("priors", numbersOr(mixture.priors(), "equal"));
    return tree.put("means", MixtureReader.word(mixture.means()));
  }

  private static JsonNode covariance(CovarianceChoice covariance) {
    return switch (covariance) {
      case CovarianceChoice.Diagonal(var variances) -> JsonDocument.numbers(variances);
      case CovarianceChoice.Given(var matrix) -> JsonDocument.rows(matrix.toArray());
      case CovarianceChoice.Random(double conditionNumber, long seed) ->
          NODES.objectNode().put("conditionNumber", conditionNumber).put("seed", seed);
    };
  }

  private static JsonNode numbersOr(Optional<Vector> numbers, String otherwise) {
    return numbers
        .<JsonNode>map(JsonDocument::numbers)
        .orElseGet(() -> NODES.stringNode(otherwise));
  }

  private static ObjectNode test(MixtureExperiment.Test test) {
    var tree = NODES.objectNode();
    TrainingTree.putLength(tree, test.promptLength());
    tree.set(
        "covariance",
        test.covariance().map(MixtureTree::covariance).orElseGet(() -> NODES.stringNode("same")));
    tree.set("priors", numbersOr(test.priors(), "same"));
    return tree.put("means", test.means().map(MixtureReader::word).orElse("same"));
  }

  private static JsonNode initial(Vector initial) {
    if (initial.size() > 1) {
      return JsonDocument.numbers(initial);
    }
    double weight = initial.get(0);
    return weight == 0 ? NODES.stringNode("zero") : NODES.numberNode(weight);
  }

  private static ObjectNode training(MixtureExperiment experiment) {
    var tree = NODES.objectNode().put("method", experiment.method().key());
    TrainingTree.putOrAuto(tree, "learningRate", experiment.learningRate());
    TrainingTree.putOrAuto(tree, "until", experiment.until());
    return TrainingTree.putConstants(tree, experiment.method(), experiment.constants());
  }
}
