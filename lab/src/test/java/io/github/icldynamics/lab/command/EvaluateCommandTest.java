package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  @TempDir private Path folder;

  /** By hand: with two equally likely tokens and N = 2, L = ½(¼·2 + ½·½ + 0). */
  @Test
  void aCaseByHand() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("case.json"),
            "{\"probabilities\": [0.5, 0.5], \"promptLength\": 2, \"query\": 0, \"logits\": [0,"
                + " 0]}");
    var result = icl("evaluate", file.toString());
    assertEquals(0, result.code(), result.err());
    assertEquals(0.375, result.json().get("loss").asDouble(), 1e-15);
    assertEquals(0.5, result.json().get("meanAttention").get(1).asDouble(), 1e-15);
  }

  @Test
  void aListIsAnsweredInOrderAndInfinityIsAWord() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("cases.json"),
            """
            [{"probabilities": [0.5, 0.0625], "multiplicities": [1, 8], "promptLength": 1e15,
              "query": 0, "logits": [1, 0], "labelCovariance": null, "noiseVariance": 0},
             {"probabilities": [0.5, 0.0625], "multiplicities": [1, 8], "promptLength": "inf",
              "query": 0, "logits": [1, 0]}]
            """);
    var answers = icl("evaluate", file.toString()).json();
    assertEquals(2, answers.size());
    double finite = answers.get(0).get("loss").asDouble();
    assertEquals(answers.get(1).get("loss").asDouble(), finite, 1e-12);
    assertTrue(finite > 0);
  }
}
