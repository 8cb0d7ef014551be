package io.github.icldynamics.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The numbers under {@code reference/}, which other programs made. */
public final class ReferenceNumbers {
  private ReferenceNumbers() {}

  /** A whole file of them. */
  public static JsonNode read(String file) {
    try (var stream = ReferenceNumbers.class.getResourceAsStream("/reference/" + file)) {
      return new JsonMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
