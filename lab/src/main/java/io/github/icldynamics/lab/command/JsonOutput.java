package io.github.icldynamics.lab.command;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the program prints it. */
final class JsonOutput {
  private static final ObjectWriter WRITER =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  private JsonOutput() {}

  /** The document as text, without a final line break. */
  static String text(JsonNode document) {
    return WRITER.writeValueAsString(document);
  }
}
