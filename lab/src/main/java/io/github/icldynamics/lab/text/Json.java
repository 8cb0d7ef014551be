package io.github.icldynamics.lab.text;

import io.github.icldynamics.schema.InvalidInputException;
import io.github.icldynamics.schema.Node;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Documents to and from JSON, to files and to the screen alike. */
public final class Json {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private Json() {}

  /**
   * Reads one JSON document.
   *
   * @param source what to call the text in complaints
   */
  public static Node read(String source, String text) {
    JsonNode node;
    try {
      boolean marked = text.startsWith(BYTE_ORDER_MARK);
      node = MAPPER.readTree(marked ? text.substring(1) : text);
    } catch (JacksonException e) {
      var location = e.getLocation();
      throw new InvalidInputException(
          source,
          "must be one JSON document, but cannot be read at line %s, column %s"
              .formatted(location.getLineNr(), location.getColumnNr()));
    }
    if (node == null || node.isMissingNode()) {
      throw new InvalidInputException(source, "must hold a case, but is empty");
    }
    return JsonTree.read(node);
  }

  /** The text of a document, without a final line break. */
  public static String text(Node document) {
    return WRITER.writeValueAsString(JsonTree.of(document));
  }
}
