package io.github.icldynamics.statistics;

import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The numbers of {@code reference/statistics.py}, in rationals and 40 digits. */
final class StatisticsReference {
  private StatisticsReference() {}

  static JsonNode of(String key) {
    try (var stream = StatisticsReference.class.getResourceAsStream("/reference/statistics.json")) {
      return new JsonMapper().readTree(stream).get(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
