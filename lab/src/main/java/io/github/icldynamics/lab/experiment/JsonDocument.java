package io.github.icldynamics.lab.experiment;

import io.github.icldynamics.numeric.Vector;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON as the program writes it, to files and to the screen alike. */
public final class JsonDocument {
  private static final ObjectWriter WRITER =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  private JsonDocument() {}

  /** The document as text, without a final line break. */
  public static String text(JsonNode document) {
    return WRITER.writeValueAsString(document);
  }

  /** A list of lists of numbers. */
  public static ArrayNode rows(double[][] rows) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (double[] row : rows) {
      list.add(numbers(Vector.of(row)));
    }
    return list;
  }

  /** A list of numbers. */
  public static ArrayNode numbers(Vector vector) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < vector.size(); i++) {
      list.add(vector.get(i));
    }
    return list;
  }
}
