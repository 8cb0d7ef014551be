package io.github.icldynamics.softmaxregression.views;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import io.github.icldynamics.schema.Numerals;
import io.github.icldynamics.softmaxregression.experiment.Experiment;
import io.github.icldynamics.softmaxregression.experiment.LabelChoice;
import io.github.icldynamics.softmaxregression.experiment.QueryChoice;
import io.github.icldynamics.softmaxregression.experiment.TokenLawChoice;
import io.github.icldynamics.softmaxregression.experiment.Training;
import io.github.icldynamics.softmaxregression.training.InitialLogits;
import java.util.List;
import java.util.Optional;

/** Which experiments the studio can show: those of the paper's setting, of a size to look at. */
public final class ShownExperiment {
  private static final int MOST_NUMBERS = 64;
  private static final int MOST_GROUPS = 12;
  private static final int MOST_DISTINCT = 2000;
  private static final int MOST_QUERIES = 12;
  private static final int MOST_TOLD_APART = 5000;

  private ShownExperiment() {}

  /**
   * The experiment itself, if the studio can show it.
   *
   * @throws InvalidInputException if not
   */
  public static Experiment require(Experiment experiment) {
    var written = Experiment.FORMAT.write(experiment);
    requireSame("", written, Experiment.FORMAT.write(plain(experiment)));
    requireFew(experiment);
    requireExact("", written);
    return experiment;
  }

  /** The experiment as the page would hold it, which has no place for anything else. */
  private static Experiment plain(Experiment given) {
    return Experiment.of(given.tokenLaw(), given.promptLength())
        .with(
            Experiment.LABELS,
            new LabelChoice(LabelChoice.linear().moments(), given.labels().noise()))
        .with(Experiment.INITIAL, plain(given.initial()))
        .with(Experiment.TRAINING, given.training().with(Training.CONVERGED, Optional.empty()))
        .with(Experiment.QUERIES, given.queries());
  }

  private static InitialLogits plain(InitialLogits given) {
    return given instanceof InitialLogits.Given ? new InitialLogits.Zero() : given;
  }

  /** The first field in which the two differ is the one that the page has no place for. */
  private static void requireSame(String path, Node given, Node shown) {
    if (given instanceof Node.Mapping(var ours) && shown instanceof Node.Mapping(var theirs)) {
      theirs.forEach(
          (name, value) ->
              requireSame(below(path, name), ours.getOrDefault(name, new Node.Nothing()), value));
    } else if (!given.equals(shown)) {
      throw notShown(path, shown.given(), given.given());
    }
  }

  private static void requireFew(Experiment experiment) {
    requireFewGroups(experiment.tokenLaw(), Experiment.FORMAT.write(experiment));
    if (experiment.queries() instanceof QueryChoice.Listed(var queries)) {
      requireAtMost("queries", MOST_QUERIES, queries.stream().distinct().count());
    }
    if (experiment.initial() instanceof InitialLogits.Gaussian) {
      requireAtMost(
          "features told apart by initial logits",
          MOST_TOLD_APART,
          experiment.law().groups().size());
    }
  }

  /** A law that is a list is edited as one; of another, every group may be a curve. */
  private static void requireFewGroups(TokenLawChoice law, Node written) {
    String path = "tokenLaw." + law.key();
    if (at(law.key(), at("tokenLaw", written)) instanceof Node.Items(var items)) {
      requireAtMost(path, most(items), items.size());
    } else {
      requireAtMost(path + ".features", MOST_DISTINCT, law.law().groups().size());
    }
  }

  private static Node at(String key, Node written) {
    return written instanceof Node.Mapping(var entries)
        ? entries.getOrDefault(key, new Node.Nothing())
        : new Node.Nothing();
  }

  private static int most(List<Node> items) {
    return items.getFirst() instanceof Node.Mapping ? MOST_GROUPS : MOST_NUMBERS;
  }

  private static void requireAtMost(String field, long most, long given) {
    if (given > most) {
      throw notShown(field, "at most " + most, Long.toString(given));
    }
  }

  /** The page has no whole numbers but those that a double holds. */
  private static void requireExact(String path, Node node) {
    switch (node) {
      case Node.Mapping(var entries) ->
          entries.forEach((key, value) -> requireExact(below(path, key), value));
      case Node.Items(var items) -> items.forEach(item -> requireExact(path, item));
      case Node.Whole(long whole) when !Numerals.isExact(whole) ->
          throw notShown(path, "a whole number that a double holds exactly", node.given());
      case Node.Whole _, Node.Text _, Node.Real _, Node.Truth _, Node.Nothing _ -> {}
    }
  }

  private static String below(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static InvalidInputException notShown(String field, String rule, String given) {
    return new InvalidInputException(
        field, "must be " + rule + " in the studio, not " + given + "; icl run can run others");
  }
}
