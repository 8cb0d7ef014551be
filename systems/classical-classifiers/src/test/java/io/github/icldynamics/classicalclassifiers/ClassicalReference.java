package io.github.icldynamics.classicalclassifiers;

import io.github.icldynamics.linearclassification.law.LabelledPrompt;
import io.github.icldynamics.numeric.Vector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One case of {@code reference/classical.json}, which {@code classical.py} made.
 *
 * @param expected what was computed there, by name
 */
record ClassicalReference(LabelledPrompt prompt, List<Vector> queries, JsonNode expected) {
  /** The cases of one kind. */
  static List<ClassicalReference> read(String kind) {
    try (var stream = ClassicalReference.class.getResourceAsStream("/reference/classical.json")) {
      var cases = new ArrayList<ClassicalReference>();
      new JsonMapper().readTree(stream).get(kind).forEach(node -> cases.add(of(node)));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassicalReference of(JsonNode node) {
    var labels = new ArrayList<Integer>();
    node.get("labels").forEach(label -> labels.add(label.intValue()));
    var prompt =
        new LabelledPrompt(node.get("classes").intValue(), vectors(node.get("tokens")), labels);
    return new ClassicalReference(prompt, vectors(node.get("queries")), node);
  }

  private static List<Vector> vectors(JsonNode rows) {
    var vectors = new ArrayList<Vector>();
    for (var row : rows) {
      double[] entries = new double[row.size()];
      for (int k = 0; k < entries.length; k++) {
        entries[k] = row.get(k).doubleValue();
      }
      vectors.add(Vector.of(entries));
    }
    return vectors;
  }
}
