package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardInputTest {
  private static final String EXPERIMENT =
      "{tokenLaw: {balanced: {features: 9}}, promptLength: 100}";

  @TempDir private Path folder;

  @Test
  void anExperimentIsReadFromIt() {
    try (var _ = StandardInput.of(EXPERIMENT)) {
      var result = icl("run", "-", "--features", "8", "--no-save", "--json");
      assertEquals(0, result.code(), result.err());
      assertEquals(8, result.json().at("/experiment/tokenLaw/balanced/features").asInt());
      assertEquals(100, result.json().at("/experiment/promptLength").asInt());
    }
  }

  @Test
  void itsRunIsCalledStdin() {
    try (var _ = StandardInput.of(EXPERIMENT)) {
      var result = icl("run", "-", "--out", folder.resolve("run").toString());
      assertEquals(0, result.code(), result.err());
      assertTrue(result.out().startsWith("stdin: 9 features"), result.out());
    }
  }

  @Test
  void mixturesAreReadFromItToo() {
    try (var _ = StandardInput.of("{mixture: {classes: 2, covariance: [1]}, promptLength: 50}")) {
      var result = icl("classify", "-", "--print-experiment");
      assertEquals(0, result.code(), result.err());
      assertTrue(result.out().contains("promptLength: 50\n"), result.out());
    }
  }

  @Test
  void whatCannotBeReadIsOneSentence() {
    requireComplaint("standard input must hold an experiment, but is empty", new byte[0]);
    requireComplaint(
        "standard input must be text in UTF-8, but at line 1, column 1 has a byte of another"
            + " encoding (0xFF), such as Latin-1; save it as UTF-8",
        new byte[] {(byte) 0xff});
    requireComplaint(
        "promptLength is required but not given", "tokenLaw: {balanced: {features: 9}}");
  }

  private static void requireComplaint(String sentence, String text) {
    requireComplaint(sentence, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void requireComplaint(String sentence, byte[] input) {
    try (var _ = StandardInput.of(input)) {
      var result = icl("run", "-", "--no-save");
      assertEquals("icl: " + sentence, result.err().strip());
      assertEquals(2, result.code());
      assertEquals("", result.out());
    }
  }
}
