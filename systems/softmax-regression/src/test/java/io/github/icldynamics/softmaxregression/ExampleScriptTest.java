package io.github.icldynamics.softmaxregression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example that JBang runs from Maven coordinates, here on the class path. */
class ExampleScriptTest {
  @Test
  void itPrintsTheConstantOfThePlateau() throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Path.of("..", "..", "examples", "OneRun.java").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    // 1/(1 − p₁) = 2 in the limit, as the claim under-represented-first-term has it.
    var lines = said.lines().toList();
    assertEquals(6, lines.size(), said);
    assertEquals("K = 1,000,000: T/K² = 2.0", lines.getLast().substring(0, 25), said);
    assertEquals(List.of(), lines.stream().filter(line -> !line.startsWith("K = ")).toList());
  }
}
