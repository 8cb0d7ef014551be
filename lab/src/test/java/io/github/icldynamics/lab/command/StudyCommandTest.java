package io.github.icldynamics.lab.command;

import static io.github.icldynamics.lab.command.CommandLineFixture.icl;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
  @TempDir private Path folder;

  @Test
  void aStudyIsAPageWithFiguresAndAnExperimentThatRuns() throws IOException {
    var result = icl("study", "imbalance-ratio", "--out", folder.toString());
    assertEquals(0, result.code(), result.err());
    String page = Files.readString(folder.resolve("imbalance-ratio.md"));
    var links = Pattern.compile("!\\[[^]]*\\]\\(([^)]*)\\)").matcher(page);
    int figures = 0;
    while (links.find()) {
      assertTrue(Files.readString(folder.resolve(links.group(1))).contains("<svg"));
      figures++;
    }
    assertEquals(2, figures);
    assertFalse(Files.exists(folder.resolve("README.md")), "no index for one study");
    var run = icl("run", folder.resolve("imbalance-ratio.yaml").toString(), "--no-save");
    assertEquals(0, run.code(), run.err());
  }

  /** What lies under docs/studies is what the command makes, figures aside: fonts differ. */
  @Test
  void theStudiesInTheDocumentationAreUpToDate() throws IOException {
    var documented = Path.of("..", "docs", "studies");
    assertEquals(0, icl("study", "--out", folder.toString()).code());
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> !f.toString().endsWith(".svg")).toList()) {
        assertEquals(
            Files.readString(documented.resolve(file.getFileName())),
            Files.readString(file),
            file.getFileName().toString());
      }
    }
  }

  @Test
  void badInputIsOneSentence() {
    var result = icl("study", "learning-rat", "--out", folder.toString());
    assertEquals(2, result.code());
    assertEquals(
        "icl: STUDY must be one of imbalance-ratio, initial-weights, learning-rate, prompt-length,"
            + " balanced-against-imbalanced, faster-training, correlated-features,"
            + " function-classes, changing-laws, label-noise, not learning-rat; did you mean"
            + " learning-rate?",
        result.err().strip());
  }

  @Test
  void anotherReadmeIsNotReplaced() throws IOException {
    var readme = Files.writeString(folder.resolve("README.md"), "# Mine\n");
    var result = icl("study", "--out", folder.toString());
    assertEquals(2, result.code());
    assertEquals(
        "icl: --out must be a folder without a README.md of another kind, not " + folder,
        result.err().strip());
    assertEquals("# Mine\n", Files.readString(readme));
  }
}
