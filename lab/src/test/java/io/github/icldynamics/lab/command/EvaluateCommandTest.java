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

  /** The same column written as an experiment and as a case of probabilities. */
  @Test
  void anExperimentIsEvaluatedAtItsLogits() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("experiment.json"),
            """
            [{"experiment": {"tokenLaw": {"imbalanced": {"features": 9, "dominant": 0.5}}, "promptLength": 20,
                "labels": {"noise": 0.5}, "test": {"promptLength": 40, "noise": 0}},
              "logits": [[1, 0], [0.5, 2, 0]]},
             {"probabilities": [0.5, 0.0625, 0.0625], "multiplicities": [1, 1, 7], "promptLength": 20,
              "query": 1, "logits": [0.5, 2, 0], "noiseVariance": 0.5},
             {"probabilities": [0.5, 0.0625, 0.0625], "multiplicities": [1, 1, 7], "promptLength": 40,
              "query": 1, "logits": [0.5, 2, 0]}]
            """);
    var answers = icl("evaluate", file.toString()).json();
    var query = answers.get(0).get("queries").get(1);
    assertEquals(1, query.get("query").asLong());
    assertEquals(answers.get(1).get("loss").asDouble(), query.get("loss").asDouble());
    assertEquals(answers.get(1).get("descent"), query.get("descent"));
    assertEquals(answers.get(2).get("loss").asDouble(), query.get("testLoss").asDouble());
  }

  @Test
  void whatIsWrongWithAnExperimentIsToldWithItsPath() throws IOException {
    String law = "\"tokenLaw\": {\"balanced\": {\"features\": 9}}, \"promptLength\": 20";
    assertRefused("{\"experiment\": {" + law + "}, \"logit\": [1]}", "did you mean logits?");
    assertRefused(
        "{\"experiment\": {" + law + "}, \"logits\": [1]}",
        "logits[0] must have one entry for each of the 2 groups, not 1");
    assertRefused(
        "{\"experiment\": {" + law + ", \"noise\": 1}, \"logits\": [1, 0]}",
        "experiment.noise is not a known key");
    assertRefused(
        "{\"experiment\": {\"mixture\": {\"classes\": 2, \"dimension\": 2}, \"promptLength\": 20}}",
        "weights is required");
  }

  /** By hand: with W = 0 every answer is a coin. */
  @Test
  void aMixtureIsEvaluatedAtItsWeights() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("mixture.json"),
            """
            {"experiment": {"mixture": {"classes": 2, "dimension": 2}, "promptLength": 20},
             "weights": [[0, 0], [0, 0]]}
            """);
    var answer = icl("evaluate", file.toString()).json();
    assertEquals(Math.log(2), answer.get("loss").asDouble(), 1e-14);
    assertEquals(2, answer.get("descent").size());
    assertEquals(1000, answer.at("/inference/M").asInt());
  }

  private void assertRefused(String document, String sentence) throws IOException {
    var file = Files.writeString(folder.resolve("bad.json"), document);
    var result = icl("evaluate", file.toString());
    assertEquals(2, result.code());
    assertTrue(result.err().contains(sentence), result.err());
  }
}
