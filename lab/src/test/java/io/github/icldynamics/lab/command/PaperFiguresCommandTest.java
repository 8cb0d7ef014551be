package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code --figures paper} of all commands that draw. */
class PaperFiguresCommandTest {
  private static final List<String> OF_A_FIGURE =
      List.of("-3.25in.pdf", "-3.25in.svg", "-6.75in.pdf", "-6.75in.svg", "-figure.csv");

  @TempDir private Path folder;

  private static void hasFigure(Path folder, String name) {
    for (var ending : OF_A_FIGURE) {
      assertTrue(Files.isRegularFile(folder.resolve(name + ending)), name + ending);
    }
  }

  @Test
  void aRunHasItsFiguresAndTablesForAPaper() throws IOException {
    var run = folder.resolve("run");
    var words = new String[] {"run", "balanced", "--figures", "paper", "--out", run.toString()};
    assertEquals(0, icl(words).code());
    for (var name : List.of("error", "weights", "gradients", "attention", "phases")) {
      hasFigure(run, name);
    }
    assertTrue(Files.readString(run.resolve("table.tex")).contains("\\begin{tabular}"));
    assertTrue(Files.readString(run.resolve("record.json")).contains("error-3.25in.pdf"));
    var pdf = Files.readAllBytes(run.resolve("error-3.25in.pdf"));
    assertEquals(0, icl(words).code(), "the folder is the run's own, and replaced");
    assertArrayEquals(pdf, Files.readAllBytes(run.resolve("error-3.25in.pdf")));
  }

  @Test
  void aRunHasNoneIfNothingIsSaid() throws IOException {
    assertEquals(0, icl("run", "balanced", "--out", folder.resolve("run").toString()).code());
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      assertTrue(files.map(Path::toString).noneMatch(name -> name.matches(".*\\.(pdf|tex)")));
    }
  }

  @Test
  void aStudyHasThem() {
    var study = "whole-run";
    assertEquals(0, icl("study", study, "--figures", "paper", "--out", folder.toString()).code());
    hasFigure(folder, study + "-1");
  }

  @Test
  void aVerificationHasThemBesideItsPage() throws IOException {
    var page = folder.resolve("page.html");
    var claim = "no-logarithm-in-features";
    assertEquals(0, icl("verify", claim, "--figures", "paper", "--out", page.toString()).code());
    hasFigure(folder.resolve("page-paper"), claim + "-1");
    String table = Files.readString(folder.resolve("page-paper").resolve("table.tex"));
    assertTrue(table.contains(claim + " & ours & "), table);
  }

  /** Before the claims are put to the test, so that no verdict is lost. */
  @Test
  void whatIsInTheWayIsToldAtOnce() throws IOException {
    Files.writeString(folder.resolve("page-paper"), "somebody's");
    var page = folder.resolve("page.html");
    var result = icl("verify", "--figures", "paper", "--out", page.toString());
    assertEquals(2, result.code());
    assertTrue(result.err().startsWith("icl: --out must lead to a file"), result.err());
    assertEquals("", result.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"run imbalanced", "study whole-run", "verify no-logarithm-in-features"})
  void anotherWordIsRefusedBeforeAnythingIsDone(String command) {
    var words = Stream.concat(Stream.of(command.split(" ")), Stream.of("--figures", "pdf"));
    var result = icl(words.toArray(String[]::new));
    assertEquals(2, result.code());
    assertEquals("icl: --figures must be screen or paper, not pdf\n", result.err());
  }

  @Test
  void withNowhereToWriteItIsRefused() {
    for (var command : List.of("run balanced", "verify no-logarithm-in-features")) {
      var words = command + " --no-save --figures paper";
      var result = icl(words.split(" "));
      assertEquals(2, result.code());
      assertEquals("icl: --figures paper cannot go with --no-save\n", result.err());
    }
    assertFalse(Files.exists(folder.resolve("runs")));
  }
}
