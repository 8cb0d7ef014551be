package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a user gets wrong is one sentence on stderr, exit code 2, and nothing written. */
class BadInputTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--features 0 | --features must be from 2 to 2^53, not 0",
        "--features 1 | --features must be from 2 to 2^53, not 1",
        "--features 1.5 | --features must be a whole number, not 1.5",
        "--features 1e99 | --features must be a whole number, not 1e99",
        "--dominant 0 | --dominant must be greater than 0 and less than 1, not 0.0",
        "--dominant 1 | --dominant must be greater than 0 and less than 1, not 1.0",
        "--dominant -0.5 | --dominant must be greater than 0 and less than 1, not -0.5",
        "--dominant nan | --dominant must be a finite number, not nan",
        "--prompt-length 0 | --prompt-length must be a whole number from 1 to 1e18, or inf, not 0",
        "--prompt-length -5 | --prompt-length must be a whole number from 1 to 1e18, or inf, not"
            + " -5",
        "--prompt-length 1.5 | --prompt-length must be a whole number from 1 to 1e18, or inf, not"
            + " 1.5",
        "--prompt-length NaN | --prompt-length must be a whole number from 1 to 1e18, or inf, not"
            + " NaN",
        "--prompt-length 1e19 | --prompt-length must be a whole number from 1 to 1e18, or inf, not"
            + " 1e19",
        "--epsilon 0 | --epsilon must be positive and finite, not 0.0",
        "--epsilon -1e-3 | --epsilon must be positive and finite, not -0.001",
        "--epsilon 1e999 | --epsilon must be a finite number, not 1e999",
        "--learning-rate 0 | --learning-rate must lie in [1e-30, 1e30], not 0.0",
        "--query 100 | --query must be from 0 to 99, not 100",
        "--query -1 | --query must be from 0 to 99, not -1",
        "--query one | --query must be a whole number, not one",
        "--method sgdd | --method must be flow, gd, momentum, nesterov, adam, rmsprop, signgd,"
            + " normalized or sgd, not sgdd",
        "--until soon | --until must be auto or a time from 0 to 1e200, not soon",
        "--until -3 | --until must be auto or a time from 0 to 1e200, not -3.0",
        "--at 1,,2 | --at must be a finite number, not an empty text",
        "--at -1 | --at must be times of at least 0, not -1.0",
        "--threads 0 | --threads must be from 1 to 1024, not 0",
        "--treads | --treads is not an option of icl run; did you mean --threads?"
      })
  void badOptionsOfRun(String options, String sentence) {
    var arguments = new ArrayList<>(List.of("run", "imbalanced", "--out", out().toString()));
    arguments.addAll(List.of(options.strip().split(" ")));
    requireComplaint(sentence, arguments.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tokenLaw: {balanced: {features: 9}} | promptLength is required but not given",
        "promptLength: 9 | tokenLaw is required but not given",
        "tokenLaw: {balanced: {features: 9}, zipf: {features: 9}}\\n"
            + "promptLength: 9 | tokenLaw must have exactly one of the keys imbalanced, balanced,"
            + " zipf, geometric, probabilities, weights, groups, not 2",
        "tokenlaw: {balanced: {features: 9}}\\n"
            + "promptLength: 9 | tokenlaw is not a known key; did you mean tokenLaw?",
        "tokenLaw: {balanced: {featurs: 9}}\\n"
            + "promptLength: 9 | tokenLaw.balanced.featurs is not a known key; did you mean"
            + " features?",
        "tokenLaw: {balanced: {features: many}}\\n"
            + "promptLength: 9 | tokenLaw.balanced.features must be a whole number, not many",
        "tokenLaw: {balanced: {features: [1]}}\\n"
            + "promptLength: 9 | tokenLaw.balanced.features must be a whole number, not a list",
        "tokenLaw: {probabilities: [0.5, 0.4]}\\n"
            + "promptLength: 9 | tokenLaw.probabilities must have a total probability of 1 within"
            + " 1e-9, not 0.9",
        "tokenLaw: {probabilities: [0.5, x]}\\n"
            + "promptLength: 9 | tokenLaw.probabilities[1] must be a finite number, not x",
        "tokenLaw: {probabilities: [1.5, -0.5]}\\n"
            + "promptLength: 9 | tokenLaw.probabilities[0] must be greater than 0 and less than 1,"
            + " not 1.5",
        "tokenLaw: {groups: [{probability: 0.5, count: 0.5}]}\\n"
            + "promptLength: 9 | tokenLaw.groups[0].count must be a whole number, not 0.5",
        "tokenLaw: balanced\\n"
            + "promptLength: 9 | tokenLaw must be a mapping with keys among imbalanced, balanced,"
            + " zipf, geometric, probabilities, weights, groups, not balanced",
        "tokenLaw: {balanced: {features: 2}}\\n"
            + "promptLength: .nan | promptLength must be a whole number from 1 to 1e18, or inf, not"
            + " NaN",
        "tokenLaw: {probabilities: [0.5, 0.5]}\\n"
            + "promptLength: 9\\n"
            + "labels: {covariance: [[1, 2], [3, 1]]} | labels.covariance must be symmetric, but"
            + " entry [1][0] is 3.0 and [0][1] is 2.0",
        "tokenLaw: {probabilities: [0.5, 0.5]}\\n"
            + "promptLength: 9\\n"
            + "labels: {covariance: [[1, 0], [0, -1]]} | labels.covariance must be positive"
            + " semidefinite to 1e-8 of its greatest eigenvalue 1.0, but its least eigenvalue is"
            + " -1.0",
        "tokenLaw: {probabilities: [0.5, 0.5]}\\n"
            + "promptLength: 9\\n"
            + "labels: {covariance: [[1]]} | labels.covariance must have one row for each of the 2"
            + " features (groups with several members need the identity), not 1",
        "tokenLaw: {balanced: {features: 2}}\\n"
            + "promptLength: 9\\n"
            + "labels: {noise: -1} | labels.noise must be a variance from 0 to 1e100, not -1.0",
        "tokenLaw: {balanced: {features: 2}}\\n"
            + "promptLength: 9\\n"
            + "queries: [0, 2] | queries must be from 0 to 1, not 2",
        "tokenLaw: {balanced: {features: 2}}\\n"
            + "promptLength: 9\\n"
            + "queries: some | queries must be auto, all or a list of at least one feature, not"
            + " some",
        "tokenLaw: {balanced: {features: 2}}\\n"
            + "promptLength: 9\\n"
            + "training: {method: magic} | training.method must be flow, gd, momentum, nesterov,"
            + " adam, rmsprop, signgd, normalized or sgd, not magic",
        "tokenLaw: {balanced: {features: 2}}\\n"
            + "promptLength: 9\\n"
            + "training: {epsilon: 0} | training.epsilon must be positive and finite, not 0.0",
        "tokenLaw: {probabilities: [0.5, 0.5]}\\n"
            + "promptLength: 9\\n"
            + "features: {gram: [[1, 2], [2, 1]]} | features.gram must be positive semidefinite"
            + " to 1e-8 of its greatest eigenvalue",
        "[1, 2] | experiment.yaml must be a mapping with the fields of an experiment, not a list",
        "system: softmax\\n"
            + "promptLength: 9 | system must be softmax-regression or linear-classification, not"
            + " softmax"
      })
  void badFiles(String text, String sentence) throws IOException {
    var file = folder.resolve("experiment.yaml");
    Files.writeString(file, text.replace("\\n", "\n"));
    requireComplaint(sentence, "run", file.toString(), "--out", out().toString());
  }

  @Test
  void filesThatCannotBeRead() throws IOException {
    var empty = Files.createFile(folder.resolve("empty.yaml"));
    var broken = Files.writeString(folder.resolve("broken.yaml"), "tokenLaw: {balanced: [\n");
    var twice =
        Files.writeString(folder.resolve("twice.yaml"), "promptLength: 9\npromptLength: 8\n");
    var binary =
        Files.write(folder.resolve("binary.yaml"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    requireComplaint(empty + " must hold an experiment, but is empty", "run", empty.toString());
    requireComplaint(broken + " must be YAML or JSON, but", "run", broken.toString());
    requireComplaint(twice + " must be YAML or JSON, but at line 2", "run", twice.toString());
    requireComplaint(binary + " must be text in UTF-8, but", "run", binary.toString());
    requireComplaint(folder + " must be a text file, but is a folder", "run", folder.toString());
    requireComplaint(
        "imbalancd is neither a file nor a preset (imbalanced, balanced, zipf, binary, multiclass);"
            + " did you mean imbalanced?",
        "run",
        "imbalancd");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"promptLength\":3,\"query\":0,\"logits\":[0,0]} | probabilities is required but not"
            + " given",
        "{\"probabilities\":[0.5,0.5],\"promptLength\":3,\"query\":2,\"logits\":[0,0]} | query must"
            + " be from 0 to 1, not 2",
        "{\"probabilities\":[0.5,0.5],\"promptLength\":3,\"query\":0,\"logits\":[0]} | logits must"
            + " have one entry for each of the 2 groups, not 1",
        "{\"probabilities\":[0.5,0.5],\"promptLength\":0,\"query\":0,\"logits\":[0,0]} |"
            + " promptLength must be a whole number from 1 to 1e18, or inf, not 0",
        "{\"probabilities\":[0.5,0.25],\"multiplicities\":[1,2],\"promptLength\":3,\"query\":1,\"logits\":[0,0]}"
            + " | query must be a group of multiplicity 1, not 2",
        "[{\"probabilities\":[0.5,0.6],\"promptLength\":3,\"query\":0,\"logits\":[0,0]}] |"
            + " [0].probabilities must have a total probability of 1 within 1e-9, not 1.1",
        "[{\"probabilities\":[0.5,0.5],\"promptLength\":3,\"query\":0,\"logits\":[0,\"x\"]}] |"
            + " [0].logits[1] must be a finite number, not x",
        "{\"probabilities\":[0.5,0.5],\"promptLength\":3,\"query\":0,\"logits\":[0,1e9]} |"
            + " logits[1] must lie in [-1e6, 1e6], not 1.0E9",
        "{\"probabilities\":[0.5,0.5],\"promptLength\":3,\"query\":0,\"logits\":[0,0],\"noiseVariance\":-1}"
            + " | noiseVariance must be a variance from 0 to 1e100, not -1.0",
        "{\"probabilities\":[0.5,0.5],\"promptLength\":3,\"query\":0,\"logits\":[0,0],\"labelCovariance\":[[1,0],[1,1]]}"
            + " | labelCovariance must be symmetric, but entry [1][0] is 1.0 and [0][1] is 0.0",
        "{\"probabilities\":[0.5,0.5],\"promptLenght\":3} | promptLenght is not a known key; did"
            + " you mean promptLength?",
        "7 | must be a mapping with keys among"
      })
  void badCasesOfEvaluate(String text, String sentence) throws IOException {
    var file = Files.writeString(folder.resolve("case.json"), text);
    requireComplaint(sentence, "evaluate", file.toString());
  }

  @Test
  void aFolderThatHoldsSomethingElseIsNotTouched() throws IOException {
    var other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("thesis.tex"), "x");
    requireComplaint(
        "run folder must be new or empty or hold the same experiment",
        "run",
        "balanced",
        "--out",
        other.toString());
    assertEquals("x", Files.readString(other.resolve("thesis.tex")));
    var plain = Files.createFile(folder.resolve("plain"));
    requireComplaint(
        "run folder must be new or empty", "run", "balanced", "--out", plain.toString());
    requireComplaint(
        "run folder must be a folder that can be written",
        "run",
        "balanced",
        "--out",
        plain.resolve("below").toString());
  }

  @Test
  void aRunFolderWithSomebodysNotesIsNotReplaced() throws IOException {
    assertEquals(0, icl("run", "balanced", "--out", out().toString()).code());
    Files.writeString(out().resolve("notes.txt"), "mine");
    var result = icl("run", "balanced", "--out", out().toString());
    assertEquals(2, result.code());
    assertTrue(result.err().contains("notes.txt"), result.err());
    assertEquals("mine", Files.readString(out().resolve("notes.txt")));
  }

  @Test
  void timesThatTheRunCannotReachLeaveNoFolder() {
    requireComplaint(
        "--at must be at most 0.0 for query 0, where the weights have grown without bound, not"
            + " 1.0E30",
        "run",
        "imbalanced",
        "--method",
        "gd",
        "--learning-rate",
        "1e20",
        "--epsilon",
        "1e-9",
        "--at",
        "1e30",
        "--out",
        out().toString());
  }

  @Test
  void aliasesAreNotReadAsNames() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("alias.yaml"),
            """
            tokenLaw: {balanced: {features: 9}}
            promptLength: 9
            training: {epsilon: &2 0.5, learningRate: *2}
            """);
    requireComplaint("must give values themselves, not by the alias *2", "run", file.toString());
  }

  @Test
  void statesOfARunTooLargeToBeHeldAreRefused() {
    requireComplaint(
        "--at is for runs of up to 20000 weights, and this one has 1000000; choose queries with"
            + " --query",
        "run",
        "zipf",
        "--features",
        "1000",
        "--at",
        "7",
        "--out",
        out().toString());
  }

  @Test
  void optionsThatDoNotFitTheLaw() {
    requireComplaint(
        "--dominant goes with tokenLaw.imbalanced.dominant, which this experiment does not have",
        "run",
        "zipf",
        "--dominant",
        "0.5");
    requireComplaint("balanced is one argument too many for icl run", "run", "zipf", "balanced");
    requireComplaint("train is not a command of icl", "train", "zipf");
    requireComplaint("Missing required parameter", "run");
  }

  private Path out() {
    return folder.resolve("run");
  }

  private void requireComplaint(String sentence, String... arguments) {
    var result = icl(arguments);
    assertEquals(2, result.code(), result.err());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("icl: "), result.err());
    assertTrue(result.err().contains(sentence.strip()), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertFalse(Files.exists(out()));
  }
}
