package io.github.icldynamics.softmaxregression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeExampleTest {
  private static final Path README = Path.of("..", "..", "README.md");

  private static final Path SOURCE =
      Path.of("src/test/java/io/github/icldynamics/softmaxregression/ReadmeExample.java");

  /** The two may be laid out differently: the formatter wraps lines that the README does not. */
  @Test
  void theReadmeShowsTheCodeThatCompiles() throws IOException {
    String readme = Files.readString(README);
    String source = Files.readString(SOURCE);
    String shown = readme.substring(readme.indexOf("```java") + 7);
    String compiled = source.substring(source.indexOf("// begin") + 8, source.indexOf("// end"));
    assertEquals(
        compiled.replaceAll("\\s", ""),
        shown.substring(0, shown.indexOf("```")).replaceAll("\\s", ""));
  }

  @Test
  void theReadmeNamesWhereTheImportsAre() throws IOException {
    String place = "systems/softmax-regression/" + SOURCE.toString().replace('\\', '/');
    assertTrue(Files.readString(README).contains("(" + place + ")"), place);
  }

  @Test
  void theExampleRunsAndTellsFourPhases() {
    var before = System.out;
    var bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      ReadmeExample.main();
    } finally {
      System.setOut(before);
    }
    String printed = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(5, printed.lines().count());
    assertTrue(printed.contains("IV ends at τ = 2.00"), printed);
  }
}
