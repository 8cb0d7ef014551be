package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServeCommandTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static List<JsonNode> answers(String... lines) {
    CommandLineFixture served;
    try (var _ = StandardInput.of(String.join("\n", lines) + "\n")) {
      served = icl("serve");
    }
    assertEquals(0, served.code(), served.err());
    return served.out().lines().map(MAPPER::readTree).toList();
  }

  @Test
  void aLineInIsALineOut() {
    String evaluation =
        "{\"probabilities\": [0.5, 0.3, 0.2], \"promptLength\": 20, \"query\": 1, \"logits\": [-1,"
            + " 2, 0]}";
    var answers =
        answers(
            "{\"evaluate\": " + evaluation + "}",
            "",
            "{\"run\": \"imbalanced\"}",
            "{\"evaluate\": [" + evaluation + "]}");
    assertEquals(3, answers.size());
    JsonNode alone;
    try (var _ = StandardInput.of(evaluation)) {
      alone = icl("evaluate", "-").json();
    }
    assertEquals(alone, answers.get(0));
    assertEquals(alone, answers.get(2).get(0));
    var run = answers.get(1);
    assertEquals(
        icl("run", "imbalanced", "--no-save", "--json").json().get("queries"),
        run.get("summary").get("queries"));
    assertEquals(2, run.get("tables").get("queries").get("query").size());
    assertTrue(run.get("figures") == null);
  }

  @Test
  void whatIsWrongWithALineIsItsAnswer() {
    var answers =
        answers(
            "{",
            "[]",
            "{\"walk\": 1}",
            "{\"run\": {\"tokenLaw\": {\"balanced\": {\"features\": 1}}, \"promptLength\": 5}}",
            "{\"run\": \"balanced\"}");
    for (var answer : answers.subList(0, 4)) {
      assertEquals(1, answer.size());
      assertTrue(answer.has("error"), answer.toString());
    }
    assertTrue(
        answers
            .get(3)
            .get("error")
            .asString()
            .startsWith("run.tokenLaw.balanced.features must be "),
        answers.get(3).toString());
    assertEquals("converged", answers.get(4).get("summary").get("outcome").asString());
  }
}
