package io.github.icldynamics.lab.studio;

import io.github.icldynamics.analysis.InitialLogits;
import io.github.icldynamics.experiment.Experiment;
import io.github.icldynamics.experiment.GramChoice;
import io.github.icldynamics.experiment.LabelChoice;
import io.github.icldynamics.experiment.MethodChoice;
import io.github.icldynamics.experiment.MethodConstants;
import io.github.icldynamics.experiment.QueryChoice;
import io.github.icldynamics.experiment.TokenLawChoice;
import io.github.icldynamics.experiment.Variations;
import io.github.icldynamics.lab.experiment.ExperimentFile;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.PromptLength;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Which experiments the studio can show: those of the paper's setting, of a size to look at. */
public final class ShownExperiment {
  private static final int MOST_PROBABILITIES = 64;
  private static final int MOST_GROUPS = 12;
  private static final long MOST_ZIPF_FEATURES = 2000;
  private static final int MOST_QUERIES = 12;
  private static final int MOST_TOLD_APART = 5000;

  private ShownExperiment() {}

  /**
   * The experiment itself, if the studio can show it.
   *
   * @throws InvalidInputException if not
   */
  public static Experiment require(Experiment experiment) {
    if (experiment.method() == MethodChoice.SGD) {
      throw notShown("training.method", "a method without sampling", "sgd");
    }
    requireSame("", ExperimentFile.tree(experiment), ExperimentFile.tree(plain(experiment)));
    requireFew(experiment);
    requireExact(experiment);
    return experiment;
  }

  /** The experiment as the page would hold it, which has no place for anything else. */
  private static Experiment plain(Experiment given) {
    var none = Variations.none();
    return new Experiment(
        given.tokenLaw(),
        given.promptLength(),
        new LabelChoice(LabelChoice.linear().moments(), given.labels().noise()),
        given.method(),
        given.learningRate(),
        given.epsilon(),
        given.until(),
        given.queries(),
        MethodConstants.defaults(),
        new Variations(
            new GramChoice.Identity(),
            plain(given.variations().initial()),
            none.queryLaw(),
            none.change(),
            none.valueScale(),
            none.trainsValueScale(),
            none.test()));
  }

  private static InitialLogits plain(InitialLogits given) {
    return given instanceof InitialLogits.Given ? new InitialLogits.Zero() : given;
  }

  /** The first field in which the two differ is the one that the page has no place for. */
  private static void requireSame(String path, JsonNode given, JsonNode shown) {
    if (given.isObject() && shown.isObject()) {
      for (var name : shown.propertyNames()) {
        String field = path.isEmpty() ? name : path + "." + name;
        requireSame(field, given.path(name), shown.path(name));
      }
    } else if (!given.equals(shown)) {
      throw notShown(path, shown.asString(), text(given));
    }
  }

  private static String text(JsonNode node) {
    return switch (node) {
      case ArrayNode _ -> "a list";
      case ObjectNode _ -> "a mapping";
      default -> node.asString();
    };
  }

  private static void requireFew(Experiment experiment) {
    switch (experiment.tokenLaw()) {
      case TokenLawChoice.Zipf(long features, double _) ->
          requireAtMost("tokenLaw.zipf.features", MOST_ZIPF_FEATURES, features);
      case TokenLawChoice.Probabilities(var probabilities) ->
          requireAtMost("tokenLaw.probabilities", MOST_PROBABILITIES, probabilities.size());
      case TokenLawChoice.Groups(var groups) ->
          requireAtMost("tokenLaw.groups", MOST_GROUPS, groups.size());
      case TokenLawChoice.Imbalanced _, TokenLawChoice.Balanced _ -> {}
    }
    if (experiment.queries() instanceof QueryChoice.Listed(var queries)) {
      requireAtMost("queries", MOST_QUERIES, queries.stream().distinct().count());
    }
    if (experiment.variations().initial() instanceof InitialLogits.Gaussian) {
      requireAtMost(
          "features told apart by initial logits",
          MOST_TOLD_APART,
          experiment.law().groups().size());
    }
  }

  private static void requireAtMost(String field, long most, long given) {
    if (given > most) {
      throw notShown(field, "at most " + most, Long.toString(given));
    }
  }

  /** The page has no whole numbers but those that a double holds. */
  private static void requireExact(Experiment experiment) {
    if (experiment.promptLength() instanceof PromptLength.Finite(long tokens)) {
      requireExact("promptLength", tokens);
    }
    if (experiment.variations().initial() instanceof InitialLogits.Gaussian(double _, long seed)) {
      requireExact("initial.logits.gaussian.seed", seed);
    }
  }

  private static void requireExact(String field, long whole) {
    if (new BigDecimal((double) whole).compareTo(BigDecimal.valueOf(whole)) != 0) {
      throw notShown(field, "a whole number that a double holds exactly", Long.toString(whole));
    }
  }

  private static InvalidInputException notShown(String field, String rule, String given) {
    return new InvalidInputException(
        field, "must be " + rule + " in the studio, not " + given + "; icl run can run others");
  }
}
