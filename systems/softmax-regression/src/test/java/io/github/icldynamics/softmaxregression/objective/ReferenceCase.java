package io.github.icldynamics.softmaxregression.objective;

import io.github.icldynamics.numeric.Vector;
import io.github.icldynamics.schema.PromptLength;
import io.github.icldynamics.softmaxregression.law.FeatureGroup;
import io.github.icldynamics.softmaxregression.law.LabelModel;
import io.github.icldynamics.softmaxregression.law.QueryColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One case of {@code reference/population.json}, made by {@code reference/enumerate.py}. */
record ReferenceCase(
    QueryColumn column, Vector logits, double loss, Vector descent, Vector meanAttention) {

  static List<ReferenceCase> all() {
    var cases = new ArrayList<ReferenceCase>();
    try (var stream = ReferenceCase.class.getResourceAsStream("/reference/population.json")) {
      for (var node : new JsonMapper().readTree(stream)) {
        cases.add(read(node));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return cases;
  }

  private static ReferenceCase read(JsonNode node) {
    var groups =
        IntStream.range(0, node.get("probabilities").size())
            .mapToObj(m -> new FeatureGroup(node.get("probabilities").get(m).asDouble(), 1))
            .toList();
    var labels = new LabelModel(covariance(node), node.get("noiseVariance").asDouble());
    var length = PromptLength.of(node.get("promptLength").asLong());
    return new ReferenceCase(
        new QueryColumn(groups, node.get("query").asInt(), length, labels),
        vector(node.get("logits")),
        Double.parseDouble(node.get("loss").asString()),
        vector(node.get("descent")),
        vector(node.get("meanAttention")));
  }

  private static LabelModel.Covariance covariance(JsonNode node) {
    var rows = node.get("labelCovariance");
    if (rows.isNull()) {
      return new LabelModel.IdentityCovariance();
    }
    double[][] matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = vector(rows.get(i)).toArray();
    }
    return LabelModel.MatrixCovariance.of(matrix);
  }

  private static Vector vector(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          array.get(i).isString()
              ? Double.parseDouble(array.get(i).asString())
              : array.get(i).asDouble();
    }
    return Vector.of(values);
  }
}
