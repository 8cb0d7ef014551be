package io.github.icldynamics.lab.command;

import io.github.icldynamics.lab.experiment.Fields;
import io.github.icldynamics.lab.experiment.JsonDocument;
import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.population.PopulationEvaluator;
import io.github.icldynamics.prompt.FeatureGroup;
import io.github.icldynamics.prompt.InvalidInputException;
import io.github.icldynamics.prompt.LabelModel;
import io.github.icldynamics.prompt.QueryColumn;
import io.github.icldynamics.prompt.TokenLaw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One case of {@code icl evaluate}, from its fields to its answer. */
final class EvaluationCase {
  private static final List<String> KEYS =
      List.of(
          "probabilities",
          "multiplicities",
          "promptLength",
          "query",
          "logits",
          "labelCovariance",
          "noiseVariance");

  private EvaluationCase() {}

  /** The loss, the descent direction and the mean attention of a case as it is given. */
  static ObjectNode evaluate(Fields given) {
    given.mapping(KEYS);
    var column = column(given);
    var logits = Vector.of(given.require("logits").numbers());
    var value = PopulationEvaluator.of(column).evaluate(logits);
    var answer = JsonNodeFactory.instance.objectNode().put("loss", value.loss());
    answer.set("descent", JsonDocument.numbers(value.descent()));
    answer.set("meanAttention", JsonDocument.numbers(value.meanAttention()));
    return answer;
  }

  private static QueryColumn column(Fields given) {
    double[] probabilities = given.require("probabilities").numbers();
    long[] counts = multiplicities(given, probabilities.length);
    var groups = new ArrayList<FeatureGroup>();
    for (int m = 0; m < probabilities.length; m++) {
      groups.add(group(m, probabilities[m], counts[m]));
    }
    var law = law(groups);
    long query = given.require("query").whole();
    if (query < 0 || query >= law.groups().size()) {
      throw new InvalidInputException(
          "query", "must be from 0 to " + (law.groups().size() - 1) + ", not " + query);
    }
    var labels = labels(given);
    var promptLength = given.require("promptLength").promptLength();
    try {
      return new QueryColumn(law.groups(), (int) query, promptLength, labels);
    } catch (InvalidInputException e) {
      throw e.field().equals("covariance") ? e.renamed("labelCovariance") : e;
    }
  }

  private static TokenLaw law(List<FeatureGroup> groups) {
    try {
      return new TokenLaw(groups);
    } catch (InvalidInputException e) {
      throw e.renamed("probabilities");
    }
  }

  private static long[] multiplicities(Fields given, int groups) {
    var field = given.get("multiplicities");
    if (field.isEmpty()) {
      long[] ones = new long[groups];
      Arrays.fill(ones, 1);
      return ones;
    }
    long[] counts = field.get().list().stream().mapToLong(Fields::whole).toArray();
    if (counts.length != groups) {
      throw new InvalidInputException(
          "multiplicities",
          "must have " + groups + " entries like probabilities, not " + counts.length);
    }
    return counts;
  }

  private static FeatureGroup group(int index, double probability, long count) {
    try {
      return new FeatureGroup(probability, count);
    } catch (InvalidInputException e) {
      String list = e.field().equals("count") ? "multiplicities" : "probabilities";
      throw e.renamed(list + "[" + index + "]");
    }
  }

  private static LabelModel labels(Fields given) {
    double noise = given.get("noiseVariance").map(Fields::number).orElse(0.0);
    try {
      LabelModel.Covariance covariance =
          given
              .get("labelCovariance")
              .<LabelModel.Covariance>map(rows -> LabelModel.MatrixCovariance.of(rows.rows()))
              .orElseGet(LabelModel.IdentityCovariance::new);
      return new LabelModel(covariance, noise);
    } catch (InvalidInputException e) {
      throw switch (e.field()) {
        case "covariance" -> e.renamed("labelCovariance");
        case "noise" -> e.renamed("noiseVariance");
        default -> e;
      };
    }
  }
}
