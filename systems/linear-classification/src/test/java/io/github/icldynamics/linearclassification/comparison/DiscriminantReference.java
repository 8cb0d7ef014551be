package io.github.icldynamics.linearclassification.comparison;

import io.github.icldynamics.contract.JsonValues;
import io.github.icldynamics.contract.ReferenceNumbers;
import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One case of {@code reference/discriminant.json}, which {@code discriminant.py} made.
 *
 * @param expected what was computed there, by name
 */
record DiscriminantReference(LabelledPrompt prompt, List<Vector> queries, JsonNode expected) {
  static List<DiscriminantReference> all() {
    return ReferenceNumbers.read("discriminant.json")
        .valueStream()
        .map(DiscriminantReference::of)
        .toList();
  }

  private static DiscriminantReference of(JsonNode node) {
    var labels = node.get("labels").valueStream().map(JsonNode::intValue).toList();
    var prompt =
        new LabelledPrompt(node.get("classes").intValue(), vectors(node.get("tokens")), labels);
    return new DiscriminantReference(prompt, vectors(node.get("queries")), node);
  }

  private static List<Vector> vectors(JsonNode rows) {
    return rows.valueStream().map(JsonValues::vector).toList();
  }
}
