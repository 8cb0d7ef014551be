package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What people are known to hand to programs like this one: documents that are none, numbers of
 * other locales, fields that do not go together, words of other commands. Each is one sentence that
 * says what is wrong, where, and if possible how to mend it; exit code 2; nothing is run.
 */
class HostileInputTest {
  private static final String FILE = "FILE";

  @TempDir private Path folder;

  /** A line of the table. */
  record Input(String command, String document, String sentence) {
    @Override
    public String toString() {
      return command.contains(FILE) ? command + ": " + document : command;
    }
  }

  static List<Input> inputs() throws IOException {
    try (InputStream table =
        Objects.requireNonNull(HostileInputTest.class.getResourceAsStream("hostile-inputs.tsv"))) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> new Input(cells[0], cells[1], cells[2]))
          .toList();
    }
  }

  @Test
  void thereAreMany() throws IOException {
    assertTrue(inputs().size() >= 120);
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void everyOneIsASentence(Input input) throws IOException {
    var file = Files.write(folder.resolve("hostile"), bytes(input.document()));
    var words = Stream.of(input.command().split(" ")).map(word -> word(word, file));
    boolean runs = input.command().startsWith("run ") && !input.command().contains("--");
    var result =
        icl(
            Stream.concat(words, runs ? Stream.of("--no-save") : Stream.of())
                .toArray(String[]::new));
    assertEquals("icl: " + input.sentence() + "\n", result.err().replace(file.toString(), FILE));
    assertEquals(2, result.code());
    assertEquals("", result.out());
  }

  private static String word(String word, Path file) {
    return switch (word) {
      case "''" -> "";
      case FILE -> file.toString();
      default -> new String(bytes(word), StandardCharsets.UTF_8);
    };
  }

  /** What the escapes of the table stand for. */
  private static byte[] bytes(String text) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (text.charAt(i) != '\\') {
        int end = text.offsetByCodePoints(i, 1);
        bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        i = end - 1;
      } else if (next == 'x') {
        bytes.write(Integer.parseInt(text, i + 2, i + 4, 16));
        i += 3;
      } else if (next == 'u') {
        String character = Character.toString(Integer.parseInt(text, i + 2, i + 6, 16));
        bytes.writeBytes(character.getBytes(StandardCharsets.UTF_8));
        i += 5;
      } else {
        bytes.write("nt\\".indexOf(next) < 0 ? next : "\n\t\\".charAt("nt\\".indexOf(next)));
        i++;
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void whatIsHugeIsRefusedBeforeItIsWorkedOn() throws IOException {
    String deep = "[".repeat(3000) + "]".repeat(3000);
    String digits = "1".repeat(2000);
    String key = "k".repeat(60_000);
    requireRefusal("must nest no deeper than 50 levels, but does at line 1, column 5", deep);
    requireRefusal(
        "must have keys of up to 200 characters, but one of 60000", "{\"" + key + "\": 1}");
    requireRefusal("promptLength must be a whole number", "{\"promptLength\": " + digits + "}");
    requireRefusal("promptLength must be a whole number", "{\"promptLength\": 0." + digits + "}");
  }

  private void requireRefusal(String sentence, String document) throws IOException {
    var file = Files.writeString(folder.resolve("huge"), document);
    for (String command : List.of("run", "evaluate")) {
      var result = icl(command, file.toString());
      assertEquals(2, result.code(), result.err());
      assertEquals(1, result.err().lines().count(), result.err());
      assertTrue(result.err().length() < 300, result.err());
      boolean misses = result.err().contains("is required") || result.err().contains(sentence);
      assertTrue(misses, result.err());
    }
  }

  @Test
  void theTableHasNoLineTwice() throws IOException {
    var lines = inputs().stream().map(input -> input.command() + input.document()).toList();
    assertEquals(lines.size(), Set.copyOf(lines).size());
  }
}
