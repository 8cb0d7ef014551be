package io.github.icldynamics;

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
  /** The two may be laid out differently: the formatter wraps lines that the README does not. */
  @Test
  void theReadmeShowsTheCodeThatCompiles() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    String source =
        Files.readString(Path.of("src/test/java/io/github/icldynamics/ReadmeExample.java"));
    String shown = readme.substring(readme.indexOf("```java") + 7);
    String compiled = source.substring(source.indexOf("// begin") + 8, source.indexOf("// end"));
    assertEquals(
        compiled.replaceAll("\\s", ""),
        shown.substring(0, shown.indexOf("```")).replaceAll("\\s", ""));
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
